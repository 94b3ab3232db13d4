import { randomUUIDv7 } from 'node:crypto';

import { Injectable } from '@nestjs/common';
import { minorToJson } from '@janela/kernel';
import { insertAll, type Tx } from '@janela/platform';

import { NotEnoughFunds } from '../payments.errors.ts';
import { LedgerEntryEntity } from './ledger-entry.entity.ts';
import { LedgerTransactionEntity } from './ledger-transaction.entity.ts';
import { mustAddUp, type Posting } from './posting.ts';

/** The book of all money. It is only ever added to; a balance is the sum of its entries. */
@Injectable()
export class LedgerService {
  /** Writes transactions in the open database transaction. What does not add up to zero is a bug and stops it. */
  async post(tx: Tx, actorId: string, postings: readonly Posting[]): Promise<void> {
    postings.forEach(mustAddUp);
    const transactions = postings.map((posting) => ({ id: randomUUIDv7(), ...posting }));
    await insertAll(
      tx,
      LedgerTransactionEntity,
      transactions.map(({ id, what, about }) => ({
        id,
        what,
        byActor: actorId,
        cycleId: about.cycleId ?? null,
        batchId: about.batchId ?? null,
        paymentId: about.paymentId ?? null,
        fundsId: about.fundsId ?? null,
        contributionId: about.contributionId ?? null,
        settlementId: about.settlementId ?? null,
      })),
    );
    const entries = transactions.flatMap(({ id: transactionId, currency, entries: lines }) =>
      lines.map((entry, index) => ({ transactionId, line: index + 1, currency, ...entry })),
    );
    await insertAll(tx, LedgerEntryEntity, entries);
  }

  /**
   * Refuses to take more from an account than it holds. Until the end of the transaction no other one reads what it holds, so
   * two who each find enough cannot take too much together.
   */
  async claim(tx: Tx, account: string, currency: string, neededMinor: bigint): Promise<void> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('ledger ' || $1, 0))`, [account]);
    const balance = await this.balance(tx, account, currency);
    if (balance >= neededMinor) return;
    const members = { fundsMinor: minorToJson(balance), neededMinor: minorToJson(neededMinor) };
    throw new NotEnoughFunds(`It needs ${neededMinor} and has ${balance} minor units of ${currency}`, { members });
  }

  /** What an account holds at this moment. */
  async balance(tx: Tx, account: string, currency: string): Promise<bigint> {
    const [row] = await tx.query<{ balance: string }[]>(
      'SELECT coalesce(sum(amount_minor), 0) AS balance FROM ledger_entries WHERE account = $1 AND currency = $2',
      [account, currency],
    );
    return BigInt(row?.balance ?? 0);
  }
}
