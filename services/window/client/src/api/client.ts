import { type Api, type Checked, createApi, type ServiceName } from '@janela/api-client';
import type { Problem } from '@janela/contracts';

import { isPresent } from './presence.ts';
import { Refused, SignedOut, Unreachable } from './problem.ts';

const accept = 'application/json';

/** The services through the gateway, and the gateway itself. An answer is whole, or `Refused`, `SignedOut` or `Unreachable` is thrown. */
export const api: Api = createApi({
  addressOf: (service) => (service === 'window' ? '' : `/api/${service}`),
  headers: { accept },
  querySerializer: searchOf,
  fetch: (request) => send(request),
});

/** Sends a request of this page. Throws `Refused`, `SignedOut` or `Unreachable`. */
export async function send(request: Request, by: typeof fetch = fetch): Promise<Response> {
  // A page of another origin cannot set this header, so a forged form never reaches a service.
  if (request.method !== 'GET') request.headers.set('x-janela-window', '1');
  // A page that refreshes itself while no one is there does not keep the session alive.
  if (!isPresent()) request.headers.set('x-janela-background', '1');
  const response = await by(request).catch(() => {
    throw new Unreachable(new URL(request.url).pathname);
  });
  return response.ok ? response : refuse(response);
}

async function refuse(response: Response): Promise<never> {
  if (response.status === 401) {
    // A body that is not read keeps its connection.
    await response.text().catch(() => undefined);
    throw new SignedOut();
  }
  const isProblem = response.headers.get('content-type')?.startsWith('application/problem+json');
  if (!isProblem) throw new Unreachable(`${response.status}`);
  throw new Refused((await response.json()) as Problem);
}

/** Returns a query as text; what is undefined or empty is left out. */
export function searchOf(query: Record<string, unknown>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query))
    if (value !== undefined && value !== '') search.set(name, String(value));
  return search.toString();
}

/** Returns the address of something that a service gives as a file. */
export const linkTo = <Service extends ServiceName, const Path extends string>(
  service: Service,
  path: Path & Checked<Service, 'get', Path>,
): string => `/api/${service}${path}`;
