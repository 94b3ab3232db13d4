import { appErrors } from '@janela/platform';

export const {
  NotSignedIn,
  SignInFailed,
  IssuerUnavailable,
  ForeignRequest,
  UnknownService,
  NoSuchAddress,
  ServiceUnavailable,
  NoSuchFile,
  ClientNotBuilt,
} = appErrors('window', {
  NotSignedIn: [401, 'not_signed_in', 'No one is signed in'],
  SignInFailed: [400, 'sign_in_failed', 'Signing in did not succeed; start again'],
  IssuerUnavailable: [503, 'issuer_unavailable', 'Signing in is not possible just now; try again'],
  ForeignRequest: [403, 'foreign_request', 'The request did not come from the window'],
  UnknownService: [404, 'unknown_service', 'There is no such service'],
  NoSuchAddress: [404, 'no_such_address', 'There is no such address'],
  ServiceUnavailable: [503, 'service_unavailable', 'The service behind this does not answer; try again'],
  NoSuchFile: [404, 'no_such_file', 'There is no such file'],
  ClientNotBuilt: [503, 'client_not_built', 'The web app has not been built'],
});
