import createClient, { type Client, type Middleware } from 'openapi-fetch';

import { type Paths, services } from './generated/services.ts';

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
