import { describeRoutes } from '@janela/platform';
import type { z } from 'zod';

import { AnyBody, type Given } from '../builders/any-body.ts';
import type { Random } from '../seeded.ts';
import type { Answer, UntypedCaller } from './caller.ts';
import type { AnyTestService } from './test-service.ts';

/** Where a body is sent, and under what conditions; each time to something that takes it. */
export interface Place {
  path: string;
  headers?: Readonly<Record<string, string>>;
}

/** A route that takes bodies: who sends them, by what contract, and what they cannot say by themselves. */
export interface BodyRoute {
  by: Pick<UntypedCaller, 'send'>;
  schema: z.ZodType;
  given?: Given;
  to: () => Place | Promise<Place>;
}

const times = 10;
/** How often it is tried at most until something is taken. */
const mostTimes = 40;

/**
 * Sends bodies by chance that the contract accepts. Throws where one meets a mistake of ours, or a limit that is stricter further
 * down; and where none is taken at all, since then nothing was tried.
 */
export async function sendAnyBody(name: string, { by, schema, given, to }: BodyRoute, random: Random): Promise<void> {
  const [method = ''] = name.split(' ');
  const bodies = new AnyBody(schema, random, given);
  const said: string[] = [];
  let taken = 0;
  for (let time = 0; time < (taken > 0 ? times : mostTimes); time += 1) {
    const { path, headers } = await to();
    const body = bodies.next();
    const answer = await by.send<{ code?: string }>(method, path, body, headers);
    mustBeNoMistake(answer, body);
    if (answer.status < 300) taken += 1;
    said.push(`${answer.status} ${answer.body.code ?? ''}`);
  }
  if (taken === 0) throw new Error(`${name} took nothing: ${[...new Set(said)].join(', ')}`);
}

/** Throws where an answer shows a mistake of ours, or of a limit that is stricter than the contract. */
export function mustBeNoMistake({ status, body: { code = '' } }: Answer<{ code?: string }>, body: unknown): void {
  const isOurs = status >= 500 || /^(messaging|service|database)\.|unstorable|breaks_rule/.test(code);
  if (isOurs) throw new Error(`${status} ${code} to ${JSON.stringify(body).slice(0, 3_000)}`);
}

/** Routes that change something and are neither among those that are tried nor said to take no body. */
export function routesNotTried({ running }: AnyTestService, tried: readonly string[]): string[] {
  return describeRoutes(running.app)
    .map(({ method, path }) => `${method} ${path}`)
    .filter((name) => !/^(GET|HEAD) /.test(name) && !name.includes('/v1/parked-events') && !tried.includes(name));
}
