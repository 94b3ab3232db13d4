import { setTimeout as sleep } from 'node:timers/promises';

import { type Api, createApi } from '@janela/api-client';

import { type Client, tokensOf } from './tokens.ts';

/** An error that a service answered with: its status and code, to act on. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, address: string) {
    super(`${address} answered ${status} ${code}`);
    this.status = status;
    this.code = code;
  }
}

const silenceMs = 60_000;
const triesWhenBusy = 20;
const pauseWhenBusyMs = 1_000;

/**
 * Returns the public API as one of the demonstration's machine clients uses it: through the gateway, with a token of its own. A refusal
 * is thrown as `ApiError`. What a service is too busy for is sent again: a key or a version makes that safe.
 */
export function apiOf({ gateway, ...client }: { gateway: string } & Client): Api {
  const token = tokensOf(client);
  return createApi({
    addressOf: (service) => `${gateway}/api/${service}`,
    fetch: (request) => sendUntilTaken(request, token),
  });
}

async function sendUntilTaken(request: Request, token: () => Promise<string>): Promise<Response> {
  for (let tries = 1; ; tries += 1) {
    const sent = request.clone();
    sent.headers.set('authorization', `Bearer ${await token()}`);
    const response = await fetch(sent, { signal: AbortSignal.timeout(silenceMs) });
    if (response.ok) return response;
    const code = codeIn(await response.text());
    if (response.status !== 503 || tries === triesWhenBusy)
      throw new ApiError(response.status, code, new URL(request.url).pathname);
    await sleep(pauseWhenBusyMs);
  }
}

function codeIn(text: string): string {
  try {
    return (JSON.parse(text) as { code?: string }).code ?? 'no_code';
  } catch {
    return 'no_json';
  }
}

type Answer<Body> = Promise<{ data?: Body; response: Response }>;

/** Returns the body of an answer; undefined where it was done before: its key was used then, or the refusal has one of these codes. */
export async function bodyUnlessDone<Body>(
  answer: Answer<Body>,
  codes: readonly string[] = [],
): Promise<Body | undefined> {
  try {
    const { data, response } = await answer;
    return response.headers.has('idempotency-replayed') ? undefined : data;
  } catch (error) {
    if (error instanceof ApiError && codes.includes(error.code)) return undefined;
    throw error;
  }
}
