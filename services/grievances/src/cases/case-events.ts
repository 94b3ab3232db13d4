import { Injectable } from '@nestjs/common';
import { CaseAssigned, CaseClosed, CaseEscalated, CaseFiled, type CaseLevel, CaseResolved } from '@janela/contracts';
import { Outbox } from '@janela/messaging';
import { type Actor, Audit, personal, systemActor, type Tx } from '@janela/platform';

import { known } from '../known.ts';
import type { CaseEntity } from './case.entity.ts';

/** What was done to a case; `from` is the level that has been passed. */
export type CaseEvent =
  | { action: 'filed' | 'assigned' | 'resolved' | 'withdrawn' | 'closed' }
  | { action: 'escalated'; from: CaseLevel; overdue: boolean }
  | { action: 'noted' | 'read' | 'reminded' | 'overdue' | 'reopened' | 'appealed' | 'appeal-decided' };

/** Tells of cases: other services by events, auditors by the trail. Nobody hears of a sensitive one. */
@Injectable()
export class CaseEvents {
  constructor(
    private readonly outbox: Outbox,
    private readonly audit: Audit,
  ) {}

  async tell(tx: Tx, actor: Actor, row: CaseEntity, deed: CaseEvent): Promise<void> {
    if (row.sensitive) return this.enterSilently(tx, actor, row, deed);
    await this.publish(tx, row, deed);
    const { category, level, state, assignedTo, resolution } = row;
    await this.audit.add(tx, actor, {
      action: `case.${deed.action}`,
      subject: `case:${row.id}`,
      details: { category, level, state, ...known({ assignedTo, resolution }) },
    });
  }

  /** The trail has a sensitive case by a name that it has nowhere else, and who complained for somebody not at all. */
  private async enterSilently(tx: Tx, actor: Actor, row: CaseEntity, { action }: CaseEvent): Promise<void> {
    const isByItself = action === 'filed';
    await this.audit.add(tx, isByItself ? systemActor('grievances') : actor, {
      action: `record.${action}`,
      subject: `record:${row.recordId}`,
      details: { sealed: personal({ caseId: row.id, by: actor.id }) },
    });
  }

  private async publish(tx: Tx, row: CaseEntity, deed: CaseEvent): Promise<void> {
    const { level, channel, anonymous } = row;
    const resolveBy = row.resolveBy.toISOString();
    const about = aboutOf(row);
    switch (deed.action) {
      case 'filed': {
        const acknowledgeBy = row.acknowledgeBy.toISOString();
        await this.outbox.add(tx, CaseFiled, { ...about, channel, anonymous, level, acknowledgeBy, resolveBy });
        return;
      }
      case 'assigned':
      case 'reopened':
        if (row.assignedTo === null) return;
        await this.outbox.add(tx, CaseAssigned, { ...about, level, assignedTo: row.assignedTo, resolveBy });
        return;
      case 'escalated':
        await this.outbox.add(tx, CaseEscalated, {
          ...about,
          fromLevel: deed.from,
          level,
          resolveBy,
          overdue: deed.overdue,
        });
        return;
      case 'resolved': {
        if (row.resolution === null || row.resolvedAt === null) return;
        const onTime = row.resolvedAt <= row.resolveBy;
        await this.outbox.add(tx, CaseResolved, { ...about, level, resolution: row.resolution, onTime });
        return;
      }
      case 'closed':
        await this.outbox.add(tx, CaseClosed, { ...about, level, withdrawn: row.resolution === null });
        return;
      case 'noted':
      case 'read':
      case 'reminded':
      case 'overdue':
      case 'withdrawn':
      case 'appealed':
      case 'appeal-decided':
    }
  }
}

function aboutOf({ id: caseId, category, areaCode, householdId, applicationId, paymentId }: CaseEntity) {
  return { caseId, category, areaCode, ...known({ householdId, applicationId, paymentId }) };
}
