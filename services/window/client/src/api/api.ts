import type { Problem } from '@janela/contracts';

import { isPresent } from './presence.ts';
import { Refused, SignedOut, Unreachable } from './problem.ts';

/** What a request may carry besides its path. */
export interface Request {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH';
  body?: unknown;
  /** The version this change was made on; a lost race is refused with 412. */
  version?: number;
  /** Makes a retry safe: the same key gives the first answer again. */
  idempotencyKey?: string;
  /** Does nothing but ask what became of the key; what was not done by then never is. */
  isQuestion?: boolean;
  accept?: string;
}

async function send(
  path: string,
  { method = 'GET', body, version, idempotencyKey, isQuestion, accept }: Request,
): Promise<Response> {
  const isFile = body instanceof Blob;
  const headers: Record<string, string> = { accept: accept ?? 'application/json' };
  // A page of another origin cannot set this header, so a forged form never reaches a service.
  if (method !== 'GET') headers['x-janela-window'] = '1';
  // A page that refreshes itself while nobody is there does not keep the session alive.
  if (!isPresent()) headers['x-janela-background'] = '1';
  if (body !== undefined) headers['content-type'] = isFile ? 'text/csv' : 'application/json';
  if (version !== undefined) headers['if-match'] = `"${version}"`;
  if (idempotencyKey) headers['idempotency-key'] = idempotencyKey;
  if (isQuestion) headers['idempotency-ask'] = '1';
  try {
    return await fetch(path, {
      method,
      headers,
      body: body === undefined ? null : isFile ? body : JSON.stringify(body),
    });
  } catch {
    throw new Unreachable(path);
  }
}

async function refuse(response: Response): Promise<never> {
  if (response.status === 401) {
    // A body that nobody reads keeps its connection.
    await response.text().catch(() => undefined);
    throw new SignedOut();
  }
  const isProblem = response.headers.get('content-type')?.startsWith('application/problem+json');
  if (!isProblem) throw new Unreachable(`${response.status}`);
  throw new Refused((await response.json()) as Problem);
}

/** Asks a service through the gateway. Throws `Refused`, `SignedOut` or `Unreachable`; never answers half. */
export async function ask<Answer>(path: string, request: Request = {}): Promise<Answer> {
  const response = await send(`/api${path}`, request);
  if (!response.ok) return refuse(response);
  return response.status === 204 ? (undefined as Answer) : ((await response.json()) as Answer);
}

/** Like `ask`, for the gateway's own routes (`/session`). */
export async function askGateway<Answer>(path: string, request: Request = {}): Promise<Answer> {
  const response = await send(path, request);
  if (!response.ok) return refuse(response);
  return response.status === 204 ? (undefined as Answer) : ((await response.json()) as Answer);
}

/** A path with its query; what is undefined or empty is left out. */
export function withQuery(path: string, query: Record<string, string | number | undefined>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query))
    if (value !== undefined && value !== '') search.set(name, String(value));
  return search.size === 0 ? path : `${path}?${search}`;
}
