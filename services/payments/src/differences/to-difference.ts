import { minorToJson } from '@janela/kernel';
import type { Difference, DifferenceKind, DifferenceResolution, OutcomeStatus, PaymentState } from '@janela/contracts';
import { known } from '@janela/platform';

import { toKnownPayment } from '../payments/to-payment.ts';

/** A difference with its payment and how it is settled, where there are any. */
export interface DifferenceRow {
  id: string;
  verdict: DifferenceKind;
  instructionId: string;
  paymentId: string | null;
  cycleId: string | null;
  paymentState: PaymentState | null;
  knownMinor: string | null;
  provider: string;
  status: OutcomeStatus;
  dueMinor: string | null;
  amountMinor: string | null;
  currency: string | null;
  providerReference: string;
  occurredAt: Date;
  receivedAt: Date;
  settlementId: string | null;
  settlementState: 'proposed' | 'confirmed';
  resolution: DifferenceResolution;
  reason: string;
  proposedBy: string;
  decidedBy: string;
  decidedAt: Date;
}

/** Returns a difference as routes answer it. */
export function toDifference(row: DifferenceRow): Difference {
  return {
    id: row.id,
    kind: row.verdict,
    instructionId: row.instructionId,
    ...known({ paymentId: row.paymentId, cycleId: row.cycleId }),
    ...(row.paymentState !== null && { known: toKnownPayment(row.paymentState, row.knownMinor) }),
    provider: row.provider,
    status: row.status,
    dueMinor: minorOf(row.dueMinor),
    reportedMinor: minorOf(row.amountMinor),
    currency: row.currency,
    providerReference: row.providerReference,
    occurredAt: row.occurredAt.toISOString(),
    receivedAt: row.receivedAt.toISOString(),
    ...(row.settlementId !== null && settlementIn(row, row.settlementId)),
  };
}

function settlementIn(row: DifferenceRow, settlementId: string): Pick<Difference, 'proposed' | 'settled'> {
  const { resolution, reason: note, decidedBy: by, decidedAt: at } = row;
  return row.settlementState === 'confirmed'
    ? { settled: { settlementId, resolution, note, by, at: at.toISOString() } }
    : { proposed: { settlementId, resolution, by: row.proposedBy } };
}

const minorOf = (text: string | null) => (text === null ? null : minorToJson(BigInt(text)));
