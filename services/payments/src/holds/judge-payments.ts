import { Injectable } from '@nestjs/common';
import { PaymentHeld, PaymentReleased } from '@janela/contracts';
import { Outbox } from '@janela/messaging';
import { Clock, type Tx } from '@janela/platform';

import { type LockedPayment, lockPayments } from '../payments/locked-payment.ts';
import { movePayments } from '../payments/move-payments.ts';
import { heldData } from '../payments/payment-events.ts';
import { system } from '../system.ts';
import { changedOfCycle, type CurrentReason, findChanged, findReason, type HoldReason } from './current-reasons.ts';

const byActor = system.id;
const atOnce = 5_000;
/** Held no longer for a reason, but by what was approved: an officer releases it. */
const reasonOver = 'reason_over';

/** Judges frozen payments again until they are sent: the latest facts decide, in whichever order they arrived; amounts stay. */
@Injectable()
export class JudgePaymentsService {
  constructor(
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Judges everything that these households are to be paid. */
  async judgeHouseholds(tx: Tx, householdIds: readonly string[]): Promise<void> {
    if (householdIds.length > 0) await this.judge(tx, 'p.household_id = ANY($2::uuid[])', [householdIds]);
  }

  /** Judges everything that is to be paid to these households or for these enrolments, which may have moved. */
  async judgeEnrolments(tx: Tx, householdIds: readonly string[], enrolmentIds: readonly string[]): Promise<void> {
    if (enrolmentIds.length === 0) return;
    const which = '(p.household_id = ANY($2::uuid[]) OR p.enrolment_id = ANY($3::uuid[]))';
    await this.judge(tx, which, [householdIds, enrolmentIds]);
  }

  /** Judges a whole list, which the caller has locked. */
  async judgeCycle(tx: Tx, cycleId: string): Promise<void> {
    await tx.query(`SELECT set_config('statement_timeout', $1, true)`, [String(judgeTimeoutMs)]);
    for await (const part of changedOfCycle(tx, this.clock.today(), cycleId, atOnce))
      await this.follow(tx, idsOf(part));
  }

  /** Judges payments that the caller has locked, and returns those that may be sent. */
  async keepBack(tx: Tx, payments: readonly LockedPayment[]): Promise<LockedPayment[]> {
    const held = await this.judge(tx, 'p.id = ANY($2::uuid[])', [payments.map(({ id }) => id)]);
    return payments.filter(({ id }) => !held.has(id));
  }

  /** Returns what speaks against sending a payment today, whatever it is held for. */
  findReason(tx: Tx, paymentId: string): Promise<HoldReason | null> {
    return findReason(tx, this.clock.today(), paymentId);
  }

  /** Gives held payments of approved lists a new version: who has read one must read again to whom it would go now. */
  async touchHeld(tx: Tx, householdIds: readonly string[]): Promise<void> {
    await tx.query(
      `UPDATE payments p SET version = p.version + 1 FROM cycles c
       WHERE c.id = p.cycle_id AND c.state IN ('approved', 'dispatched') AND p.household_id = ANY($1::uuid[]) AND p.state = 'held'`,
      [householdIds],
    );
  }

  /** Judges some payments, and returns the ids of those that are held now and were not. */
  private async judge(tx: Tx, which: string, binds: readonly unknown[]): Promise<Set<string>> {
    const changed = await findChanged(tx, this.clock.today(), which, binds);
    return new Set(changed.length > 0 ? await this.follow(tx, idsOf(changed)) : []);
  }

  /** Locks them first and judges again: they, or what they depend on, may have changed meanwhile. */
  private async follow(tx: Tx, ids: readonly string[]): Promise<string[]> {
    const taken = await lockPayments(tx, 'p.id = ANY($1::uuid[])', [ids]);
    const reasons = await findChanged(tx, this.clock.today(), 'p.id = ANY($2::uuid[])', [ids]);
    const byId = new Map(reasons.map((reason) => [reason.id, reason]));
    const changed = taken.flatMap((payment) => {
      const reason = byId.get(payment.id);
      return reason ? [{ ...payment, ...nextOf(reason), version: payment.version + 1 }] : [];
    });
    if (changed.length === 0) return [];
    await movePayments(tx, changed, ({ reasonCode }) => ({ byActor, reasonCode: reasonCode ?? reasonOver }));
    const [released, held] = [changed.filter(({ state }) => state === 'frozen'), changed.filter(isHeld)];
    const said = released.map((payment) => heldData({ ...payment, reasonCode: reasonOver }, byActor));
    await this.outbox.addAll(tx, PaymentReleased, said);
    await this.outbox.addAll(
      tx,
      PaymentHeld,
      held.map((payment) => heldData(payment, byActor)),
    );
    return held.map(({ id }) => id);
  }
}

/** How long judging a million payments may take; an ordinary request has far less. */
const judgeTimeoutMs = 600_000;

const idsOf = (reasons: readonly CurrentReason[]) => reasons.map(({ id }) => id);

const isHeld = ({ state }: Pick<LockedPayment, 'state'>) => state === 'held';

type Next = Pick<LockedPayment, 'state' | 'reasonCode' | 'heldByRule'>;

function nextOf({ code, cycleState }: CurrentReason): Next {
  if (code !== null) return { state: 'held', reasonCode: code, heldByRule: true };
  const isApproved = cycleState !== 'open' && cycleState !== 'submitted';
  if (isApproved) return { state: 'held', reasonCode: reasonOver, heldByRule: true };
  return { state: 'frozen', reasonCode: null, heldByRule: false };
}
