import { appError } from './app-error.ts';

export class TokenMissing extends appError('access.token_missing', 401, 'An access token is needed') {}
export class TokenInvalid extends appError(
  'access.token_invalid',
  401,
  'The access token is not one that is accepted here',
) {}
export class TokenExpired extends appError('access.token_expired', 401, 'The access token has expired') {}
export class IssuerUnreachable extends appError(
  'access.issuer_unreachable',
  503,
  'The issuer of access tokens cannot be reached; try again',
) {}
export class NotAllowed extends appError('access.not_allowed', 403, 'None of your roles allows this') {}
export class AreaOutOfReach extends appError('access.area_out_of_reach', 403, 'This area is not one of yours') {}
