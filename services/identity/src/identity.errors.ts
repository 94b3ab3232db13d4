import { appErrors } from '@janela/platform';

export const {
  NoSuchPerson,
  EmailTaken,
  RolesIncompatible,
  AuthorUnknown,
  NoSuchClient,
  ClientIdTaken,
  SignInExpired,
  CrossSiteForm,
} = appErrors('identity', {
  NoSuchPerson: [404, 'no_such_person', 'There is no such person'],
  EmailTaken: [409, 'email_taken', 'Another person has this e-mail address already'],
  RolesIncompatible: [422, 'roles_incompatible', 'One person, or one machine, cannot have both of these roles'],
  AuthorUnknown: [
    403,
    'author_unknown',
    'Say who you are with --by and the e-mail address of an administrator who is not the person it is about',
  ],
  NoSuchClient: [404, 'no_such_client', 'There is no such client'],
  ClientIdTaken: [409, 'client_id_taken', 'There is a client with this id already'],
  SignInExpired: [400, 'sign_in_expired', 'The sign-in has expired or is over'],
  CrossSiteForm: [403, 'cross_site_form', 'The form was sent by another site'],
});

/** Demonstration logins have a password that is known to all. */
export class DemonstrationInProduction extends Error {
  override readonly name = 'DemonstrationInProduction';

  constructor(why: string) {
    super(`Production does not start with demonstration logins: ${why}`);
  }
}
