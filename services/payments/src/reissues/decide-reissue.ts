import { Injectable } from '@nestjs/common';
import type { ApproveReissue, RefuseReissue, Reissue } from '@janela/contracts';
import { type Actor, Audit, Database, mustBeCurrent, type Tx, type VersionedRef } from '@janela/platform';

import { lockWithCycle } from '../payments/lock-with-cycle.ts';
import { rememberName } from '../staff/staff.ts';
import { PayeeChanged, ProposerCannotConfirm, ReissueDecided } from '../two-people.errors.ts';
import { FindReissuesService } from './find-reissues.ts';
import { ReissuePaymentService } from './reissue-payment.ts';

/** The second person for a reissue: approves it, which pays again, or refuses it. */
@Injectable()
export class DecideReissueService {
  constructor(
    private readonly database: Database,
    private readonly findReissues: FindReissuesService,
    private readonly reissues: ReissuePaymentService,
    private readonly audit: Audit,
  ) {}

  /** Pays again, in the same transaction. */
  approve(actor: Actor, ref: VersionedRef, { payeeId }: ApproveReissue): Promise<Reissue> {
    return this.decide(actor, ref, async (tx, { paymentId, payeeChanged, payee, note }) => {
      if (payeeChanged && payeeId !== payee.now?.payeeId) throw new PayeeChanged();
      const locked = await lockWithCycle(tx, { id: paymentId });
      const reason = note === undefined ? {} : { note };
      const seen = { ...reason, payeeId: payee.now?.payeeId };
      const replacementId = await this.reissues.reissue(tx, actor, locked, seen);
      await tx.query(
        `UPDATE reissues SET version = version + 1, state = 'approved', decided_by = $2, decided_at = now(), replacement_id = $3
         WHERE id = $1`,
        [ref.id, actor.id, replacementId],
      );
      return { action: 'reissue.approved', details: { paymentId, replacementId, payeeChanged } };
    });
  }

  refuse(actor: Actor, ref: VersionedRef, { reason }: RefuseReissue): Promise<Reissue> {
    return this.decide(actor, ref, async (tx, { paymentId }) => {
      await tx.query(
        `UPDATE reissues SET version = version + 1, state = 'refused', decided_by = $2, decided_at = now(), refusal = $3
         WHERE id = $1`,
        [ref.id, actor.id, reason],
      );
      return { action: 'reissue.refused', details: { paymentId, reason } };
    });
  }

  private decide(
    actor: Actor,
    { id, expectedVersion }: VersionedRef,
    work: (tx: Tx, reissue: Reissue) => Promise<{ action: string; details: Record<string, unknown> }>,
  ): Promise<Reissue> {
    return this.database.write(actor, async (tx) => {
      const known = await this.findReissues.get(tx, id);
      // The cycle first, as everywhere, then the request.
      await lockWithCycle(tx, { id: known.paymentId });
      await tx.query('SELECT FROM reissues WHERE id = $1 FOR UPDATE', [id]);
      const reissue = await this.findReissues.get(tx, id);
      if (reissue.requestedBy.id === actor.id) throw new ProposerCannotConfirm();
      if (reissue.state !== 'requested') throw new ReissueDecided(`It is ${reissue.state}`);
      mustBeCurrent(expectedVersion, reissue.version);
      await rememberName(tx, actor);
      const { action, details } = await work(tx, reissue);
      await this.audit.add(tx, actor, { action, subject: `reissue:${id}`, details });
      return this.findReissues.get(tx, id);
    });
  }
}
