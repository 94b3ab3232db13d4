import { Injectable } from '@nestjs/common';
import { everywhere, isAreaCode } from '@janela/kernel';
import { escapeLiteral } from 'pg';
import { DataSource } from 'typeorm';

import type { Actor } from '../context/actor.ts';
import { Cipher } from '../encryption/cipher.ts';
import { answerOnce, type OnceRequest } from '../idempotency/answer-once.ts';
import { keyRefusal } from '../idempotency/idempotency-key.ts';
import type { Tx } from '../context/tx.ts';

/** Runs work in a transaction on behalf of an actor. The one way a service reaches its database. */
@Injectable()
export class Database {
  constructor(
    private readonly dataSource: DataSource,
    private readonly cipher: Cipher,
  ) {}

  /** A transaction that cannot write. */
  read<T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.run(actor, 'READ ONLY', work);
  }

  /** A transaction that commits when `work` resolves and undoes everything when it throws. Never retried. */
  write<T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.run(actor, 'READ WRITE', work);
  }

  /**
   * Like `write`, but once for each key: a second request with the same key and body gets the first answer, with another body
   * `IdempotencyKeyReused` (422), while the first is running `StillRunning` (409). Work with a key that is missing or malformed
   * is refused (400) unless it is refused by itself. The answer must be JSON.
   */
  once<T>(actor: Actor, { key, ...request }: OnceRequest, work: (tx: Tx) => Promise<T>): Promise<T> {
    if (key === undefined) return this.write(actor, work);
    const refusal = keyRefusal(key);
    if (refusal) return this.write(actor, (tx) => work(tx).then(() => Promise.reject<T>(refusal)));
    return this.write(actor, (tx) => answerOnce(tx, { actor, cipher: this.cipher }, { key, ...request }, work));
  }

  private async run<T>(actor: Actor, mode: 'READ ONLY' | 'READ WRITE', work: (tx: Tx) => Promise<T>): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    try {
      // Opened here, to spend one round trip instead of two. TypeORM is informed, so that a transaction inside becomes a savepoint.
      Object.assign(runner, { isTransactionActive: true, transactionDepth: 1 });
      await runner.query(`START TRANSACTION ${mode}; ${settingsOf(actor)}`);
      const result = await work(runner.manager);
      await runner.commitTransaction();
      return result;
    } catch (error) {
      // Where the connection is gone there is nothing left to undo.
      await runner.rollbackTransaction().catch(() => undefined);
      throw error;
    } finally {
      await runner.release();
    }
  }
}

/** Local to the transaction: a pooled connection carries nothing over to its next user. */
function settingsOf(actor: Actor): string {
  const areas = escapeLiteral(areasSetting(actor));
  return `SET LOCAL janela.actor = ${escapeLiteral(actor.id)}; SET LOCAL janela.areas = ${areas}`;
}

/** The actor's areas as a Postgres array. Every code begins with the empty one, which so stands for every area. */
export function areasSetting({ areas }: Pick<Actor, 'areas'>): string {
  // What is no area code contains nothing, here as in `areaContains`.
  const scopes = areas.filter((area) => area === everywhere || isAreaCode(area));
  return `{${scopes.map((area) => (area === everywhere ? '""' : area)).join(',')}}`;
}
