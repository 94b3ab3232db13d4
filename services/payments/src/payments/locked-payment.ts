import type { CycleState, DeliveryChannel, PaymentState, Period } from '@janela/contracts';
import type { Tx } from '@janela/platform';

/** A payment with what is needed of its cycle, locked until the transaction ends. */
export interface LockedPayment {
  id: string;
  version: number;
  state: PaymentState;
  reasonCode: string | null;
  /** Held by a rule, and not by an officer. */
  heldByRule: boolean;
  cycleId: string;
  cycleState: CycleState;
  programmeId: string;
  programme: string;
  enrolmentId: string;
  householdId: string;
  personId: string | null;
  areaCode: string;
  period: Period;
  programmeVersion: number;
  amountMinor: bigint;
  currency: string;
  payeeId: string | null;
  provider: string | null;
  channel: DeliveryChannel | null;
  instructionId: string | null;
  batchId: string | null;
  paidMinor: bigint | null;
  occurredAt: Date | null;
  refundedAt: Date | null;
  /** The settlement by two people that moved it last, where one did. */
  settlementId: string | null;
  /** When it was sent to its provider. */
  instructedAt: Date | null;
}

type Row = Omit<LockedPayment, 'amountMinor' | 'paidMinor'> & { amountMinor: string; paidMinor: string | null };

const columns = `p.id, p.version, p.state, p.reason_code AS "reasonCode", p.held_by_rule AS "heldByRule", p.cycle_id AS "cycleId", c.state AS "cycleState",
  c.programme_id AS "programmeId", c.programme, p.enrolment_id AS "enrolmentId", p.household_id AS "householdId",
  p.person_id AS "personId", p.area_code AS "areaCode", p.period, p.programme_version AS "programmeVersion",
  p.amount_minor AS "amountMinor", p.currency, p.payee_id AS "payeeId", p.provider, p.channel,
  p.instruction_id AS "instructionId", p.batch_id AS "batchId", p.paid_minor AS "paidMinor", p.occurred_at AS "occurredAt",
  p.refunded_at AS "refundedAt", p.settlement_id AS "settlementId",
  (SELECT b.made_at FROM dispatch_batches b WHERE b.id = p.batch_id) AS "instructedAt"`;

/** Locks payments in the order of their ids, until the transaction ends. `where` speaks of `p` and of `c`, its cycle. */
export async function lockPayments(
  tx: Tx,
  where: string,
  binds: readonly unknown[],
  limit: number | null = null,
): Promise<LockedPayment[]> {
  const rows = await tx.query<Row[]>(
    `SELECT ${columns} FROM payments p JOIN cycles c ON c.id = p.cycle_id WHERE ${where}
     ORDER BY p.id LIMIT $${binds.length + 1} FOR UPDATE OF p`,
    [...binds, limit],
  );
  return rows.map(readPayment);
}

/** Locks the payments of instructions and, before them, their cycles, none of which closes until the transaction ends. */
export async function lockInstructed(tx: Tx, instructionIds: readonly string[]): Promise<LockedPayment[]> {
  await tx.query(
    `SELECT FROM cycles WHERE id IN (SELECT cycle_id FROM payments WHERE instruction_id = ANY($1::uuid[]))
     ORDER BY id FOR KEY SHARE`,
    [instructionIds],
  );
  const rows = await tx.query<Row[]>(
    `SELECT ${columns} FROM unnest($1::uuid[]) AS wanted (id) JOIN payments p ON p.instruction_id = wanted.id
     JOIN cycles c ON c.id = p.cycle_id ORDER BY p.id FOR UPDATE OF p`,
    [instructionIds],
  );
  return rows.map(readPayment);
}

function readPayment({ amountMinor, paidMinor, ...row }: Row): LockedPayment {
  return { ...row, amountMinor: BigInt(amountMinor), paidMinor: paidMinor === null ? null : BigInt(paidMinor) };
}
