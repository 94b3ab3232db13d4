import { appError } from '@janela/platform';

export class NotSignedIn extends appError('window.not_signed_in', 401, 'Nobody is signed in') {}
export class SignInFailed extends appError('window.sign_in_failed', 400, 'Signing in did not succeed; start again') {}
export class IssuerAway extends appError('window.issuer_away', 503, 'Signing in is not possible just now; try again') {}
export class ForeignRequest extends appError(
  'window.foreign_request',
  403,
  'The request did not come from the window',
) {}
export class UnknownService extends appError('window.unknown_service', 404, 'There is no such service') {}
export class NoSuchAddress extends appError('window.no_such_address', 404, 'There is no such address') {}
export class ServiceAway extends appError(
  'window.service_away',
  503,
  'The service behind this does not answer; try again',
) {}
export class NoSuchFile extends appError('window.no_such_file', 404, 'There is no such file') {}
export class ClientNotBuilt extends appError('window.client_not_built', 503, 'The web app has not been built') {}
