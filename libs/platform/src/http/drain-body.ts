import type { IncomingMessage } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

import type { FastifyInstance } from 'fastify';

/** As much as the gateway lets through, on a line that is not slower than this. */
const mostBytes = 64 * 1_048_576;
const longestMs = 10_000;

/**
 * Reads what a refused request still sends before it is answered. A caller in the middle of sending sees the end of the connection
 * otherwise, and never the refusal: behind the gateway two of three bodies that were too large looked like a service that is away.
 */
export function drainBody(fastify: FastifyInstance): void {
  fastify.addHook('onSend', async ({ raw }, _reply, payload) => {
    if (!raw.complete && !raw.destroyed) await theRest(raw);
    return payload;
  });
}

async function theRest(raw: IncomingMessage): Promise<void> {
  const giveUp = new AbortController();
  const ended = new Promise<void>((resolve) => {
    let left = mostBytes;
    raw.unpipe();
    raw.on('data', (chunk: Buffer) => {
      left -= chunk.length;
      if (left < 0) resolve();
    });
    for (const over of ['end', 'close', 'error']) raw.once(over, resolve);
    raw.resume();
  });
  const tooSlow = sleep(longestMs, undefined, { signal: giveUp.signal, ref: false }).catch(() => undefined);
  await Promise.race([ended, tooSlow]);
  giveUp.abort();
}
