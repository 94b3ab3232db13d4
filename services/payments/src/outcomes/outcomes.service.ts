import { randomUUIDv7 } from 'node:crypto';

import { Injectable } from '@nestjs/common';
import type { OutcomeStatus } from '@janela/contracts';
import { Clock, type Tx } from '@janela/platform';

import { LedgerService } from '../ledger/ledger.service.ts';
import type { Posting } from '../ledger/posting.ts';
import { lockInstructed } from '../payments/locked-payment.ts';
import { insertSteps, writePayments } from '../payments/move-payments.ts';
import type { PaymentStepEntity } from '../payments/payment-step.entity.ts';
import {
  applyOutcomes,
  type JudgedOutcome,
  type AppliedOutcome,
  appliedAmong,
  KnownOutcomes,
} from './apply-outcomes.ts';
import { destinationOf, type ReportedOutcome, type Verdict } from './judge-outcome.ts';
import { OutcomeEvents } from './outcome-events.ts';
import { type BookedPayment, outcomePostings, refundPosting } from './outcome-postings.ts';

/** Takes in what providers say: payments move on, the book follows, and what does not fit is written down. */
@Injectable()
export class OutcomesService {
  constructor(
    private readonly ledger: LedgerService,
    private readonly events: OutcomeEvents,
    private readonly clock: Clock,
  ) {}

  /** Applies outcomes in this order. Refuses none, and returns what was made of each. */
  async ingest(tx: Tx, actorId: string, outcomes: readonly ReportedOutcome[]): Promise<JudgedOutcome[]> {
    const instructionIds = [...new Set(outcomes.map(({ instructionId }) => instructionId))];
    const payments = new Map((await lockInstructed(tx, instructionIds)).map((one) => [one.instructionId ?? '', one]));
    const before = await readSaidBefore(tx, instructionIds);
    const judged = applyOutcomes(outcomes, payments, before, this.clock.now());
    await writeOutcomes(tx, judged);
    await this.move(tx, actorId, judged);
    return judged;
  }

  private async move(tx: Tx, actorId: string, judged: readonly JudgedOutcome[]): Promise<void> {
    const moves = appliedAmong(judged);
    if (moves.length === 0) return;
    await writePayments(tx, [...new Set(moves.map(({ payment }) => payment))]);
    await insertSteps(tx, moves.map(stepOf));
    await this.ledger.post(tx, actorId, moves.flatMap(postingsOf));
    await this.events.publish(tx, moves);
  }
}

function postingsOf({ payment, from, outcome: { status } }: AppliedOutcome): Posting[] {
  if (status === 'pending' || status === 'unknown') return [];
  const booked: BookedPayment = { ...payment, provider: payment.provider ?? '' };
  const refund = status === 'returned' && payment.refundedAt ? [refundPosting(booked)] : [];
  return [...outcomePostings(booked, from, status), ...refund];
}

function stepOf({ payment, outcome }: AppliedOutcome): PaymentStepEntity {
  return {
    paymentId: payment.id,
    areaCode: payment.areaCode,
    state: destinationOf(outcome),
    byActor: `provider:${outcome.provider}`,
    reasonCode: outcome.reasonCode,
    note: null,
    reference: outcome.providerReference,
  };
}

async function readSaidBefore(tx: Tx, instructionIds: readonly string[]): Promise<KnownOutcomes> {
  type Row = Omit<ReportedOutcome, 'amountMinor'> & { amountMinor: string | null; verdict: Verdict; accepted: boolean };
  const rows = await tx.query<Row[]>(
    `SELECT o.instruction_id AS "instructionId", o.status, o.provider_reference AS "providerReference", o.provider,
       o.amount_minor AS "amountMinor", o.currency, o.verdict, EXISTS (SELECT FROM settlements s
         WHERE s.outcome_id = o.id AND s.state = 'confirmed' AND s.resolution = 'accepted') AS accepted
     FROM outcomes o WHERE o.instruction_id = ANY($1::uuid[])`,
    [instructionIds],
  );
  const found = await tx.query<{ instructionId: string; status: OutcomeStatus }[]>(
    `SELECT p.instruction_id AS "instructionId", s.outcome AS status FROM payments p JOIN settlements s ON s.payment_id = p.id
     WHERE p.instruction_id = ANY($1::uuid[]) AND s.state = 'confirmed' AND s.outcome IS NOT NULL`,
    [instructionIds],
  );
  const before = new KnownOutcomes();
  for (const { amountMinor, verdict, accepted, ...row } of rows)
    before.add({ ...row, amountMinor: amountMinor === null ? null : BigInt(amountMinor) }, verdict, accepted);
  for (const { instructionId, status } of found) before.find(instructionId, status);
  return before;
}

/** There is no lock on an instruction that was never given, so the same words may come twice at once. */
async function writeOutcomes(tx: Tx, judged: readonly JudgedOutcome[]): Promise<void> {
  const added = judged.filter(({ repeated }) => !repeated);
  if (added.length === 0) return;
  const column = <T>(read: (one: JudgedOutcome) => T) => added.map(read);
  await tx.query(
    `INSERT INTO outcomes (id, instruction_id, payment_id, cycle_id, provider, status, reason_code, amount_minor, currency,
       provider_reference, occurred_at, verdict, due_minor)
     SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::text[], $7::text[], $8::bigint[],
       $9::text[], $10::text[], $11::timestamptz[], $12::text[], $13::bigint[])
     ON CONFLICT DO NOTHING`,
    [
      column(() => randomUUIDv7()),
      column(({ outcome }) => outcome.instructionId),
      column(({ payment }) => payment?.id ?? null),
      column(({ payment }) => payment?.cycleId ?? null),
      column(({ outcome }) => outcome.provider),
      column(({ outcome }) => outcome.status),
      column(({ outcome }) => outcome.reasonCode),
      column(({ outcome }) => outcome.amountMinor),
      column(({ outcome }) => outcome.currency),
      column(({ outcome }) => outcome.providerReference),
      column(({ outcome }) => outcome.occurredAt),
      column(({ verdict }) => verdict),
      column(({ payment }) => payment?.amountMinor ?? null),
    ],
  );
}
