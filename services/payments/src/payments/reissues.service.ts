import { Injectable } from '@nestjs/common';
import type { ApproveReissue, RefuseReissue, Reissue, ReissuePayment, ListReissues, Page } from '@janela/contracts';
import { type Actor, Audit, Cursors, Database, mustBeCurrent, type OnceRequest, type Tx } from '@janela/platform';
import { z } from 'zod';

import { rememberName } from '../staff/staff.ts';
import {
  AlreadyRequested,
  PayeeChanged,
  ProposerCannotConfirm,
  ReissueDecided,
  ReissueNotFound,
} from '../two-people.errors.ts';
import { ReissuePaymentService } from './reissue-payment.ts';
import { FindReissuesService } from './reissues.queries.ts';
import { shownDetails } from './shown.ts';
import { lockWithCycle } from './lock-with-cycle.ts';

const list = 'reissues';

/** What is to be paid again: asked for by one, in a list, and paid when somebody else approves it. */
@Injectable()
export class ReissuesService {
  constructor(
    private readonly database: Database,
    private readonly cursors: Cursors,
    private readonly reader: FindReissuesService,
    private readonly reissuer: ReissuePaymentService,
    private readonly audit: Audit,
  ) {}

  /** Those in the actor's areas, like the payments they are about. */
  list(actor: Actor, { state, paymentId, limit, after }: ListReissues): Promise<Page<Reissue>> {
    const position = this.cursors.read(list, z.uuid(), after);
    return this.database.write(actor, async (tx) => {
      const rows = await this.reader.list(tx, { state, paymentId, after: position }, limit + 1);
      const subject = paymentId === undefined ? 'reissues:all' : `payment:${paymentId}`;
      const details = { state, ...shownDetails(rows.slice(0, limit)) };
      await this.audit.add(tx, actor, { action: 'reissue.read', subject, details });
      return this.cursors.page(
        list,
        rows,
        limit,
        (row) => row,
        ({ id }) => id,
      );
    });
  }

  request(
    actor: Actor,
    paymentId: string,
    version: number,
    key: OnceRequest['key'],
    input: ReissuePayment,
  ): Promise<Reissue> {
    return this.database.once(actor, { key, body: { id: paymentId, version, ...input } }, async (tx) => {
      const { cycle, payment } = await lockWithCycle(tx, paymentId, version);
      await this.reissuer.mustBeReissuable(tx, cycle, payment);
      await rememberName(tx, actor);
      const [added] = await tx.query<{ id: string }[]>(
        `INSERT INTO reissues (payment_id, area_code, note, requested_by) VALUES ($1, $2, $3, $4)
         ON CONFLICT DO NOTHING RETURNING id`,
        [paymentId, payment.areaCode, input.note ?? null, actor.id],
      );
      if (!added) throw new AlreadyRequested();
      const details = { reissueId: added.id, note: input.note };
      await this.audit.add(tx, actor, { action: 'reissue.requested', subject: `payment:${paymentId}`, details });
      return this.get(tx, added.id);
    });
  }

  /** Pays again, in the same transaction. */
  approve(actor: Actor, id: string, version: number, { payeeId }: ApproveReissue): Promise<Reissue> {
    return this.decide(actor, id, version, async (tx, { paymentId, payeeChanged, payee, note }) => {
      if (payeeChanged && payeeId !== payee.now?.payeeId) throw new PayeeChanged();
      const { cycle, payment } = await lockWithCycle(tx, paymentId);
      const reason = note === undefined ? {} : { note };
      const replacementId = await this.reissuer.reissue(tx, actor, cycle, payment, {
        ...reason,
        payeeId: payee.now?.payeeId,
      });
      await tx.query(
        `UPDATE reissues SET version = version + 1, state = 'approved', decided_by = $2, decided_at = now(), replacement_id = $3
         WHERE id = $1`,
        [id, actor.id, replacementId],
      );
      return { action: 'reissue.approved', details: { paymentId, replacementId, payeeChanged } };
    });
  }

  refuse(actor: Actor, id: string, version: number, { reason }: RefuseReissue): Promise<Reissue> {
    return this.decide(actor, id, version, async (tx, { paymentId }) => {
      await tx.query(
        `UPDATE reissues SET version = version + 1, state = 'refused', decided_by = $2, decided_at = now(), refusal = $3
         WHERE id = $1`,
        [id, actor.id, reason],
      );
      return { action: 'reissue.refused', details: { paymentId, reason } };
    });
  }

  private decide(
    actor: Actor,
    id: string,
    version: number,
    work: (tx: Tx, reissue: Reissue) => Promise<{ action: string; details: Record<string, unknown> }>,
  ): Promise<Reissue> {
    return this.database.write(actor, async (tx) => {
      const known = await this.get(tx, id);
      // The cycle first, as everywhere, then the request.
      await lockWithCycle(tx, known.paymentId);
      await tx.query('SELECT FROM reissues WHERE id = $1 FOR UPDATE', [id]);
      const reissue = await this.get(tx, id);
      if (reissue.requestedBy.id === actor.id) throw new ProposerCannotConfirm();
      if (reissue.state !== 'requested') throw new ReissueDecided(`It is ${reissue.state}`);
      mustBeCurrent(version, reissue.version);
      await rememberName(tx, actor);
      const { action, details } = await work(tx, reissue);
      await this.audit.add(tx, actor, { action, subject: `reissue:${id}`, details });
      return this.get(tx, id);
    });
  }

  private async get(tx: Tx, id: string): Promise<Reissue> {
    const found = await this.reader.find(tx, id);
    if (!found) throw new ReissueNotFound();
    return found;
  }
}
