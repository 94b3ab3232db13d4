import type { OutcomeStatus } from '@janela/contracts';

import type { LockedPayment } from '../payments/locked-payment.ts';
import {
  destinationOf,
  type KnownReferences,
  judgeOutcome,
  nothingReported,
  type ReportedOutcome,
  type Verdict,
} from './judge-outcome.ts';

/** An outcome with what was made of it, and the payment as it is after that. */
export interface JudgedOutcome {
  readonly outcome: ReportedOutcome;
  readonly verdict: Verdict;
  /** It had been said before, word for word. */
  readonly repeated: boolean;
  /** The payment it is about, where there is one. */
  readonly payment: LockedPayment | undefined;
  /** The state it left, where it moved. */
  readonly from: LockedPayment['state'] | undefined;
}

/** An outcome that moved a payment on. */
export type AppliedOutcome = JudgedOutcome & { readonly payment: LockedPayment; readonly from: LockedPayment['state'] };

/** Those that moved a payment on. */
export function appliedAmong(judged: readonly JudgedOutcome[]): AppliedOutcome[] {
  return judged.filter((one): one is AppliedOutcome => one.from !== undefined);
}

/** What was said before, and what was made of it. */
export class KnownOutcomes {
  private readonly verdicts = new Map<string, Verdict>();
  private readonly reported = new Map<string, { references: Set<string>; found: boolean }>();

  verdictOf(outcome: ReportedOutcome): Verdict | undefined {
    return this.verdicts.get(outcomeKey(outcome));
  }

  reportedOf({ instructionId, status }: ReportedOutcome): KnownReferences {
    return this.reported.get(`${instructionId} ${status}`) ?? nothingReported;
  }

  /** Keeps what was made of an outcome. What people accepted counts whatever had been made of it. */
  add(outcome: ReportedOutcome, verdict: Verdict, isAccepted = false): void {
    this.verdicts.set(outcomeKey(outcome), verdict);
    const doesCount = isAccepted || verdict === 'applied' || verdict === 'noted' || verdict === 'late';
    if (!doesCount || verdict === 'unknown_instruction') return;
    this.under(outcome.instructionId, outcome.status).references.add(outcome.providerReference);
  }

  /** Two people found out what became of a payment without its provider. */
  find(instructionId: string, status: OutcomeStatus): void {
    this.under(instructionId, status).found = true;
  }

  private under(instructionId: string, status: OutcomeStatus) {
    const key = `${instructionId} ${status}`;
    const known = this.reported.get(key) ?? { references: new Set(), found: false };
    this.reported.set(key, known);
    return known;
  }
}

/** Two outcomes with the same words are the same outcome. */
export function outcomeKey(outcome: ReportedOutcome): string {
  const { instructionId, status, providerReference, provider, amountMinor, currency } = outcome;
  return JSON.stringify([
    instructionId,
    status,
    providerReference,
    provider,
    amountMinor?.toString() ?? null,
    currency,
  ]);
}

/**
 * Takes outcomes in, one after the other, and moves the payments that they are about; `payments` and `before` are changed. In
 * whatever order and however often they come, what they leave behind is the same for whatever a provider said for certain.
 */
export function applyOutcomes(
  outcomes: readonly ReportedOutcome[],
  payments: ReadonlyMap<string, LockedPayment>,
  before: KnownOutcomes,
  now: Date,
): JudgedOutcome[] {
  return outcomes.map((outcome) => {
    const payment = payments.get(outcome.instructionId);
    const known = before.verdictOf(outcome);
    if (known) return { outcome, verdict: known, repeated: true, payment, from: undefined };
    const verdict = judgeOutcome(payment, outcome, now, before.reportedOf(outcome));
    before.add(outcome, verdict);
    const from = verdict === 'applied' ? payment?.state : undefined;
    if (payment && from) move(payment, outcome, now);
    return { outcome, verdict, repeated: false, payment, from };
  });
}

function move(payment: LockedPayment, outcome: ReportedOutcome, now: Date): void {
  const to = destinationOf(outcome);
  payment.version += 1;
  payment.state = to;
  payment.occurredAt = outcome.occurredAt;
  if (to === 'paid') payment.paidMinor = payment.amountMinor;
  payment.reasonCode = outcome.reasonCode;
  // A closed cycle has its final totals; what comes back after that goes straight to the programme.
  if (to === 'returned' && payment.cycleState === 'closed') payment.refundedAt = now;
}
