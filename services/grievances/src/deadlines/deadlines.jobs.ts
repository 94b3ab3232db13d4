import { Injectable } from '@nestjs/common';
import { SensitiveRecorded } from '@janela/contracts';
import { OnJob, type ReceivedJob } from '@janela/jobs';
import { Outbox } from '@janela/messaging';
import { systemActor, type Tx } from '@janela/platform';

import { isOpen } from '../cases/actions.ts';
import { CaseStore } from '../cases/case-store.ts';
import type { CaseEntity } from '../cases/case.entity.ts';
import { allowSensitive } from '../cases/case-access.ts';
import { CategoriesService } from '../categories/categories.service.ts';
import { type DeadlineEvent, meetDeadlines } from './clock.ts';
import { CountSensitive, MeetDeadline } from './due-jobs.ts';

const clockHand = systemActor('grievances');

/** What happens to cases when nobody does anything. */
@Injectable()
export class DeadlineJobs {
  constructor(
    private readonly book: CaseStore,
    private readonly categories: CategoriesService,
    private readonly outbox: Outbox,
  ) {}

  /** Does what has come due, each once, however late; and comes again for what is due next. */
  @OnJob(MeetDeadline)
  async meet({ ids }: Pick<ReceivedJob<typeof MeetDeadline>, 'ids'>, tx: Tx): Promise<void> {
    await allowSensitive(tx);
    const before = await this.book.lock(tx, ids.caseId);
    if (!isOpen(before.state)) return;
    const now = new Date();
    const category = await this.categories.get(tx, before.category);
    const { clock, deeds } = meetDeadlines(before, category, now);
    let row = before;
    for (const deed of deeds) row = await this.do(tx, deed, row, { ...row, ...clock }, now);
    await this.book.schedule(tx, row);
  }

  /** Each of them once. Their ids are random, so their order says nothing. */
  @OnJob(CountSensitive)
  async count(_job: unknown, tx: Tx): Promise<void> {
    await allowSensitive(tx);
    const records = await tx.query<{ recordId: string }[]>(
      `WITH counted AS (UPDATE cases SET announced_at = now() WHERE sensitive AND announced_at IS NULL RETURNING record_id)
       SELECT record_id AS "recordId" FROM counted ORDER BY record_id`,
    );
    await this.outbox.addAll(tx, SensitiveRecorded, records);
  }

  private async do(tx: Tx, deed: DeadlineEvent, before: CaseEntity, after: CaseEntity, now: Date): Promise<CaseEntity> {
    if (deed !== 'escalated')
      return this.book.write(tx, clockHand, { ...before, ...marks(deed, now) }, { at: now, deed: { action: deed } });
    const escalated = { ...after, state: 'escalated' as const, assignedTo: null, assignedName: null };
    const overdue = before.resolveBy <= now;
    return this.book.write(tx, clockHand, escalated, { at: now, deed: { action: deed, from: before.level, overdue } });
  }
}

function marks(deed: 'reminded' | 'overdue', now: Date): Partial<CaseEntity> {
  return deed === 'reminded' ? { remindedAt: now } : { overdueAt: now };
}
