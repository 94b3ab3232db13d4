import { minorToJson } from '@janela/kernel';
import type {
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
  outcomeId: string | null;
  paymentId: string | null;
  cycleId: string | null;
  programme: string | null;
  amountMinor: string | null;
  currency: string | null;
  /** Of the payment, as it was when the settlement was proposed. */
  knownState: PaymentState | null;
  knownMinor: string | null;
  resolution: DifferenceResolution;
  outcome: SettledOutcome | null;
  paidMinor: string | null;
  evidence: EvidenceKind;
  documentReference: string;
  reason: string;
  proposedBy: string;
  proposedAt: Date;
  decidedBy: string | null;
  decidedAt: Date | null;
  refusal: string | null;
  recoverableMinor: string;
  /** Of the difference, where it is about one. */
  instructionId: string | null;
  saidStatus: OutcomeStatus | null;
  saidMinor: string | null;
  saidCurrency: string | null;
  saidReason: string | null;
  saidBy: string | null;
  saidReference: string | null;
  saidAt: Date | null;
}

/** Settlements as they are answered, with one look at the names. */
export async function toSettlements(tx: Tx, rows: readonly SettlementRow[]): Promise<Settlement[]> {
  const nameOf = await namesOf(
    tx,
    rows.flatMap((row) => [row.proposedBy, row.decidedBy]),
  );
  return rows.map((row) => toSettlement(row, nameOf));
}

function toSettlement(row: SettlementRow, nameOf: (id: string) => string): Settlement {
  const { id, version, state, resolution, evidence, documentReference, reason } = row;
  const recoverableMinor = jsonOf(row.recoverableMinor);
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
    ...(row.paidMinor !== null && { paidMinor: jsonOf(row.paidMinor) }),
    proposedBy: actedBy(row.proposedBy, nameOf),
    proposedAt: row.proposedAt.toISOString(),
    ...(row.decidedBy !== null && { decidedBy: actedBy(row.decidedBy, nameOf) }),
    ...(row.decidedAt && { decidedAt: row.decidedAt.toISOString() }),
    ...(recoverableMinor !== 0 && { recoverableMinor }),
  };
}

function aboutOf(row: SettlementRow): Partial<Settlement> {
  const { outcomeId: differenceId, paymentId, cycleId, programme, currency } = row;
  return {
    ...known({ differenceId, paymentId, cycleId, programme, currency }),
    ...(row.amountMinor !== null && { dueMinor: jsonOf(row.amountMinor) }),
    ...(row.knownState !== null && { known: toKnownPayment(row.knownState, row.knownMinor) }),
    ...saidOf(row),
  };
}

function saidOf(row: SettlementRow): Pick<Settlement, 'said'> {
  const { saidStatus: status, saidBy: provider, saidReference: providerReference } = row;
  if (status === null || provider === null || providerReference === null) return {};
  return {
    said: {
      status,
      provider,
      providerReference,
      ...(row.saidMinor !== null && { reportedMinor: jsonOf(row.saidMinor) }),
      ...(row.saidCurrency !== null && { currency: row.saidCurrency }),
    },
  };
}

const jsonOf = (text: string) => minorToJson(BigInt(text));
