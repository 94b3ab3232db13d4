import { Injectable } from '@nestjs/common';
import { everywhere, isAreaCode } from '@janela/kernel';
import { DataSource } from 'typeorm';

import type { Actor } from '../auth/actor.ts';
import { Cipher } from '../encryption/cipher.ts';
import { answerOnce, type OnceRequest } from '../idempotency/answer-once.ts';
import type { Tx } from './tx.ts';

/** Runs work in a transaction on behalf of an actor. The one way a service reaches its database. */
@Injectable()
export class Database {
  constructor(
    private readonly dataSource: DataSource,
    private readonly cipher: Cipher,
  ) {}

  /** A transaction that cannot write. */
  read<T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.#run(actor, 'on', work);
  }

  /** A transaction that commits when `work` resolves and undoes everything when it throws. Never retried. */
  write<T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.#run(actor, 'off', work);
  }

  /**
   * Like `write`, but once for each key: a second request with the same key and body gets the first answer, with another body
   * `IdempotencyKeyReused` (422), while the first is running `StillRunning` (409). The answer must be JSON.
   */
  once<T>(actor: Actor, { key, ...request }: OnceRequest, work: (tx: Tx) => Promise<T>): Promise<T> {
    if (key === undefined) return this.write(actor, work);
    return this.write(actor, (tx) => answerOnce(tx, this.cipher, actor, { key, ...request }, work));
  }

  #run<T>(actor: Actor, readOnly: 'on' | 'off', work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.dataSource.transaction(async (tx) => {
      // Local to the transaction: a pooled connection carries nothing over to whoever uses it next.
      await tx.query(
        `SELECT set_config('transaction_read_only', $1, true), set_config('janela.actor', $2, true), set_config('janela.areas', $3, true)`,
        [readOnly, actor.id, areasSetting(actor)],
      );
      return work(tx);
    });
  }
}

/** The actor's areas as a Postgres array. Every code begins with the empty one, which so stands for every area. */
export function areasSetting({ areas }: Pick<Actor, 'areas'>): string {
  // What is no area code contains nothing, here as in `areaContains`.
  const scopes = areas.filter((area) => area === everywhere || isAreaCode(area));
  return `{${scopes.map((area) => (area === everywhere ? '""' : area)).join(',')}}`;
}
