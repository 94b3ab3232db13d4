import { Injectable } from '@nestjs/common';
import type { LedgerAccount, LedgerTransaction, TrialBalance, ListTransactions, Page } from '@janela/contracts';
import { minorToJson } from '@janela/kernel';
import { type Actor, Audit, Cursors, Database, type Tx } from '@janela/platform';
import { z } from 'zod';

import { withHouseholds } from '../households-of-payments.ts';
import { mustReachCountry, mustReachWhatIsHere } from '../whole-country.ts';
import type { LedgerEntryEntity } from './ledger-entry.entity.ts';
import type { LedgerTransactionEntity } from './ledger-transaction.entity.ts';

interface Balance {
  account: string;
  currency: string;
  balance: string;
}

type Row = Omit<LedgerTransactionEntity, 'at'> & {
  at: Date;
  entries: (Omit<LedgerEntryEntity, 'amountMinor'> & { amountMinor: string })[];
};

const list = 'ledger';

/** The book as it is read. */
@Injectable()
export class LedgerReader {
  constructor(
    private readonly database: Database,
    private readonly cursors: Cursors,
    private readonly audit: Audit,
  ) {}

  accounts(actor: Actor): Promise<{ items: LedgerAccount[] }> {
    mustReachCountry(actor);
    return this.database.read(actor, async (tx) => {
      await mustReachWhatIsHere(tx, actor);
      const balances = await readBalances(tx);
      const items = balances.map(({ balance, ...rest }) => ({ ...rest, balanceMinor: minorToJson(BigInt(balance)) }));
      return { items };
    });
  }

  /** Every account's balance on its side. One statement, one moment: the two sides are equal. */
  trialBalance(actor: Actor): Promise<TrialBalance> {
    mustReachCountry(actor);
    return this.database.read(actor, async (tx) => {
      await mustReachWhatIsHere(tx, actor);
      const balances = await readBalances(tx);
      const items = balances.map(({ account, currency, balance }) => {
        const minor = minorToJson(BigInt(balance));
        return { account, currency, debitMinor: Math.max(minor, 0), creditMinor: Math.max(-minor, 0) };
      });
      return { items };
    });
  }

  /** Transactions, the newest first: of an account, a cycle or a payment, or all. Whose payments they show is in the trail. */
  transactions(
    actor: Actor,
    { account, cycleId, paymentId, limit, after }: ListTransactions,
  ): Promise<Page<LedgerTransaction>> {
    mustReachCountry(actor);
    const position = this.cursors.read(list, z.uuid(), after);
    return this.database.write(actor, async (tx) => {
      await mustReachWhatIsHere(tx, actor);
      const rows = await tx.query<Row[]>(transactionsSql, [
        account ?? null,
        cycleId ?? null,
        paymentId ?? null,
        position ?? null,
        limit + 1,
      ]);
      const shown = await withHouseholds(
        tx,
        rows.slice(0, limit).filter((row) => row.paymentId !== null),
      );
      const subject = paymentId === undefined ? 'ledger:all' : `payment:${paymentId}`;
      const about = { kind: 'ledger', action: 'ledger.read', subject, asked: { account, cycleId } };
      if (shown.length > 0) await this.audit.noteShown(tx, actor, { ...about, shown });
      return this.cursors.page(list, rows, limit, { item: toTransaction, position: ({ id }) => id });
    });
  }
}

function readBalances(tx: Tx): Promise<Balance[]> {
  return tx.query<Balance[]>(
    `SELECT account, currency, sum(amount_minor) AS balance FROM ledger_entries GROUP BY account, currency
     ORDER BY account, currency`,
  );
}

const transactionsSql = `
  SELECT t.id, t.at, t.what, t.by_actor AS "byActor", t.cycle_id AS "cycleId", t.payment_id AS "paymentId",
    t.funds_id AS "fundsId", t.contribution_id AS "contributionId", t.settlement_id AS "settlementId",
    (SELECT json_agg(json_build_object('account', e.account, 'currency', e.currency, 'amountMinor', e.amount_minor::text)
       ORDER BY e.line) FROM ledger_entries e WHERE e.transaction_id = t.id) AS entries
  FROM ledger_transactions t
  WHERE ($1::text IS NULL OR EXISTS (SELECT FROM ledger_entries e WHERE e.transaction_id = t.id AND e.account = $1))
    AND ($2::uuid IS NULL OR t.cycle_id = $2) AND ($3::uuid IS NULL OR t.payment_id = $3) AND ($4::uuid IS NULL OR t.id < $4)
  ORDER BY t.id DESC LIMIT $5`;

function toTransaction({ id, at, what, byActor: by, entries, ...row }: Row): LedgerTransaction {
  const { cycleId, paymentId, fundsId, contributionId, settlementId } = row;
  const ids = { cycleId, paymentId, fundsId, contributionId, settlementId };
  const about = Object.entries(ids).filter(([, value]) => value !== null);
  return {
    id,
    what,
    by,
    at: at.toISOString(),
    about: Object.fromEntries(about),
    entries: entries.map(({ account, currency, amountMinor }) => ({
      account,
      currency,
      amountMinor: minorToJson(BigInt(amountMinor)),
    })),
  };
}
