import { appError } from '@janela/platform';

export class NoSuchPerson extends appError('identity.no_such_person', 404, 'There is no such person') {}

export class EmailTaken extends appError('identity.email_taken', 409, 'Somebody has this e-mail address already') {}

export class RolesIncompatible extends appError(
  'identity.roles_incompatible',
  422,
  'One person, or one machine, cannot have both of these roles',
) {}

export class AuthorUnknown extends appError(
  'identity.author_unknown',
  403,
  'Say who you are with --by and the e-mail address of an administrator who is not the person it is about',
) {}

export class NoSuchClient extends appError('identity.no_such_client', 404, 'There is no such client') {}

export class ClientIdTaken extends appError(
  'identity.client_id_taken',
  409,
  'There is a client with this id already',
) {}

export class SignInExpired extends appError('identity.sign_in_expired', 400, 'The sign-in has expired or is over') {}

export class CrossSiteForm extends appError('identity.cross_site_form', 403, 'The form was sent by another site') {}

/** Demonstration logins in production would be a back door with a known key. */
export class DemonstrationInProduction extends Error {
  override readonly name = 'DemonstrationInProduction';

  constructor(why: string) {
    super(`Production does not start with demonstration logins: ${why}`);
  }
}
