import type { Api } from '@janela/api-client';
import type { ServiceAddresses } from '@janela/stack';

import { apiOf } from './api.ts';

/** Who does what in the demonstration: each step by the role whose work it is. */
export const logins = [
  'administrator',
  'designer',
  'publisher',
  'caseworker',
  'caseworker-lunga',
  'supervisor',
  'supervisor-lunga',
  'payments-officer',
  'payments-approver',
  'grievance-officer',
  'statistician',
] as const;

export type Login = (typeof logins)[number];

/** The demonstration's machine clients, by their logins. */
export type People = Readonly<Record<Login, Api>>;

/** Returns a client for each login, which signs in when it is first used. */
export function peopleOf(at: ServiceAddresses): People {
  const [gateway, issuer] = [at.get('window') ?? '', at.get('identity') ?? ''];
  return Object.fromEntries(logins.map((login) => [login, apiOf({ gateway, issuer, login })])) as People;
}

/** The districts of the sample, with those who work there. */
export const districts = [
  { areaCode: 'ZM104011', caseworker: 'caseworker', supervisor: 'supervisor' },
  { areaCode: 'ZM104005', caseworker: 'caseworker-lunga', supervisor: 'supervisor-lunga' },
] as const satisfies readonly { areaCode: string; caseworker: Login; supervisor: Login }[];
