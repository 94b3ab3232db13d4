import type { AccessToken, Account, ClientCredentials } from 'oidc-provider';
import { errors } from 'oidc-provider';

import type { ClientsService } from '../clients/clients.service.ts';
import type { PeopleService, Person } from '../people/people.service.ts';

/** What every access token says besides what RFC 9068 asks for. */
interface TokenClaims extends Record<string, unknown> {
  name: string;
  roles: string[];
  areas: string[];
}

/** A person as the issuer sees them; undefined, and so refused everywhere, once their account is closed. */
export async function accountOf(people: PeopleService, id: string): Promise<Account | undefined> {
  const person = isUuid(id) ? await people.findActive(id) : undefined;
  return person && { accountId: person.id, claims: () => ({ sub: person.id, ...profileOf(person) }) };
}

/** Reads them again for each token, so that a changed role or area is in the next one. */
export async function claimsOfToken(
  { people, clients }: { people: PeopleService; clients: ClientsService },
  token: AccessToken | ClientCredentials,
): Promise<TokenClaims> {
  const holder =
    token.kind === 'AccessToken'
      ? await people.findActive(token.accountId)
      : await clients.findActive(token.clientId ?? '');
  if (!holder) throw new errors.InvalidGrant('the account is closed');
  return { name: holder.name, roles: holder.roles, areas: holder.areas };
}

function profileOf({ name, email, roles, areas }: Person) {
  return { name, email, roles, areas };
}

function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
}
