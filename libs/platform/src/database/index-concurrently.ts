import { invariant } from '@janela/kernel';
import type { QueryRunner } from 'typeorm';

export interface ConcurrentIndex {
  name: string;
  /** `payments (cycle_id) WHERE state = 'held'` */
  on: string;
  unique?: boolean;
}

/**
 * Creates an index while others go on writing, in a migration with `readonly transaction = false`. One that an earlier attempt has
 * left unfinished is dropped first. It waits for every transaction that is open, without a limit.
 */
export async function createIndexConcurrently(
  runner: QueryRunner,
  { name, on, unique = false }: ConcurrentIndex,
): Promise<void> {
  invariant(/^[a-z][a-z0-9_]{0,62}$/.test(name), `"${name}" is not the name of an index`);
  invariant(!runner.isTransactionActive, `${name} is created outside a transaction: readonly transaction = false`);
  const [before] = (await runner.query('SHOW lock_timeout')) as { lock_timeout: string }[];
  await runner.query('SET lock_timeout = 0');
  try {
    await runner.query(`DROP INDEX CONCURRENTLY IF EXISTS ${name}`);
    await runner.query(`CREATE ${unique ? 'UNIQUE ' : ''}INDEX CONCURRENTLY ${name} ON ${on}`);
  } finally {
    await runner.query(`SELECT set_config('lock_timeout', $1, false)`, [before?.lock_timeout]);
  }
}
