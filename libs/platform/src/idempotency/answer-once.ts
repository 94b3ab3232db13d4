import { createHash, hash } from 'node:crypto';

import { invariant } from '@janela/kernel';

import type { Actor } from '../context/actor.ts';
import type { Tx } from '../context/tx.ts';
import type { Cipher } from '../encryption/cipher.ts';
import { requestContext } from '../context/request-context.ts';
import { canonicalJson } from './canonical-json.ts';
import { IdempotencyKeyReused, KeyVoid, StillRunning } from './idempotency.errors.ts';

/** What makes two requests the same one. */
export interface OnceRequest {
  /** From `@IdempotencyKey()`; without one the work is simply done. */
  key: string | undefined;
  /** The request's body, as validated. */
  body: unknown;
  /** `POST /v1/households`; the route being served when left out. */
  route?: string;
}

/** Stands for the body of a key that was given up before anything was done under it; no SHA-256 is known to be this. */
const nothing = Buffer.alloc(32);

const retrySoon = { headers: { 'retry-after': '1' } };

/**
 * Does the work unless the same actor has had it done with this key on this route: then the first answer comes again. The answer
 * is kept in the transaction of the effect, so there is never one without the other; a refusal changes nothing and is not kept.
 */
export async function answerOnce<T>(
  tx: Tx,
  { actor, cipher }: { actor: Actor; cipher: Cipher },
  { key, body, route = requestContext()?.route }: OnceRequest & { key: string },
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  invariant(route, 'an idempotency key counts for a route');
  const id = [actor.id, route, key];
  const bodyHash = createHash('sha256').update(canonicalJson(body)).digest();
  const first = await findFirst(tx, id);
  if (first) {
    if (first.bodyHash.equals(nothing)) throw new KeyVoid();
    if (!first.bodyHash.equals(bodyHash)) throw new IdempotencyKeyReused();
    const context = requestContext();
    if (context) context.replayed = true;
    return (
      first.answer === null ? undefined : JSON.parse(cipher.open('idempotency', first.answer, id.join(' ')))
    ) as T;
  }
  const answer = await work(tx);
  const text = JSON.stringify(answer) as string | undefined;
  const sealed = text === undefined ? null : cipher.seal('idempotency', text, id.join(' '));
  await keep(tx, id, bodyHash, sealed);
  return answer;
}

/**
 * Returns what became of a key. Where nothing was done under it, it is given up in this transaction: a request that arrives late is
 * refused with `KeyVoid`. Throws `StillRunning` while that is not known.
 */
export async function settleKey(tx: Tx, actor: Actor, route: string, key: string): Promise<'done' | 'void'> {
  const id = [actor.id, route, key];
  const first = await findFirst(tx, id);
  if (first) return first.bodyHash.equals(nothing) ? 'void' : 'done';
  await keep(tx, id, nothing, null);
  return 'void';
}

async function keep(tx: Tx, id: string[], bodyHash: Buffer, answer: string | null): Promise<void> {
  const kept = await tx.query<unknown[]>(
    `INSERT INTO idempotency_keys (actor, route, key, body_hash, answer) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT DO NOTHING RETURNING 1`,
    [...id, bodyHash, answer],
  );
  if (kept.length === 0) throw new StillRunning(undefined, retrySoon);
}

interface FirstAnswer {
  bodyHash: Buffer;
  answer: string | null;
}

/**
 * The lock is held until the first request commits or gives up. A request that takes it in the instant after that commit may not have
 * seen the answer: under the lock it looks again.
 */
async function findFirst(tx: Tx, id: string[]): Promise<FirstAnswer | undefined> {
  const [row] = await tx.query<{ free: boolean; body_hash: Buffer | null; answer: string | null }[]>(
    `SELECT pg_try_advisory_xact_lock($4::bigint) AS free, stored.body_hash, stored.answer
     FROM (SELECT 1) one LEFT JOIN idempotency_keys stored ON (stored.actor, stored.route, stored.key) = ($1, $2, $3)`,
    [...id, lockOf(id)],
  );
  invariant(row, 'a left join answers');
  if (row.body_hash) return { bodyHash: row.body_hash, answer: row.answer };
  if (!row.free) throw new StillRunning(undefined, retrySoon);
  const [committed] = await tx.query<{ body_hash: Buffer; answer: string | null }[]>(
    'SELECT body_hash, answer FROM idempotency_keys WHERE (actor, route, key) = ($1, $2, $3)',
    id,
  );
  return committed && { bodyHash: committed.body_hash, answer: committed.answer };
}

function lockOf(id: string[]): string {
  return hash('sha256', `idempotency ${id.join(' ')}`, 'buffer')
    .readBigInt64BE(0)
    .toString();
}
