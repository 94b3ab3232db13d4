import { Injectable } from '@nestjs/common';
import type { Reissue, ReissuePayment } from '@janela/contracts';
import { type Actor, Audit, Database, type OnceRequest, type VersionedRef } from '@janela/platform';

import { lockWithCycle } from '../payments/lock-with-cycle.ts';
import { rememberName } from '../staff/staff.ts';
import { AlreadyRequested } from '../two-people.errors.ts';
import { FindReissuesService } from './find-reissues.ts';
import { ReissuePaymentService } from './reissue-payment.ts';

/** Requests that a payment be paid again, which another person approves. */
@Injectable()
export class RequestReissueService {
  constructor(
    private readonly database: Database,
    private readonly findReissues: FindReissuesService,
    private readonly reissues: ReissuePaymentService,
    private readonly audit: Audit,
  ) {}

  request(actor: Actor, ref: VersionedRef, key: OnceRequest['key'], input: ReissuePayment): Promise<Reissue> {
    const { id: paymentId, expectedVersion: version } = ref;
    return this.database.once(actor, { key, body: { id: paymentId, version, ...input } }, async (tx) => {
      const { cycle, payment } = await lockWithCycle(tx, ref);
      await this.reissues.mustBeReissuable(tx, { cycle, payment });
      await rememberName(tx, actor);
      const [added] = await tx.query<{ id: string }[]>(
        `INSERT INTO reissues (payment_id, area_code, note, requested_by) VALUES ($1, $2, $3, $4)
         ON CONFLICT DO NOTHING RETURNING id`,
        [paymentId, payment.areaCode, input.note ?? null, actor.id],
      );
      if (!added) throw new AlreadyRequested();
      const details = { reissueId: added.id, note: input.note };
      await this.audit.add(tx, actor, { action: 'reissue.requested', subject: `payment:${paymentId}`, details });
      return this.findReissues.get(tx, added.id);
    });
  }
}
