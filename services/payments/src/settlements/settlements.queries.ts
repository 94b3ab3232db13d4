import { minorToJson } from '@janela/kernel';
import {
  type DifferenceKind,
  type DifferenceResolution,
  type EvidenceKind,
  type ListSettlements,
  type OutcomeStatus,
  type PaymentState,
  type SettledOutcome,
  type Settlement,
  type SettlementState,
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

const select = `SELECT s.*, p.cycle_id, c.programme, p.amount_minor, p.currency, p.state AS payment_state,
    p.paid_minor AS known_minor, o.verdict, o.instruction_id,
    o.status AS said_status, o.amount_minor AS said_minor, o.currency AS said_currency, o.reason_code AS said_reason,
    o.provider AS said_by, o.provider_reference AS said_reference, o.occurred_at AS said_at
  FROM settlements s LEFT JOIN outcomes o ON o.id = s.outcome_id LEFT JOIN payments p ON p.id = s.payment_id
  LEFT JOIN cycles c ON c.id = p.cycle_id`;

/** Settlements, the oldest first, so that what waits longest comes first. */
export async function listSettlements(
  tx: Tx,
  { state, paymentId, limit }: Omit<ListSettlements, 'after'>,
  after: string | undefined,
): Promise<Settlement[]> {
  const rows = await tx.query<SettlementRow[]>(
    `${select} WHERE ($1::text IS NULL OR s.state = $1) AND ($2::uuid IS NULL OR s.payment_id = $2)
       AND ($3::uuid IS NULL OR s.id > $3) ORDER BY s.id LIMIT $4`,
    [state ?? null, paymentId ?? null, after ?? null, limit],
  );
  return toSettlements(tx, rows);
}

export async function findSettlement(tx: Tx, id: string): Promise<SettlementRow | undefined> {
  const [row] = await tx.query<SettlementRow[]>(`${select} WHERE s.id = $1`, [id]);
  return row;
}

/** Locks a settlement while one person decides on it, and returns it. */
export async function lockSettlement(tx: Tx, id: string): Promise<SettlementRow | undefined> {
  await tx.query('SELECT FROM settlements WHERE id = $1 FOR UPDATE', [id]);
  return findSettlement(tx, id);
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
