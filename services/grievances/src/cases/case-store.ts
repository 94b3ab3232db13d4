import { Injectable } from '@nestjs/common';
import type { Actor, Tx } from '@janela/platform';

import { CaseNotFound } from '../grievances.errors.ts';
import { type CaseEvent, CaseEvents } from './case-events.ts';
import { CaseStepEntity } from './case-step.entity.ts';
import { CaseTexts } from './case-texts.ts';
import { CaseEntity } from './case.entity.ts';

/** What happened to a case, as its page will say it. */
export interface CaseChange {
  at: Date;
  event: CaseEvent;
  note?: string | undefined;
}

/** The one place where cases are written: row, step, event and trail together. */
@Injectable()
export class CaseStore {
  constructor(
    private readonly texts: CaseTexts,
    private readonly events: CaseEvents,
  ) {}

  /** Locks a case until the transaction ends and returns it. Throws `CaseNotFound`. */
  async lock(tx: Tx, id: string): Promise<CaseEntity> {
    const row = await tx.findOne(CaseEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!row) throw new CaseNotFound();
    return row;
  }

  findSteps(tx: Tx, caseId: string): Promise<CaseStepEntity[]> {
    return tx.find(CaseStepEntity, { where: { caseId }, order: { id: 'ASC' } });
  }

  /** Writes a new case. */
  async add(tx: Tx, actor: Actor, row: CaseEntity): Promise<void> {
    await tx.insert(CaseEntity, { ...row });
    await this.record(tx, actor, row, { at: row.filedAt, event: { action: 'filed' } });
  }

  /** Writes what has become of a locked case and returns its row with the next version. */
  async update(tx: Tx, actor: Actor, row: CaseEntity, change: CaseChange): Promise<CaseEntity> {
    const { id, ...values } = { ...row, version: row.version + 1 };
    await tx.update(CaseEntity, { id }, values);
    await this.record(tx, actor, { id, ...values }, change);
    return { id, ...values };
  }

  private async record(tx: Tx, actor: Actor, row: CaseEntity, { at, event, note }: CaseChange): Promise<void> {
    await tx.insert(CaseStepEntity, {
      caseId: row.id,
      areaCode: row.areaCode,
      sensitive: row.sensitive,
      at,
      actor: actor.id,
      actorName: actor.name,
      action: event.action,
      noteSealed: note === undefined ? null : this.texts.seal('note', row.id, note),
    });
    await this.events.publish(tx, actor, row, event);
  }
}
