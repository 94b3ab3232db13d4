import { Injectable } from '@nestjs/common';
import { SensitiveRecorded } from '@janela/contracts';
import { defineJob, JobScheduler, OnJob, type ReceivedJob } from '@janela/jobs';
import { Outbox } from '@janela/messaging';
import { Clock, type Tx } from '@janela/platform';

import { CategoriesService } from '../categories/categories.service.ts';
import { type DeadlineClock, type DeadlineEvent, meetDeadlines, nextDueAt } from '../deadlines/deadline-clock.ts';
import { system } from '../system.ts';
import { isOpen } from './actions.ts';
import { allowSensitive } from './case-access.ts';
import { type CaseChange, CaseStore } from './case-store.ts';
import type { CaseEntity } from './case.entity.ts';

/** The next deadline of a case passes. */
export const MeetDeadline = defineJob('grievances.meet-deadline', { ids: { caseId: 'uuid' } });

/** Publishes new sensitive cases at night and in no order, so that no one can say when in the day one was filed. */
export const CountSensitive = defineJob('grievances.count-sensitive', { every: '10 0 * * *' });

/** Schedules the next deadline of a case, or cancels what was scheduled where there is none. */
export async function scheduleDeadline(scheduler: JobScheduler, tx: Tx, row: CaseEntity): Promise<void> {
  const next = isOpen(row.state) ? nextDueAt(row) : undefined;
  if (next) await scheduler.schedule(tx, MeetDeadline, { caseId: row.id }, next);
  else await scheduler.cancel(tx, MeetDeadline, { caseId: row.id });
}

@Injectable()
export class CasesJobs {
  constructor(
    private readonly store: CaseStore,
    private readonly categories: CategoriesService,
    private readonly outbox: Outbox,
    private readonly scheduler: JobScheduler,
    private readonly clock: Clock,
  ) {}

  /** Does what has become due, each once, however late, and schedules what is due next. */
  @OnJob(MeetDeadline)
  async meet({ ids }: Pick<ReceivedJob<typeof MeetDeadline>, 'ids'>, tx: Tx): Promise<void> {
    await allowSensitive(tx);
    let row = await this.store.lock(tx, ids.caseId);
    if (!isOpen(row.state)) return;
    const now = this.clock.now();
    const { clock, events } = meetDeadlines(row, await this.categories.get(tx, row.category), now);
    for (const event of events) {
      const { after, change } = applyDeadline(event, row, clock, now);
      row = await this.store.update(tx, system, after, change);
    }
    await scheduleDeadline(this.scheduler, tx, row);
  }

  /** Publishes each sensitive case once. Record ids are random, so their order says nothing. */
  @OnJob(CountSensitive)
  async count(_job: unknown, tx: Tx): Promise<void> {
    await allowSensitive(tx);
    const records = await tx.query<{ recordId: string }[]>(
      `WITH counted AS (UPDATE cases SET announced_at = now() WHERE sensitive AND announced_at IS NULL RETURNING record_id)
       SELECT record_id AS "recordId" FROM counted ORDER BY record_id`,
    );
    await this.outbox.addAll(tx, SensitiveRecorded, records);
  }
}

function applyDeadline(
  action: DeadlineEvent,
  row: CaseEntity,
  clock: DeadlineClock,
  at: Date,
): { after: CaseEntity; change: CaseChange } {
  switch (action) {
    case 'reminded':
      return { after: { ...row, remindedAt: at }, change: { at, event: { action } } };
    case 'overdue':
      return { after: { ...row, overdueAt: at }, change: { at, event: { action } } };
    case 'escalated': {
      const after: CaseEntity = { ...row, ...clock, state: 'escalated', assignedTo: null, assignedName: null };
      return { after, change: { at, event: { action, from: row.level, overdue: row.resolveBy <= at } } };
    }
  }
}
