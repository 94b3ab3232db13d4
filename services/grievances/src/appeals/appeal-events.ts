import { Injectable } from '@nestjs/common';
import { AppealDismissed, AppealFiled, AppealUpheld, type DataOf } from '@janela/contracts';
import { Outbox } from '@janela/messaging';
import { type Actor, Audit, known, type Tx } from '@janela/platform';

import type { AppealEntity } from './appeal.entity.ts';

/** Publishes what becomes of appeals: to other services by events, to auditors by the trail. */
@Injectable()
export class AppealEvents {
  constructor(
    private readonly outbox: Outbox,
    private readonly audit: Audit,
  ) {}

  async filed(tx: Tx, actor: Actor, row: AppealEntity): Promise<void> {
    await this.outbox.add(tx, AppealFiled, dataOf(row));
    await this.audit.add(tx, actor, { action: 'appeal.filed', subject: `appeal:${row.id}`, details: dataOf(row) });
  }

  async decided(tx: Tx, actor: Actor, row: AppealEntity): Promise<void> {
    const data = { ...dataOf(row), decidedBy: actor.id };
    await this.outbox.add(tx, row.state === 'upheld' ? AppealUpheld : AppealDismissed, data);
    await this.audit.add(tx, actor, { action: `appeal.${row.state}`, subject: `appeal:${row.id}`, details: data });
  }
}

function dataOf(row: AppealEntity): DataOf<typeof AppealFiled> {
  const { id: appealId, caseId, areaCode, householdId, applicationId, paymentId } = row;
  return { appealId, caseId, areaCode, householdId, ...known({ applicationId, paymentId }) };
}
