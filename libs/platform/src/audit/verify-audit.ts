import type { DataSource, EntityManager } from 'typeorm';

import { chainHash, entryDigest, genesis } from './chain.ts';

/** What is first wrong in an audit trail. `entry` is the id of the entry it is about. */
export interface AuditBreak {
  kind: 'changed' | 'missing' | 'reordered' | 'seal_missing' | 'not_sealed' | 'not_anchored';
  /** Where in the chain; undefined for an entry that never got there. */
  number?: bigint;
  entry?: string;
  /** In words, for the auditor. */
  says: string;
}

export type AuditVerdict =
  { intact: true; sealed: bigint; anchor: string } | { intact: false; sealed: bigint; broken: AuditBreak };

export interface VerifyOptions {
  /** `<number>:<hash in hex>`, as once logged by the sealer: the chain must still go through it. */
  anchor?: string;
  /** An entry older than this must be in the chain. */
  sealedWithinMs?: number;
  /** Called now and then with how many seals have been checked. */
  onProgress?: (sealed: bigint) => void;
}

interface Row {
  number: string;
  entry_id: string;
  hash: Buffer;
  digest: Buffer | null;
}

const pageSize = 20_000;
const defaultSealedWithinMs = 300_000;

/** Walks the whole chain and names the first entry that was changed, taken out, moved, or never sealed. Needs only to read. */
export async function verifyAudit(dataSource: DataSource, options: VerifyOptions = {}): Promise<AuditVerdict> {
  return dataSource.transaction('REPEATABLE READ', async (tx) => {
    // One look at the whole chain may take longer than any request.
    await tx.query(
      `SELECT set_config('statement_timeout', '0', true), set_config('transaction_read_only', 'on', true)`,
    );
    const anchor = parseAnchor(options.anchor);
    let number = 0n;
    let previous: Buffer = genesis;
    for await (const rows of pages(tx)) {
      for (const row of rows) {
        const broken = checkSeal(row, number, previous, rows) ?? checkAnchor(anchor, row);
        if (broken) return { intact: false, sealed: number, broken };
        number += 1n;
        previous = row.hash;
      }
      options.onProgress?.(number);
    }
    const broken =
      cutOff(anchor, number) ?? (await findNeverSealed(tx, options.sealedWithinMs ?? defaultSealedWithinMs));
    if (broken) return { intact: false, sealed: number, broken };
    return { intact: true, sealed: number, anchor: `${number}:${previous.toString('hex')}` };
  });
}

/** The chain, a page at a time; the database reads the next one while this one is checked. */
async function* pages(tx: EntityManager): AsyncGenerator<Row[]> {
  let next = readPage(tx, 0n);
  try {
    for (;;) {
      const rows = await next;
      const last = rows.at(-1);
      if (!last) return;
      next = readPage(tx, BigInt(last.number));
      yield rows;
    }
  } finally {
    // A caller that stops early must not leave a query behind in the transaction.
    await next.catch(() => undefined);
  }
}

function readPage(tx: EntityManager, after: bigint): Promise<Row[]> {
  // LIMIT keeps the planner from joining each page with the whole table: entries are looked up one by one.
  return tx.query<Row[]>(
    `SELECT s.number, s.entry_id, s.hash, found.digest
     FROM (SELECT * FROM audit_seals WHERE number > $1 ORDER BY number LIMIT $2) s
     LEFT JOIN LATERAL (SELECT ${entryDigest} AS digest FROM audit_entries e WHERE e.id = s.entry_id LIMIT 1) found ON true
     ORDER BY s.number`,
    [after.toString(), pageSize],
  );
}

function checkSeal(row: Row, last: bigint, previous: Buffer, page: readonly Row[]): AuditBreak | undefined {
  const number = last + 1n;
  const entry = row.entry_id;
  if (BigInt(row.number) !== number) {
    return { kind: 'seal_missing', number, says: `Seal ${number} is missing; the next one there is ${row.number}` };
  }
  if (!row.digest) return { kind: 'missing', number, entry, says: `Entry ${entry}, sealed as ${number}, is missing` };
  if (chainHash(previous, number, row.digest).equals(row.hash)) return undefined;
  const other = page.find(({ digest }) => digest && chainHash(previous, number, digest).equals(row.hash));
  if (other) {
    return {
      kind: 'reordered',
      number,
      entry,
      says: `Seal ${number} was for entry ${other.entry_id}; now it is said to be for entry ${entry}`,
    };
  }
  return { kind: 'changed', number, entry, says: `Entry ${entry} is not what was sealed as ${number}` };
}

type Anchor = { number: bigint; hash: string } | undefined;

function parseAnchor(text: string | undefined): Anchor {
  if (text === undefined) return undefined;
  const [, number, hash] = /^(\d+):([0-9a-f]{64})$/.exec(text) ?? [];
  if (number === undefined || hash === undefined) throw new TypeError('an anchor is <number>:<64 hex digits>');
  return { number: BigInt(number), hash };
}

function checkAnchor(anchor: Anchor, row: Row): AuditBreak | undefined {
  if (anchor?.number !== BigInt(row.number) || anchor.hash === row.hash.toString('hex')) return undefined;
  return {
    kind: 'not_anchored',
    number: anchor.number,
    entry: row.entry_id,
    says: `Seal ${row.number} is not the one that was noted: the chain was written again`,
  };
}

function cutOff(anchor: Anchor, last: bigint): AuditBreak | undefined {
  if (!anchor || anchor.number <= last) return undefined;
  return {
    kind: 'not_anchored',
    number: anchor.number,
    says: `The chain ends at ${last}, but seal ${anchor.number} was noted: the end was cut off`,
  };
}

/** Returns entries that are missing in the sealer's queue, and places in the queue whose entry is missing. */
async function findNeverSealed(tx: EntityManager, withinMs: number): Promise<AuditBreak | undefined> {
  const [row] = await tx.query<{ id: string; there: boolean }[]>(
    `SELECT e.id, true AS there FROM audit_entries e
     WHERE e.at < now() - make_interval(secs => $1) AND NOT EXISTS (SELECT FROM audit_seals s WHERE s.entry_id = e.id)
     UNION ALL
     SELECT u.entry_id, false FROM audit_unsealed u WHERE NOT EXISTS (SELECT FROM audit_entries e WHERE e.id = u.entry_id)
     ORDER BY id LIMIT 1`,
    [withinMs / 1_000],
  );
  if (!row) return undefined;
  if (!row.there) return { kind: 'missing', entry: row.id, says: `Entry ${row.id} is missing; it was not sealed yet` };
  return { kind: 'not_sealed', entry: row.id, says: `Entry ${row.id} has not been sealed for too long` };
}
