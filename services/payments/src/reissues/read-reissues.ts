import { Injectable } from '@nestjs/common';
import {
  type DeliveryChannel,
  type ListReissues,
  type PaymentState,
  type Period,
  type Reissue,
  type ReissueState,
  type SeenPayee,
} from '@janela/contracts';
import { minorToJson } from '@janela/kernel';
import { known, type Tx } from '@janela/platform';

import { PayeesService } from '../payees/payees.service.ts';
import { isAnotherPayee } from '../payees/same-payee.ts';
import { actedBy, namesOf } from '../staff/staff.ts';
import { ReissueNotFound } from '../two-people.errors.ts';

interface PayeeRow {
  id: string;
  personId: string;
  channel: DeliveryChannel;
  provider: string | null;
  details: string | null;
}

/** A reissue with its payment, who was to be paid then, and who would be now. */
export interface ReissueRow {
  id: string;
  version: number;
  state: ReissueState;
  payment_id: string;
  payment_state: PaymentState;
  reason_code: string | null;
  cycle_id: string;
  programme: string;
  period: Period;
  household_id: string;
  area_code: string;
  amount_minor: string;
  currency: string;
  note: string | null;
  requested_by: string;
  requested_at: Date;
  decided_by: string | null;
  decided_at: Date | null;
  refusal: string | null;
  replacement_id: string | null;
  payee_changed: boolean;
  before: PayeeRow | null;
  now: PayeeRow | null;
}

const payeeJson = (
  y: string,
) => `CASE WHEN ${y}.id IS NOT NULL THEN json_build_object('id', ${y}.id, 'personId', ${y}.person_id,
  'channel', ${y}.channel, 'provider', ${y}.provider, 'details', ${y}.details) END`;

/** Once it is paid again, "now" is who was paid then. */
const select = `SELECT r.*, p.state AS payment_state, p.reason_code, p.cycle_id, c.programme, p.period, p.household_id,
    p.amount_minor, p.currency, ${isAnotherPayee('before', 'latest')} AS payee_changed,
    ${payeeJson('before')} AS before, ${payeeJson('latest')} AS now
  FROM reissues r JOIN payments p ON p.id = r.payment_id JOIN cycles c ON c.id = p.cycle_id
  LEFT JOIN payments again ON again.id = r.replacement_id
  LEFT JOIN payees before ON before.id = p.payee_id
  LEFT JOIN payees latest ON CASE WHEN again.id IS NULL THEN latest.household_id = p.household_id AND latest.current
    ELSE latest.id = again.payee_id END`;

/** Reads reissues as routes answer them. */
@Injectable()
export class ReadReissuesService {
  constructor(private readonly payees: PayeesService) {}

  /** Returns the oldest first, so that what waits longest comes first. */
  list(
    tx: Tx,
    { state, paymentId, limit }: Omit<ListReissues, 'after'>,
    after: string | undefined,
  ): Promise<Reissue[]> {
    return this.read(
      tx,
      `($1::text IS NULL OR r.state = $1) AND ($2::uuid IS NULL OR r.payment_id = $2) AND ($3::uuid IS NULL OR r.id > $3)
       ORDER BY r.id LIMIT $4`,
      [state ?? null, paymentId ?? null, after ?? null, limit],
    );
  }

  /** Throws `ReissueNotFound` when there is none, or none in the actor's areas. */
  async get(tx: Tx, id: string): Promise<Reissue> {
    const [reissue] = await this.read(tx, 'r.id = $1', [id]);
    if (!reissue) throw new ReissueNotFound();
    return reissue;
  }

  private async read(tx: Tx, where: string, binds: readonly unknown[]): Promise<Reissue[]> {
    const rows = await tx.query<ReissueRow[]>(`${select} WHERE ${where}`, [...binds]);
    const nameOf = await namesOf(
      tx,
      rows.flatMap((row) => [row.requested_by, row.decided_by]),
    );
    return rows.map((row) => this.toReissue(row, nameOf));
  }

  private toReissue(row: ReissueRow, nameOf: (id: string) => string): Reissue {
    const { id, version, state, currency, period, programme } = row;
    return {
      id,
      version,
      state,
      currency,
      period,
      programme,
      paymentId: row.payment_id,
      paymentState: row.payment_state,
      reasonCode: row.reason_code,
      cycleId: row.cycle_id,
      householdId: row.household_id,
      areaCode: row.area_code,
      amountMinor: minorToJson(BigInt(row.amount_minor)),
      ...known({ note: row.note, refusal: row.refusal, replacementId: row.replacement_id }),
      payeeChanged: row.payee_changed,
      payee: { ...(row.before && { before: this.seen(row.before) }), ...(row.now && { now: this.seen(row.now) }) },
      requestedBy: actedBy(row.requested_by, nameOf),
      requestedAt: row.requested_at.toISOString(),
      ...(row.decided_by !== null && { decidedBy: actedBy(row.decided_by, nameOf) }),
      ...(row.decided_at && { decidedAt: row.decided_at.toISOString() }),
    };
  }

  private seen({ id: payeeId, personId, channel, provider, details }: PayeeRow): SeenPayee {
    const accountEnding = details === null ? undefined : this.payees.endingOf(payeeId, details);
    return {
      payeeId,
      personId,
      channel,
      ...known({ provider }),
      ...(accountEnding !== undefined && { accountEnding }),
    };
  }
}
