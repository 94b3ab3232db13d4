import {
  paymentStates,
  type DifferenceKind,
  type OutcomeStatus,
  type PaymentState,
  type ReportOutcome,
} from '@janela/contracts';
import { minorFromJson } from '@janela/kernel';

import { isUnderWay } from '../payments/under-way.ts';

/** What was made of an outcome. `noted`: true, and nothing new. `late`: overtaken by a later one. The rest are differences. */
export type Verdict = 'applied' | 'noted' | 'late' | DifferenceKind;

/** What a provider said of an instruction. */
export interface ReportedOutcome {
  readonly instructionId: string;
  readonly provider: string;
  readonly status: OutcomeStatus;
  readonly reasonCode: string | null;
  readonly amountMinor: bigint | null;
  readonly currency: string | null;
  readonly providerReference: string;
  readonly occurredAt: Date;
}

/** ISO 20022's code for a reason that was not given. */
export const noReasonGiven = 'MS03';

/** Reads what a provider said, by event or over HTTP. What failed or came back did so for a reason, if only an unsaid one. */
export function reportedOutcome(provider: string, said: ReportOutcome): ReportedOutcome {
  const { instructionId, status, reasonCode, amount, providerReference, occurredAt } = said;
  const needsReason = status === 'failed' || status === 'returned';
  return {
    instructionId,
    provider,
    status,
    providerReference,
    reasonCode: reasonCode ?? (needsReason ? noReasonGiven : null),
    amountMinor: amount ? minorFromJson(amount.amountMinor) : null,
    currency: amount?.currency ?? null,
    occurredAt: new Date(occurredAt),
  };
}

/** What became of a payment so far, as much of it as matters for judging what is said of it. */
export interface PaymentSoFar {
  readonly provider: string | null;
  readonly state: PaymentState;
  readonly amountMinor: bigint;
  readonly currency: string;
  readonly paidMinor: bigint | null;
  /** When what we know last of it happened at the provider. */
  readonly occurredAt: Date | null;
  /** When it was sent to its provider. */
  readonly instructedAt: Date | null;
  /** Two people settled it: from then on only people move it. */
  readonly settlementId: string | null;
}

/** Under which references a payment's provider has said the same before, as far as that was accepted. */
export interface KnownReferences {
  /** The references of the same status as the outcome that is judged. */
  readonly references: ReadonlySet<string>;
  /** Two people found the same out without its provider, so that its reference is not known. */
  readonly found: boolean;
}

export const nothingReported: KnownReferences = { references: new Set(), found: false };

/** Where each status leads. */
const destinations = {
  pending: 'sent',
  paid: 'paid',
  failed: 'failed',
  returned: 'returned',
  unknown: 'unknown',
} as const satisfies Record<OutcomeStatus, PaymentState>;

const clockDifferenceMs = 300_000;

/**
 * What an outcome means for a payment: nothing that does not fit exactly may move it. A payment never goes back, so what comes
 * too late changes nothing; what contradicts what is known for certain is a difference for a person to look at, and so is money
 * that moved again under another reference.
 */
export function judgeOutcome(
  payment: PaymentSoFar | undefined,
  outcome: ReportedOutcome,
  now: Date,
  reported = nothingReported,
): Verdict {
  if (!payment || payment.provider !== outcome.provider) return 'unknown_instruction';
  if (!isDatePossible(payment, outcome, now)) return 'date';
  if (outcome.currency !== null && outcome.currency !== payment.currency) return 'currency';
  const to = destinations[outcome.status];
  if (paymentStates.mayBecome(payment.state, to)) {
    if (!isAmountRight(payment, outcome)) return 'amount';
    if (payment.settlementId === null) return 'applied';
  }
  if (outcome.status === 'pending' || outcome.status === 'unknown') return isUnderWay(payment.state) ? 'noted' : 'late';
  if (isAnotherMovement(outcome, reported)) return 'after_final';
  if (payment.settlementId !== null) return agrees(payment, outcome, reported) ? 'noted' : 'after_final';
  return isOvertaken(payment, outcome) ? 'late' : 'after_final';
}

/** Nothing can have happened before it was asked for, nor after now; clocks may differ by a little. */
function isDatePossible({ instructedAt }: PaymentSoFar, { occurredAt }: ReportedOutcome, now: Date): boolean {
  if (occurredAt.getTime() > now.getTime() + clockDifferenceMs) return false;
  return instructedAt === null || occurredAt.getTime() >= instructedAt.getTime() - clockDifferenceMs;
}

/** Money moves once for each reference; what failed moved none. */
function isAnotherMovement({ status, providerReference }: ReportedOutcome, { references }: KnownReferences): boolean {
  return status !== 'failed' && references.size > 0 && !references.has(providerReference);
}

/** The provider says what two people had found out already; what they found to have been paid may have come back since. */
function agrees(
  { state, amountMinor, paidMinor }: PaymentSoFar,
  outcome: ReportedOutcome,
  reported: KnownReferences,
): boolean {
  const { status } = outcome;
  const isEarlier = status === 'paid' && state === 'returned' && reported.found && reported.references.size === 0;
  if (destinations[status] !== state && !isEarlier) return false;
  return outcome.amountMinor === null || outcome.amountMinor === (status === 'paid' ? paidMinor : amountMinor);
}

/** The state to which an outcome that applies leads. */
export function destinationOf({ status }: ReportedOutcome): PaymentState {
  return destinations[status];
}

/** What was paid in another amount, as a person accepted, cannot simply come back: a person must look at that too. */
function isAmountRight({ amountMinor, paidMinor }: PaymentSoFar, outcome: ReportedOutcome): boolean {
  if (paidMinor !== null && paidMinor !== amountMinor) return false;
  return outcome.amountMinor === null || outcome.amountMinor === amountMinor;
}

/** Paid, then returned, reported in the wrong order: both are true. */
function isOvertaken(payment: PaymentSoFar, outcome: ReportedOutcome): boolean {
  const { state, occurredAt } = payment;
  return (
    state === 'returned' &&
    outcome.status === 'paid' &&
    occurredAt !== null &&
    outcome.occurredAt <= occurredAt &&
    isAmountRight(payment, outcome)
  );
}
