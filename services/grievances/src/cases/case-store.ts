import { Injectable } from '@nestjs/common';
import { JobScheduler } from '@janela/jobs';
import type { Actor, Tx } from '@janela/platform';

import { nextDueAt } from '../deadlines/clock.ts';
import { MeetDeadline } from '../deadlines/due-jobs.ts';
import { CaseNotFound } from '../grievances.errors.ts';
import { isOpen } from './actions.ts';
import { type CaseEvent, CaseEvents } from './case-events.ts';
import { CaseStepEntity } from './case-step.entity.ts';
import { CaseTexts } from './case-texts.ts';
import { CaseEntity } from './case.entity.ts';

/** What happened to a case, as its page will say it. */
export interface Entry {
  at: Date;
  deed: CaseEvent;
  note?: string | undefined;
}

/** The one place where cases are written: row, step, next deadline, event and trail together. */
@Injectable()
export class CaseStore {
  constructor(
    private readonly scheduler: JobScheduler,
    private readonly texts: CaseTexts,
    private readonly news: CaseEvents,
  ) {}

  /** The case, to be changed by nobody else until the transaction ends. Throws `CaseNotFound`. */
  async lock(tx: Tx, id: string): Promise<CaseEntity> {
    const row = await tx.findOne(CaseEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!row) throw new CaseNotFound();
    return row;
  }

  steps(tx: Tx, caseId: string): Promise<CaseStepEntity[]> {
    return tx.find(CaseStepEntity, { where: { caseId }, order: { id: 'ASC' } });
  }

  /** Writes what has become of a case, whose row was locked, and tells of it. Answers the row as it is now. */
  async write(tx: Tx, actor: Actor, row: CaseEntity, entry: Entry): Promise<CaseEntity> {
    const { id, ...values } = { ...row, version: row.version + 1 };
    await tx.update(CaseEntity, { id }, values);
    return this.enter(tx, actor, { id, ...values }, entry);
  }

  /** The same for a row that stands already. */
  async enter(tx: Tx, actor: Actor, row: CaseEntity, { at, deed, note }: Entry): Promise<CaseEntity> {
    await tx.insert(CaseStepEntity, {
      caseId: row.id,
      areaCode: row.areaCode,
      sensitive: row.sensitive,
      at,
      actor: actor.id,
      actorName: actor.name,
      action: deed.action,
      noteSealed: note === undefined ? null : this.texts.seal('note', row.id, note),
    });
    await this.news.tell(tx, actor, row, deed);
    return row;
  }

  /** Has the clock look at the case when its next deadline passes, or never again. */
  async schedule(tx: Tx, row: CaseEntity): Promise<void> {
    const next = isOpen(row.state) ? nextDueAt(row) : undefined;
    if (next) await this.scheduler.schedule(tx, MeetDeadline, { caseId: row.id }, next);
    else await this.scheduler.cancel(tx, MeetDeadline, { caseId: row.id });
  }
}
