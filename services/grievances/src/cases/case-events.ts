import { Injectable } from '@nestjs/common';
import { CaseAssigned, CaseClosed, CaseEscalated, CaseFiled, type CaseLevel, CaseResolved } from '@janela/contracts';
import { Outbox } from '@janela/messaging';
import { type Actor, Audit, known, personal, type Tx } from '@janela/platform';

import { system } from '../system.ts';
import type { CaseEntity } from './case.entity.ts';

/** What was done to a case; `from` is the level that has been passed. */
export type CaseEvent =
  | { action: 'filed' | 'assigned' | 'resolved' | 'withdrawn' | 'closed' }
  | { action: 'escalated'; from: CaseLevel; overdue: boolean }
  | { action: 'noted' | 'read' | 'reminded' | 'overdue' | 'reopened' | 'appealed' | 'appeal-decided' };

/** Publishes what was done to cases: to other services by events, to auditors by the trail. Sensitive cases stand in the trail only. */
@Injectable()
export class CaseEvents {
  constructor(
    private readonly outbox: Outbox,
    private readonly audit: Audit,
  ) {}

  async publish(tx: Tx, actor: Actor, row: CaseEntity, event: CaseEvent): Promise<void> {
    if (row.sensitive) return this.auditSealed(tx, actor, row, event);
    await this.addToOutbox(tx, row, event);
    const { category, level, state, assignedTo, resolution } = row;
    await this.audit.add(tx, actor, {
      action: `case.${event.action}`,
      subject: `case:${row.id}`,
      details: { category, level, state, ...known({ assignedTo, resolution }) },
    });
  }

  /** The trail names a sensitive case by an id that it has nowhere else, and says in clear neither which it is nor who filed it. */
  private async auditSealed(tx: Tx, actor: Actor, row: CaseEntity, { action }: CaseEvent): Promise<void> {
    await this.audit.add(tx, action === 'filed' ? system : actor, {
      action: `record.${action}`,
      subject: `record:${row.recordId}`,
      details: { sealed: personal({ caseId: row.id, by: actor.id }) },
    });
  }

  private async addToOutbox(tx: Tx, row: CaseEntity, event: CaseEvent): Promise<void> {
    const { level, channel, anonymous } = row;
    const resolveBy = row.resolveBy.toISOString();
    const about = aboutOf(row);
    switch (event.action) {
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
      case 'escalated': {
        const { from: fromLevel, overdue } = event;
        await this.outbox.add(tx, CaseEscalated, { ...about, fromLevel, level, resolveBy, overdue });
        return;
      }
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
