import { appErrors } from './app-errors.ts';

export const { TokenMissing, TokenInvalid, TokenExpired, IssuerUnreachable, NotAllowed, AreaOutOfReach } = appErrors(
  'access',
  {
    TokenMissing: [401, 'token_missing', 'An access token is needed'],
    TokenInvalid: [401, 'token_invalid', 'The access token is not one that is accepted here'],
    TokenExpired: [401, 'token_expired', 'The access token has expired'],
    IssuerUnreachable: [503, 'issuer_unreachable', 'The issuer of access tokens cannot be reached; try again'],
    NotAllowed: [403, 'not_allowed', 'None of your roles allows this'],
    AreaOutOfReach: [403, 'area_out_of_reach', 'This area is not one of yours'],
  },
);
