import { hash } from 'node:crypto';

/**
 * The digest of an entry as the database computes it, over everything that was written. Sealing and verifying must read the same
 * expression for ever: a change here would break every chain. `e` is `audit_entries`.
 */
export const entryDigest = `sha256(convert_to(jsonb_build_array(
  e.id, to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'),
  e.actor, e.actor_kind, e.action, e.subject, e.request_id, e.trace_id, e.details)::text, 'UTF8'))`;

/** What the first seal hangs on. */
export const genesis = Buffer.alloc(32);

/** The hash of a seal: over the one before, its own number and its entry's digest. */
export function chainHash(previous: Buffer, number: bigint, digest: Buffer): Buffer {
  const position = Buffer.alloc(8);
  position.writeBigUInt64BE(number);
  return hash('sha256', Buffer.concat([previous, position, digest]), 'buffer');
}
