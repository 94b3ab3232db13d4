import type { OutcomeStatus, PaymentState } from '@janela/contracts';

import { accounts } from '../ledger/accounts.ts';
import { type Entry, type Posting, transfer } from '../ledger/posting.ts';
import { acceptancePostings, type BookedPayment, outcomePostings } from '../outcomes/outcome-postings.ts';
import { isUnderWay } from '../payments/under-way.ts';

/** A payment as far as settling it needs it. */
export interface SettledPayment extends BookedPayment {
  readonly state: PaymentState;
  readonly paidMinor: bigint | null;
  readonly refundedAt: Date | null;
}

/** What two people take for true. */
export interface Claim {
  readonly outcome: OutcomeStatus;
  /** In the currency of the payment; what was due, where nothing else was said. */
  readonly minor: bigint | null;
  /** Who says so; another than the payment's own has paid without being asked. */
  readonly provider: string;
  /** It was said after the payment was paid already, of money that moved once more. */
  readonly again: boolean;
  /** The same provider said later that all of it came back, which agreed with what was known. */
  readonly returnedSince: boolean;
  /** The same provider paid after that had happened, as far as is accepted. */
  readonly paidSince: boolean;
}

/** How it is with the other payments for the same enrolment and period. */
export interface Chain {
  /** Another of them is paid or under way. */
  readonly otherLive: boolean;
  /** Another of them was made in place of this one. */
  readonly replaced: boolean;
  /** What is to be recovered already of what was paid for this one beyond anything due. */
  readonly doubledMinor: bigint;
}

/**
 * What settling does. `to` and `paidMinor` where the payment changes; `recoverableMinor` was paid beyond anything due or, below
 * zero, came back of that.
 */
export interface Effect {
  readonly to?: PaymentState;
  readonly paidMinor?: bigint;
  /** Money that came back goes straight to the programme. */
  readonly refunded?: boolean;
  readonly recoverableMinor: bigint;
  readonly postings: readonly Posting[];
}

const nothing: Effect = { recoverableMinor: 0n, postings: [] };

/** Returns what a claim that is accepted means for a payment and for the ledger; undefined where it cannot be booked. */
export function effectOf(payment: SettledPayment, claim: Claim, chain: Chain): Effect | undefined {
  const minor = claim.minor ?? payment.amountMinor;
  const isOwn = claim.provider === payment.provider;
  if (claim.outcome === 'paid' && minor === 0n) return undefined;
  // It was paid, and has come back since, as the payment says; under another reference it is money that moved again.
  const hasComeBack = payment.state === 'returned' && claim.returnedSince && !claim.again;
  if (claim.outcome === 'paid' && isOwn && hasComeBack) return nothing;
  if (claim.outcome === 'paid')
    return isOwn ? effectOfPaid(payment, claim, chain, minor) : paidBeyond(payment, claim, minor);
  if (claim.outcome !== 'failed' && claim.outcome !== 'returned') return nothing;
  if (isOwn && isUnderWay(payment.state))
    return claim.outcome === 'failed' ? failed(payment) : cameBackAtOnce(payment, minor);
  // What had failed before says nothing of the money that was paid afterwards.
  if (claim.outcome === 'failed' && claim.paidSince) return nothing;
  if (chain.doubledMinor > 0n) return recovered(payment, claim, chain.doubledMinor);
  // What comes back before what was paid is settled waits until it is, or else the book depends on the order.
  if (!isOwn || payment.state !== 'paid') return claim.outcome === 'returned' ? undefined : nothing;
  const paidMinor = payment.paidMinor ?? payment.amountMinor;
  // What failed after all was never with the payee: all of it is back.
  return cameBack(payment, paidMinor, claim.outcome === 'failed' ? paidMinor : (claim.minor ?? paidMinor));
}

/** What was paid beyond anything due is the first that comes back; what had been due stays with the payee. */
function recovered(payment: SettledPayment, claim: Claim, doubledMinor: bigint): Effect | undefined {
  const backMinor = claim.outcome === 'failed' ? doubledMinor : (claim.minor ?? doubledMinor);
  if (backMinor > doubledMinor) return undefined;
  if (backMinor === 0n) return nothing;
  const entries = transfer(accounts.recoverable(payment.programme), accounts.provider(claim.provider), backMinor);
  return { recoverableMinor: -backMinor, postings: postingOf(payment, 'payment_recovered', entries) };
}

function effectOfPaid(payment: SettledPayment, claim: Claim, chain: Chain, minor: bigint): Effect {
  const { state, programme, amountMinor } = payment;
  const moved = { to: 'paid' as const, paidMinor: minor, recoverableMinor: 0n };
  if (isUnderWay(state)) return { ...moved, postings: acceptancePostings(payment, minor) };
  if (state === 'paid') {
    if (claim.again) return paidBeyond(payment, claim, minor);
    const entries = restated(payment, payment.paidMinor ?? amountMinor, minor);
    return { ...moved, postings: postingOf(payment, 'payment_restated', entries) };
  }
  if (chain.otherLive) return paidBeyond(payment, claim, minor);
  const { returned, funds, paid } = accounts;
  const isWaiting = state === 'returned' && payment.refundedAt === null && !chain.replaced;
  const source = isWaiting ? returned(programme) : funds(programme);
  return {
    ...moved,
    postings: [
      ...postingOf(payment, 'payment_paid_after_all', transfer(source, paid(programme), amountMinor)),
      ...postingOf(payment, 'payment_restated', restated(payment, amountMinor, minor)),
    ],
  };
}

/** The payee owes it to us, and we owe it to the provider that paid it. */
function paidBeyond(payment: SettledPayment, { provider }: Claim, minor: bigint): Effect {
  const entries = transfer(accounts.provider(provider), accounts.recoverable(payment.programme), minor);
  return { recoverableMinor: minor, postings: postingOf(payment, 'payment_doubled', entries) };
}

function failed(payment: SettledPayment): Effect {
  return { to: 'failed', recoverableMinor: 0n, postings: outcomePostings(payment, payment.state, 'failed') };
}

/** It came back without having been paid out; what is lacking of it the provider owes. */
function cameBackAtOnce(payment: SettledPayment, backMinor: bigint): Effect | undefined {
  const { programme, provider, amountMinor } = payment;
  if (backMinor > amountMinor) return undefined;
  const { inFlight, funds } = accounts;
  const entries: Entry[] = [
    { account: inFlight(provider), amountMinor: -amountMinor },
    { account: funds(programme), amountMinor: backMinor },
    { account: accounts.provider(provider), amountMinor: amountMinor - backMinor },
  ];
  const postings = postingOf(payment, 'payment_returned', entries);
  return { to: 'returned', refunded: true, recoverableMinor: 0n, postings };
}

/** All or a part of what was paid came back: first what was paid too much, which we owed, and the rest to the programme. */
function cameBack(payment: SettledPayment, paidMinor: bigint, backMinor: bigint): Effect | undefined {
  const { programme, provider, amountMinor } = payment;
  if (backMinor > paidMinor) return undefined;
  const leftMinor = paidMinor - backMinor;
  const overMinor = above(paidMinor, amountMinor) - above(leftMinor, amountMinor);
  const { paid, funds, recoverable } = accounts;
  const entries: Entry[] = [
    { account: recoverable(programme), amountMinor: -overMinor },
    { account: accounts.provider(provider), amountMinor: overMinor },
    { account: paid(programme), amountMinor: overMinor - backMinor },
    { account: funds(programme), amountMinor: backMinor - overMinor },
  ];
  const postings = postingOf(payment, 'payment_returned', entries);
  if (leftMinor > 0n) return { to: 'paid', paidMinor: leftMinor, recoverableMinor: 0n, postings };
  return { to: 'returned', refunded: true, recoverableMinor: 0n, postings };
}

/** From one amount that was paid to another: the payee owes what is beyond what was due, and the provider what is below it. */
function restated({ programme, provider, amountMinor }: SettledPayment, before: bigint, after: bigint): Entry[] {
  const overMinor = above(after, amountMinor) - above(before, amountMinor);
  const paidMinor = after - before - overMinor;
  return [
    { account: accounts.recoverable(programme), amountMinor: overMinor },
    { account: accounts.paid(programme), amountMinor: paidMinor },
    { account: accounts.provider(provider), amountMinor: -overMinor - paidMinor },
  ];
}

function above(minor: bigint, limit: bigint): bigint {
  return minor > limit ? minor - limit : 0n;
}

/** Nothing, where no entry is left that is more than nothing. */
function postingOf({ id, cycleId, currency }: SettledPayment, what: string, all: readonly Entry[]): Posting[] {
  const entries = all.filter(({ amountMinor }) => amountMinor !== 0n);
  return entries.length === 0 ? [] : [{ what, about: { cycleId, paymentId: id }, currency, entries }];
}
