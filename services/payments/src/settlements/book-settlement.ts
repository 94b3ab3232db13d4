import { Injectable } from '@nestjs/common';
import { PaymentFailed, PaymentPaid, PaymentReturned } from '@janela/contracts';
import { minorToJson } from '@janela/kernel';
import { Outbox } from '@janela/messaging';
import { type Actor, Clock, type Tx } from '@janela/platform';

import { accounts, mostMinor } from '../ledger/accounts.ts';
import { LedgerService } from '../ledger/ledger.service.ts';
import { noReasonGiven } from '../outcomes/judge-outcome.ts';
import { AmountBeyondCounting, NotAcceptable, PaymentStateConflict } from '../payments.errors.ts';
import { type LockedPayment, lockPayments } from '../payments/locked-payment.ts';
import { movePayments, writePayments } from '../payments/move-payments.ts';
import { instructedData } from '../payments/payment-events.ts';
import { PaymentEntity } from '../payments/payment.entity.ts';
import { isUnderWay } from '../payments/under-way.ts';
import { SettlementOutdated } from '../two-people.errors.ts';
import { type Claim, type Effect, effectOf } from './settlement-effect.ts';
import type { SettlementRow } from './to-settlement.ts';

/** A payment, and what settling it will do. */
export interface Booking {
  readonly payment: LockedPayment;
  readonly effect: Effect;
}

/** Lets payment, ledger and everybody else follow what two people found out. */
@Injectable()
export class BookSettlementService {
  constructor(
    private readonly ledger: LedgerService,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** What confirming will do; nothing where it was put aside, or is about none of our payments. Its payments are locked. */
  async prepare(tx: Tx, settlement: SettlementRow): Promise<Booking | undefined> {
    if (settlement.resolution === 'dismissed' || settlement.paymentId === null) return undefined;
    const chain = await lockPayments(
      tx,
      `(p.enrolment_id, p.period) = (SELECT enrolment_id, period FROM payments WHERE id = $1)`,
      [settlement.paymentId],
    );
    const payment = chain.find(({ id }) => id === settlement.paymentId);
    if (!payment) return undefined;
    if (settlement.outcomeId === null && payment.state !== 'sent' && payment.state !== 'unknown')
      throw new PaymentStateConflict(`It is ${payment.state} by now: what its provider says counts`);
    mustBeAsProposed(settlement, payment);
    const others = chain.filter(({ id }) => id !== payment.id);
    const replaced = await tx.existsBy(PaymentEntity, { replaces: payment.id });
    const booked = { ...payment, provider: payment.provider ?? '' };
    const claim = await claimOf(tx, settlement, payment);
    const doubledMinor = await doubledOf(tx, payment.id);
    const effect = effectOf(booked, claim, { otherLive: others.some(isLive), replaced, doubledMinor });
    if (!effect) throw new NotAcceptable(claim.minor === 0n ? 'Nothing was paid' : 'More came back than was paid');
    await this.mustBeCovered(tx, payment, effect);
    return { payment, effect };
  }

  async book(tx: Tx, actor: Actor, settlement: SettlementRow, { payment, effect }: Booking): Promise<void> {
    const { id: settlementId } = settlement;
    const postings = effect.postings.map((posting) => ({ ...posting, about: { ...posting.about, settlementId } }));
    if (postings.length > 0) await this.ledger.post(tx, actor.id, postings);
    await this.mustBeCountable(tx, payment, effect);
    if (effect.to === undefined) return this.leaveToPeople(tx, payment, effect, settlementId);
    const reasonCode = effect.to === 'paid' ? null : (settlement.saidReason ?? noReasonGiven);
    const moved: LockedPayment = {
      ...payment,
      state: effect.to,
      version: payment.version + 1,
      reasonCode,
      settlementId,
      paidMinor: effect.paidMinor ?? payment.paidMinor,
      occurredAt: happenedAt(settlement, payment, this.clock.now()),
      refundedAt: effect.refunded ? this.clock.now() : null,
    };
    const { reason: note, documentReference: reference } = settlement;
    await movePayments(tx, [moved], () => ({ byActor: actor.id, reasonCode, note, reference }));
    if (moved.state !== payment.state || moved.state === 'paid') await this.publish(tx, moved);
  }

  /** Of what was paid beyond anything due, no provider alone says what becomes of it. */
  private async leaveToPeople(tx: Tx, payment: LockedPayment, effect: Effect, settlementId: string): Promise<void> {
    if (effect.recoverableMinor === 0n || isUnderWay(payment.state)) return;
    await writePayments(tx, [{ ...payment, version: payment.version + 1, settlementId }]);
  }

  /** What was paid after all comes out of what the programme has; where it has no more, the funds come first. */
  private async mustBeCovered(tx: Tx, { programme, currency }: LockedPayment, { postings }: Effect): Promise<void> {
    const account = accounts.funds(programme);
    const takenMinor = postings
      .flatMap(({ entries }) => entries)
      .reduce((sum, entry) => (entry.account === account ? sum - entry.amountMinor : sum), 0n);
    if (takenMinor > 0n) await this.ledger.claim(tx, account, currency, takenMinor);
  }

  /** Refuses an absurd amount, with which the ledger could not be read any more. */
  private async mustBeCountable(tx: Tx, { currency }: LockedPayment, { postings }: Effect): Promise<void> {
    const touched = new Set(postings.flatMap(({ entries }) => entries.map(({ account }) => account)));
    const rows = await tx.query<unknown[]>(
      `SELECT account FROM ledger_entries WHERE account = ANY($1::text[]) AND currency = $2
       GROUP BY account HAVING abs(sum(amount_minor)) > $3`,
      [[...touched].filter(isOwed), currency, mostMinor],
    );
    if (rows.length > 0) throw new AmountBeyondCounting();
  }

  private async publish(tx: Tx, moved: LockedPayment): Promise<void> {
    const occurredAt = (moved.occurredAt ?? this.clock.now()).toISOString();
    const facts = { ...instructedData(moved), occurredAt };
    const reasonCode = moved.reasonCode ?? noReasonGiven;
    if (moved.state === 'paid')
      await this.outbox.add(tx, PaymentPaid, { ...facts, paidMinor: minorToJson(moved.paidMinor ?? 0n) });
    if (moved.state === 'failed') await this.outbox.add(tx, PaymentFailed, { ...facts, reasonCode });
    if (moved.state === 'returned') {
      const returnedMinor = minorToJson(moved.amountMinor);
      await this.outbox.add(tx, PaymentReturned, { ...facts, reasonCode, returnedMinor });
    }
  }
}

/** Accounts that an amount from outside goes through; the others never hold more than the funds that were given. */
const isOwed = (account: string) => account.startsWith('recoverable:') || account.startsWith('provider:');

const isLive = ({ state }: LockedPayment) => state !== 'failed' && state !== 'returned' && state !== 'cancelled';

async function doubledOf(tx: Tx, paymentId: string): Promise<bigint> {
  const [row] = await tx.query<{ sum: string }[]>(
    `SELECT coalesce(sum(recoverable_minor), 0) AS sum FROM settlements WHERE payment_id = $1 AND state = 'confirmed'`,
    [paymentId],
  );
  return BigInt(row?.sum ?? 0);
}

async function claimOf(tx: Tx, settlement: SettlementRow, payment: LockedPayment): Promise<Claim> {
  const { outcome, saidStatus: said, saidBy, saidCurrency: currency } = settlement;
  const isSaidInItsCurrency = currency === null || currency === payment.currency;
  const minor = settlement.paidMinor ?? (isSaidInItsCurrency ? settlement.saidMinor : null);
  return {
    outcome: outcome ?? said ?? 'unknown',
    minor: minor === null ? null : BigInt(minor),
    provider: saidBy ?? payment.provider ?? '',
    again: said === 'paid' && (await wasPaidByAnother(tx, settlement)),
    returnedSince: said === 'paid' && (await cameBackSince(tx, settlement, payment)),
    paidSince: said === 'failed' && (await wasPaidSince(tx, settlement)),
  };
}

/** Returns whether the provider had paid under another reference, as far as is accepted: then this money moved again. */
async function wasPaidByAnother(tx: Tx, { outcomeId: id, instructionId, saidReference: reference }: SettlementRow) {
  const rows = await tx.query<{ reference: string }[]>(
    `SELECT o.provider_reference AS reference FROM outcomes o
       LEFT JOIN settlements s ON s.outcome_id = o.id AND s.state = 'confirmed' AND s.resolution = 'accepted'
     WHERE o.instruction_id = $1 AND o.status = 'paid' AND o.id <> $2 AND o.verdict <> 'unknown_instruction'
       AND (o.verdict IN ('applied', 'noted', 'late') OR s.id IS NOT NULL)`,
    [instructionId, id],
  );
  return rows.length > 0 && rows.every((row) => row.reference !== reference);
}

/** Whether the provider has paid this instruction after what it says had happened, as far as is accepted. */
async function wasPaidSince(tx: Tx, { instructionId, saidAt }: SettlementRow): Promise<boolean> {
  const rows = await tx.query<unknown[]>(
    `SELECT FROM outcomes o LEFT JOIN settlements s ON s.outcome_id = o.id AND s.state = 'confirmed' AND s.resolution = 'accepted'
     WHERE o.instruction_id = $1 AND o.status = 'paid' AND o.occurred_at > $2
       AND (o.verdict IN ('applied', 'noted', 'late') OR s.id IS NOT NULL) LIMIT 1`,
    [instructionId, saidAt],
  );
  return rows.length > 0;
}

/** Whether the provider has said of this instruction that all of it came back, no earlier than that it was paid. */
async function cameBackSince(
  tx: Tx,
  { instructionId, saidAt }: SettlementRow,
  { amountMinor }: LockedPayment,
): Promise<boolean> {
  const rows = await tx.query<unknown[]>(
    `SELECT FROM outcomes WHERE instruction_id = $1 AND status = 'returned' AND verdict IN ('applied', 'noted')
       AND occurred_at >= $2 AND (amount_minor IS NULL OR amount_minor >= $3) LIMIT 1`,
    [instructionId, saidAt, amountMinor],
  );
  return rows.length > 0;
}

/** What is confirmed is what was shown: the payment has not changed since. Between two states under way nothing was found out. */
function mustBeAsProposed({ knownState, knownMinor }: SettlementRow, { state, paidMinor }: LockedPayment): void {
  if (knownState === null || (isUnderWay(knownState) && isUnderWay(state))) return;
  const isPaidTheSame = knownMinor === null ? paidMinor === null : paidMinor === BigInt(knownMinor);
  if (knownState !== state || !isPaidTheSame) throw new SettlementOutdated(`It was ${knownState}, and is ${state}`);
}

/** When it happened, as far as that is possible: not before it was asked for, nor after now. */
function happenedAt({ saidAt }: SettlementRow, { instructedAt }: LockedPayment, now: Date): Date {
  if (!saidAt || saidAt > now) return now;
  return instructedAt && saidAt < instructedAt ? instructedAt : saidAt;
}
