import { Injectable } from '@nestjs/common';
import { type Appeal, appealStates, Id, type Page } from '@janela/contracts';
import { type Actor, Audit, Cursors, Database, listQuery } from '@janela/platform';
import { MoreThan } from 'typeorm';
import { z } from 'zod';

import { AppealNotFound } from '../grievances.errors.ts';
import { AppealView } from './appeal-view.ts';
import { AppealEntity } from './appeal.entity.ts';

export const ListAppeals = listQuery({ state: z.enum(appealStates.states).optional() });
export type ListAppeals = z.infer<typeof ListAppeals>;

/** Shows appeals to whoever may see them. */
@Injectable()
export class FindAppealsService {
  constructor(
    private readonly database: Database,
    private readonly cursors: Cursors,
    private readonly audit: Audit,
    private readonly view: AppealView,
  ) {}

  /** Who has waited longest stands first. That somebody has read their words is in the trail. */
  list(actor: Actor, { state, limit, after }: ListAppeals): Promise<Page<Appeal>> {
    const list = `appeals ${state ?? ''}`;
    const from = this.cursors.read(list, Id, after);
    return this.database.write(actor, async (tx) => {
      const rows = await tx.find(AppealEntity, {
        where: { ...(state && { state }), ...(from && { id: MoreThan(from) }) },
        order: { id: 'ASC' },
        take: limit + 1,
      });
      const shown = this.cursors.page(
        list,
        rows,
        limit,
        (row) => this.view.page(row),
        ({ id }) => id,
      );
      const details = { state, ids: shown.items.map(({ id }) => id) };
      await this.audit.add(tx, actor, { action: 'appeal.listed', subject: 'list:appeal', details });
      return shown;
    });
  }

  /** That somebody has read it is in the trail. Throws `AppealNotFound`. */
  get(actor: Actor, id: string): Promise<Appeal> {
    return this.database.write(actor, async (tx) => {
      const row = await tx.findOneBy(AppealEntity, { id });
      if (!row) throw new AppealNotFound();
      await this.audit.add(tx, actor, { action: 'appeal.read', subject: `appeal:${id}` });
      return this.view.page(row);
    });
  }
}
