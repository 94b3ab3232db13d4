import { Injectable } from '@nestjs/common';
import { type Case, type CaseSummary, caseStates, Id, type Page, SnakeCode } from '@janela/contracts';
import { type Actor, Audit, Cursors, listQuery, personal } from '@janela/platform';
import { z } from 'zod';

import { CaseNotFound } from '../grievances.errors.ts';
import { CaseStore } from './case-store.ts';
import { CaseEvents } from './case-events.ts';
import { CaseView, toSummary } from './case-view.ts';
import { CaseEntity } from './case.entity.ts';
import { CaseAccess } from './case-access.ts';

export const ListCases = listQuery({
  state: z.enum(caseStates.states).optional(),
  householdId: Id.optional(),
  category: SnakeCode.optional(),
});
export type ListCases = z.infer<typeof ListCases>;

/** Where a page ended: what was due then, and which case it was. */
const Position = z.tuple([z.string(), Id]);

/** Shows cases to whoever may see them. */
@Injectable()
export class FindCasesService {
  constructor(
    private readonly desk: CaseAccess,
    private readonly cursors: Cursors,
    private readonly book: CaseStore,
    private readonly news: CaseEvents,
    private readonly view: CaseView,
    private readonly audit: Audit,
  ) {}

  /** What is due first stands first; what is answered stands at the end, the newest first. Which were shown is in the trail. */
  list(actor: Actor, { state, householdId, category, limit, after }: ListCases): Promise<Page<CaseSummary>> {
    const list = `cases ${state ?? ''} ${householdId ?? ''} ${category ?? ''}`;
    const [queueAt, id] = this.cursors.read(list, Position, after) ?? [];
    return this.desk.write(actor, async (tx) => {
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
      const shown = this.cursors.page(
        list,
        rows,
        limit,
        ({ row }) => toSummary(row),
        (last) => [last.queueAt, last.row.id],
      );
      const what = { asked: { state, householdId, category }, ids: shown.items.map(({ id }) => id) };
      // Of whom there is a sensitive case, the trail must not tell in clear.
      const details = { sealed: personal(what) };
      await this.audit.add(tx, actor, { action: 'case.listed', subject: 'list:case', details });
      return shown;
    });
  }

  /** A case with what was said and done. That somebody has read it is in the trail. Throws `CaseNotFound`. */
  get(actor: Actor, id: string): Promise<Case> {
    return this.desk.write(actor, async (tx) => {
      const row = await tx.findOneBy(CaseEntity, { id });
      if (!row) throw new CaseNotFound();
      await this.news.tell(tx, actor, row, { action: 'read' });
      return this.view.page(row, await this.book.steps(tx, id));
    });
  }
}
