import createClient, { type Client, type Middleware } from 'openapi-fetch';

import type { paths as Eligibility } from './generated/eligibility.ts';
import type { paths as Grievances } from './generated/grievances.ts';
import type { paths as Identity } from './generated/identity.ts';
import type { paths as Payments } from './generated/payments.ts';
import type { paths as ProviderSandbox } from './generated/provider-sandbox.ts';
import type { paths as Registry } from './generated/registry.ts';
import type { paths as Reporting } from './generated/reporting.ts';
import type { paths as Window } from './generated/window.ts';

/** The paths of every service, by its name. */
export interface Paths {
  registry: Registry;
  eligibility: Eligibility;
  payments: Payments;
  grievances: Grievances;
  reporting: Reporting;
  'provider-sandbox': ProviderSandbox;
  identity: Identity;
  window: Window;
}

export type ServiceName = keyof Paths;

/** One client for each service: a path, a query or a body that its OpenAPI document does not have does not compile. */
export type Api = { [Service in ServiceName]: Client<Paths[Service], 'application/json'> };

export interface ApiOptions {
  /** Where a service answers: `(service) => '/api/' + service`. */
  addressOf: (service: ServiceName) => string;
  /** Headers of every request that does not name them itself. */
  headers?: Readonly<Record<string, string>>;
  /** How a query is written. */
  querySerializer?: (query: Record<string, unknown>) => string;
  /** What every request and answer passes through: a token, refusals as errors. */
  middleware?: Middleware[];
  /** What sends a request, instead of the platform's own: with a time limit, or again while a service is busy. */
  fetch?: (request: Request) => Promise<Response>;
}

const services: ServiceName[] = [
  'registry',
  'eligibility',
  'payments',
  'grievances',
  'reporting',
  'provider-sandbox',
  'identity',
  'window',
];

/** Returns a client for each service. */
export function createApi({ addressOf, middleware = [], ...options }: ApiOptions): Api {
  const clients = services.map((service) => {
    const client = createClient<never>({ baseUrl: addressOf(service), ...options });
    client.use(...middleware);
    return [service, client];
  });
  return Object.fromEntries(clients) as Api;
}

/** Returns the body of an answer. A refusal has no body here: the middleware of the client throws it. */
export async function bodyOf<Answer extends { data?: unknown }>(
  answer: Promise<Answer>,
): Promise<Exclude<Answer['data'], undefined>> {
  const { data } = await answer;
  return data as Exclude<Answer['data'], undefined>;
}
