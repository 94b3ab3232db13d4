import { z } from 'zod';

import { Instant } from '../values/dates.ts';
import { Id } from '../values/identity.ts';
import { Currency, MinorAmount } from '../values/money.ts';
import { listQuery } from '../values/page.ts';

/** An account of the ledger, such as `funds:SCT` or `in_flight:sandbox`. */
export const AccountCode = z.string().regex(/^[a-z][a-z_]*(:[A-Za-z0-9_-]+)*$/);
export type AccountCode = z.infer<typeof AccountCode>;

export const LedgerAccount = z.object({
  account: AccountCode,
  currency: Currency,
  balanceMinor: z.int().describe('Debits less credits.'),
});
export type LedgerAccount = z.infer<typeof LedgerAccount>;

/** Entries that add up to zero in each currency: a debit is above zero, a credit below. */
export const LedgerTransaction = z.object({
  id: Id,
  at: Instant,
  what: z.string().describe('The code of what happened, such as `payment_paid`.'),
  about: z.object({
    cycleId: Id.optional(),
    paymentId: Id.optional(),
    fundsId: Id.optional(),
    contributionId: Id.optional(),
    settlementId: Id.optional(),
  }),
  by: z.string(),
  entries: z.array(z.object({ account: AccountCode, currency: Currency, amountMinor: z.int() })).min(2),
});
export type LedgerTransaction = z.infer<typeof LedgerTransaction>;

/** A row of `GET /v1/ledger/trial-balance`: the account's balance, on its side. All debits of a currency equal all its credits. */
export const TrialBalanceRow = z.object({
  account: AccountCode,
  currency: Currency,
  debitMinor: MinorAmount,
  creditMinor: MinorAmount,
});
export type TrialBalanceRow = z.infer<typeof TrialBalanceRow>;

export const TrialBalance = z.object({ items: z.array(TrialBalanceRow) });
export type TrialBalance = z.infer<typeof TrialBalance>;

/** `GET /v1/ledger/transactions` */
export const ListTransactions = listQuery({
  account: AccountCode.optional(),
  cycleId: Id.optional(),
  paymentId: Id.optional(),
});
export type ListTransactions = z.infer<typeof ListTransactions>;
