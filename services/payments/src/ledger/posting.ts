import { invariant } from '@janela/kernel';

/** Something that happens to money: what, about what, and entries that add up to zero. */
export interface Posting {
  /** A code, such as `payment_paid`. */
  what: string;
  about: {
    cycleId?: string;
    batchId?: string;
    paymentId?: string;
    fundsId?: string;
    contributionId?: string;
    settlementId?: string;
  };
  currency: string;
  entries: readonly Entry[];
}

/** A debit is above zero, a credit below. */
export interface Entry {
  account: string;
  amountMinor: bigint;
}

/** The commonest of them: an amount leaves one account for another. */
export function transfer(from: string, to: string, amountMinor: bigint): Entry[] {
  invariant(amountMinor > 0n, `what goes from ${from} to ${to} is above zero`);
  return [
    { account: to, amountMinor },
    { account: from, amountMinor: -amountMinor },
  ];
}

/** Throws `InvariantError` unless the entries are some, none of them zero, and add up to zero. */
export function mustAddUp({ what, entries }: Posting): void {
  invariant(entries.length >= 2, `${what} has a debit and a credit`);
  invariant(
    entries.every(({ amountMinor }) => amountMinor !== 0n),
    `${what} has no entry of nothing`,
  );
  const sum = entries.reduce((total, { amountMinor }) => total + amountMinor, 0n);
  invariant(sum === 0n, `${what} adds up to zero, not to ${sum}`);
}
