import { Injectable } from '@nestjs/common';
import type { ListReissues, Reissue } from '@janela/contracts';
import type { Tx } from '@janela/platform';

import { PayeesService } from '../payees/payees.service.ts';
import { isAnotherPayee } from '../payees/same-payee.ts';
import { namesOf } from '../staff/staff.ts';
import { ReissueNotFound } from '../two-people.errors.ts';
import { type ReissueRow, toReissue } from './to-reissue.ts';

const payeeJson = (
  y: string,
) => `CASE WHEN ${y}.id IS NOT NULL THEN json_build_object('id', ${y}.id, 'personId', ${y}.person_id,
  'channel', ${y}.channel, 'provider', ${y}.provider, 'details', ${y}.details) END`;

/** Once it is paid again, "now" is who was paid then. */
const select = `SELECT r.id, r.version, r.state, r.payment_id AS "paymentId", p.state AS "paymentState", p.reason_code AS "reasonCode",
    p.cycle_id AS "cycleId", c.programme, p.period, p.household_id AS "householdId", r.area_code AS "areaCode",
    p.amount_minor AS "amountMinor", p.currency, r.note, r.requested_by AS "requestedBy", r.requested_at AS "requestedAt",
    r.decided_by AS "decidedBy", r.decided_at AS "decidedAt", r.refusal, r.replacement_id AS "replacementId",
    ${isAnotherPayee('before', 'latest')} AS "payeeChanged",
    ${payeeJson('before')} AS before, ${payeeJson('latest')} AS now
  FROM reissues r JOIN payments p ON p.id = r.payment_id JOIN cycles c ON c.id = p.cycle_id
  LEFT JOIN payments again ON again.id = r.replacement_id
  LEFT JOIN payees before ON before.id = p.payee_id
  LEFT JOIN payees latest ON CASE WHEN again.id IS NULL THEN latest.household_id = p.household_id AND latest.current
    ELSE latest.id = again.payee_id END`;

/** Finds reissues as routes answer them. */
@Injectable()
export class FindReissuesService {
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
      rows.flatMap((row) => [row.requestedBy, row.decidedBy]),
    );
    const endingOf = (payeeId: string, details: string) => this.payees.endingOf(payeeId, details);
    return rows.map((row) => toReissue(row, nameOf, endingOf));
  }
}
