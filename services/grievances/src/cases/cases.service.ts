import { Injectable } from '@nestjs/common';
import { type Case, type CaseSummary, Id, type ListCases, type Page } from '@janela/contracts';
import { type Actor, Audit, Clock, Cursors, personal } from '@janela/platform';
import { z } from 'zod';

import { CaseNotFound } from '../grievances.errors.ts';
import { AppealDeadlines } from './appeal-deadlines.ts';
import { CaseAccess } from './case-access.ts';
import { CaseEvents } from './case-events.ts';
import { CaseStore } from './case-store.ts';
import { CaseTexts } from './case-texts.ts';
import { CaseEntity } from './case.entity.ts';
import { toCase, toCaseSummary } from './to-case.ts';

/** Where a page ended: what was due then, and which case it was. */
const Position = z.tuple([z.string(), Id]);

@Injectable()
export class CasesService {
  constructor(
    private readonly access: CaseAccess,
    private readonly cursors: Cursors,
    private readonly store: CaseStore,
    private readonly events: CaseEvents,
    private readonly texts: CaseTexts,
    private readonly deadlines: AppealDeadlines,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Returns open cases as they are due, then answered ones, the newest first. The trail says which were shown. */
  list(actor: Actor, { state, householdId, category, limit, after }: ListCases): Promise<Page<CaseSummary>> {
    const list = `cases ${state ?? ''} ${householdId ?? ''} ${category ?? ''}`;
    const [queueAt, id] = this.cursors.read(list, Position, after) ?? [];
    return this.access.write(actor, async (tx) => {
      const query = tx.createQueryBuilder(CaseEntity, 'c').addSelect('c.queue_at::text', 'queue_at');
      if (state !== undefined) query.andWhere('c.state = :state', { state });
      if (category !== undefined) query.andWhere('c.category = :category', { category });
      if (householdId !== undefined) query.andWhere('c.household_id = :householdId', { householdId });
      if (queueAt !== undefined && id !== undefined)
        query.andWhere('(c.queue_at > :queueAt OR (c.queue_at = :queueAt AND c.id < :id))', { queueAt, id });
      const { entities, raw } = await query
        .orderBy('c.queue_at', 'ASC')
        .addOrderBy('c.id', 'DESC')
        .limit(limit + 1)
        .getRawAndEntities<{ queue_at: string }>();
      const rows = entities.map((row, index) => ({ row, queueAt: raw[index]?.queue_at ?? '' }));
      const now = this.clock.now();
      const shown = this.cursors.page(list, rows, limit, {
        item: ({ row }) => toCaseSummary(row, now),
        position: (last) => [last.queueAt, last.row.id],
      });
      const what = { asked: { state, householdId, category }, ids: shown.items.map(({ id }) => id) };
      // The trail must not say in clear who has a sensitive case.
      const details = { sealed: personal(what) };
      await this.audit.add(tx, actor, { action: 'case.listed', subject: 'list:case', details });
      return shown;
    });
  }

  /** Returns a case with what was said and done; the trail says who has read it. Throws `CaseNotFound`. */
  get(actor: Actor, id: string): Promise<Case> {
    return this.access.write(actor, async (tx) => {
      const row = await tx.findOneBy(CaseEntity, { id });
      if (!row) throw new CaseNotFound();
      await this.events.publish(tx, actor, row, { action: 'read' });
      const shown = toCase(row, await this.store.findSteps(tx, id), this.texts, this.clock.now());
      // There are no appeals in sensitive cases.
      const until = row.sensitive ? undefined : await this.deadlines.findUntil(tx, row);
      return { ...shown, ...(until && { appealUntil: until.toISOString() }) };
    });
  }
}
