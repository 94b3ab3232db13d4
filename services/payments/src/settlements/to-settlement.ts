import { minorToJson } from '@janela/kernel';
import type {
  DifferenceKind,
  DifferenceResolution,
  EvidenceKind,
  OutcomeStatus,
  PaymentState,
  SettledOutcome,
  Settlement,
  SettlementState,
} from '@janela/contracts';
import { known, type Tx } from '@janela/platform';

import { toKnownPayment } from '../payments/to-payment.ts';
import { actedBy, namesOf } from '../staff/staff.ts';

/** A settlement with the difference and the payment it is about. */
export interface SettlementRow {
  id: string;
  version: number;
  state: SettlementState;
  outcome_id: string | null;
  payment_id: string | null;
  cycle_id: string | null;
  programme: string | null;
  amount_minor: string | null;
  currency: string | null;
  payment_state: PaymentState | null;
  known_minor: string | null;
  resolution: DifferenceResolution;
  outcome: SettledOutcome | null;
  paid_minor: string | null;
  evidence: EvidenceKind;
  document_reference: string;
  reason: string;
  proposed_by: string;
  proposed_at: Date;
  decided_by: string | null;
  decided_at: Date | null;
  refusal: string | null;
  recoverable_minor: string;
  /** Of the difference, where it is about one. */
  verdict: DifferenceKind | null;
  instruction_id: string | null;
  said_status: OutcomeStatus | null;
  said_minor: string | null;
  said_currency: string | null;
  said_reason: string | null;
  said_by: string | null;
  said_reference: string | null;
  said_at: Date | null;
}

/** Settlements as they are answered, with one look at the names. */
export async function toSettlements(tx: Tx, rows: readonly SettlementRow[]): Promise<Settlement[]> {
  const nameOf = await namesOf(
    tx,
    rows.flatMap((row) => [row.proposed_by, row.decided_by]),
  );
  return rows.map((row) => toSettlement(row, nameOf));
}

function toSettlement(row: SettlementRow, nameOf: (id: string) => string): Settlement {
  const { id, version, state, resolution, evidence, document_reference: documentReference, reason } = row;
  const recoverableMinor = jsonOf(row.recoverable_minor);
  return {
    id,
    version,
    state,
    resolution,
    evidence,
    documentReference,
    reason,
    ...aboutOf(row),
    ...known({ outcome: row.outcome, refusal: row.refusal }),
    ...(row.paid_minor !== null && { paidMinor: jsonOf(row.paid_minor) }),
    proposedBy: actedBy(row.proposed_by, nameOf),
    proposedAt: row.proposed_at.toISOString(),
    ...(row.decided_by !== null && { decidedBy: actedBy(row.decided_by, nameOf) }),
    ...(row.decided_at && { decidedAt: row.decided_at.toISOString() }),
    ...(recoverableMinor !== 0 && { recoverableMinor }),
  };
}

function aboutOf(row: SettlementRow): Partial<Settlement> {
  const { outcome_id: differenceId, payment_id: paymentId, cycle_id: cycleId, programme, currency } = row;
  return {
    ...known({ differenceId, paymentId, cycleId, programme, currency }),
    ...(row.amount_minor !== null && { dueMinor: jsonOf(row.amount_minor) }),
    ...(row.payment_state !== null && { known: toKnownPayment(row.payment_state, row.known_minor) }),
    ...saidOf(row),
  };
}

function saidOf(row: SettlementRow): Pick<Settlement, 'said'> {
  const { said_status: status, said_by: provider, said_reference: providerReference } = row;
  if (status === null || provider === null || providerReference === null) return {};
  return {
    said: {
      status,
      provider,
      providerReference,
      ...(row.said_minor !== null && { reportedMinor: jsonOf(row.said_minor) }),
      ...(row.said_currency !== null && { currency: row.said_currency }),
    },
  };
}

const jsonOf = (text: string) => minorToJson(BigInt(text));
