import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

import { RepeatedTask } from '../tasks/repeated-task.ts';
import { chainHash, entryDigest, genesis } from './chain.ts';

const batch = 5_000;
const headLogMs = 600_000;
// Any number, as long as every sealer takes the same one.
const sealLock = 5_310_248;

interface Head {
  number: bigint;
  hash: Buffer;
}

/**
 * Chains what was written: each seal hashes the one before, so that no entry can be changed, taken out or moved without breaking
 * all that follow. It runs beside the writers, so that they never wait for one another; an entry is seen, and so sealed, only
 * once it is committed.
 */
@Injectable()
export class AuditSealer implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly log = new Logger(AuditSealer.name);
  private readonly task = new RepeatedTask({
    everyMs: 1_000,
    failure: 'The audit trail cannot be sealed',
    run: () => this.seal(),
  });
  private headLoggedAt = 0;

  constructor(private readonly dataSource: DataSource) {}

  onApplicationBootstrap(): void {
    this.task.start();
  }

  onModuleDestroy(): Promise<void> {
    return this.task.stop();
  }

  /** Seals all that is committed and not yet sealed, unless another process is doing so. Returns how many entries. */
  async seal(): Promise<number> {
    let total = 0;
    for (;;) {
      const { count, head } = await this.dataSource.transaction((tx) => sealBatch(tx));
      total += count;
      if (count > 0) this.logHead(head);
      if (count < batch) return total;
    }
  }

  /** Logs are kept elsewhere: a chain cut short, or written again as a whole, no longer has the head that was logged. */
  private logHead({ number, hash }: Head): void {
    if (Date.now() - this.headLoggedAt < headLogMs) return;
    this.headLoggedAt = Date.now();
    this.log.log('The audit trail is sealed up to here', { anchor: `${number}:${hash.toString('hex')}` });
  }
}

async function sealBatch(tx: EntityManager): Promise<{ count: number; head: Head }> {
  const head: Head = { number: 0n, hash: genesis };
  const [lock] = await tx.query<{ free: boolean }[]>('SELECT pg_try_advisory_xact_lock($1) AS free', [sealLock]);
  if (!lock?.free) return { count: 0, head };
  // LIMIT keeps the planner from reading all that is sealed already: entries are looked up one by one.
  const entries = await tx.query<{ id: string; digest: Buffer }[]>(
    `SELECT found.id, found.digest FROM (SELECT entry_id FROM audit_unsealed ORDER BY entry_id LIMIT $1) u
     CROSS JOIN LATERAL (SELECT e.id, ${entryDigest} AS digest FROM audit_entries e WHERE e.id = u.entry_id LIMIT 1) found
     ORDER BY found.id`,
    [batch],
  );
  if (entries.length === 0) return { count: 0, head };

  const [last] = await tx.query<{ number: string; hash: Buffer }[]>(
    'SELECT number, hash FROM audit_seals ORDER BY number DESC LIMIT 1',
  );
  if (last) Object.assign(head, { number: BigInt(last.number), hash: last.hash });
  const seals = entries.map(({ id, digest }) => {
    head.number += 1n;
    head.hash = chainHash(head.hash, head.number, digest);
    return { ...head, id };
  });
  await tx.query(
    `WITH sealed AS (
       INSERT INTO audit_seals (number, entry_id, hash) SELECT * FROM unnest($1::bigint[], $2::bigint[], $3::bytea[]) RETURNING entry_id)
     DELETE FROM audit_unsealed USING sealed WHERE audit_unsealed.entry_id = sealed.entry_id`,
    [seals.map(({ number }) => number.toString()), seals.map(({ id }) => id), seals.map(({ hash }) => hash)],
  );
  return { count: entries.length, head };
}
