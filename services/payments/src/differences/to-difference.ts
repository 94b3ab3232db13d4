import { minorToJson } from '@janela/kernel';
import type { Difference, DifferenceKind, DifferenceResolution, OutcomeStatus, PaymentState } from '@janela/contracts';
import { known } from '@janela/platform';

import { toKnownPayment } from '../payments/to-payment.ts';

/** A difference with its payment and how it is settled, where there are any. */
export interface DifferenceRow {
  id: string;
  verdict: DifferenceKind;
  instruction_id: string;
  payment_id: string | null;
  cycle_id: string | null;
  payment_state: PaymentState | null;
  known_minor: string | null;
  provider: string;
  status: OutcomeStatus;
  due_minor: string | null;
  amount_minor: string | null;
  currency: string | null;
  provider_reference: string;
  occurred_at: Date;
  received_at: Date;
  settlement_id: string | null;
  settlement_state: 'proposed' | 'confirmed';
  resolution: DifferenceResolution;
  reason: string;
  proposed_by: string;
  decided_by: string;
  decided_at: Date;
}

/** Returns a difference as routes answer it. */
export function toDifference(row: DifferenceRow): Difference {
  return {
    id: row.id,
    kind: row.verdict,
    instructionId: row.instruction_id,
    ...known({ paymentId: row.payment_id, cycleId: row.cycle_id }),
    ...(row.payment_state !== null && { known: toKnownPayment(row.payment_state, row.known_minor) }),
    provider: row.provider,
    status: row.status,
    dueMinor: minorOf(row.due_minor),
    reportedMinor: minorOf(row.amount_minor),
    currency: row.currency,
    providerReference: row.provider_reference,
    occurredAt: row.occurred_at.toISOString(),
    receivedAt: row.received_at.toISOString(),
    ...(row.settlement_id !== null && settlementIn(row, row.settlement_id)),
  };
}

function settlementIn(row: DifferenceRow, settlementId: string): Pick<Difference, 'proposed' | 'settled'> {
  const { resolution, reason: note, decided_by: by, decided_at: at } = row;
  return row.settlement_state === 'confirmed'
    ? { settled: { settlementId, resolution, note, by, at: at.toISOString() } }
    : { proposed: { settlementId, resolution, by: row.proposed_by } };
}

const minorOf = (text: string | null) => (text === null ? null : minorToJson(BigInt(text)));
