import { Injectable } from '@nestjs/common';
import { type Appeal, Id, type ListAppeals, type Page } from '@janela/contracts';
import { type Actor, Audit, Cursors, Database } from '@janela/platform';
import { MoreThan } from 'typeorm';

import { CaseTexts } from '../cases/case-texts.ts';
import { AppealNotFound } from '../grievances.errors.ts';
import { AppealEntity } from './appeal.entity.ts';
import { toAppeal } from './to-appeal.ts';

@Injectable()
export class AppealsService {
  constructor(
    private readonly database: Database,
    private readonly cursors: Cursors,
    private readonly audit: Audit,
    private readonly texts: CaseTexts,
  ) {}

  /** Returns appeals, the longest waiting first. The trail says who has read which. */
  list(actor: Actor, { state, limit, after }: ListAppeals): Promise<Page<Appeal>> {
    const list = `appeals ${state ?? ''}`;
    const from = this.cursors.read(list, Id, after);
    return this.database.write(actor, async (tx) => {
      const rows = await tx.find(AppealEntity, {
        where: { ...(state && { state }), ...(from && { id: MoreThan(from) }) },
        order: { id: 'ASC' },
        take: limit + 1,
      });
      const shown = this.cursors.page(list, rows, limit, {
        item: (row) => toAppeal(row, this.texts),
        position: ({ id }) => id,
      });
      const details = { state, ids: shown.items.map(({ id }) => id) };
      await this.audit.add(tx, actor, { action: 'appeal.listed', subject: 'list:appeal', details });
      return shown;
    });
  }

  /** Returns an appeal; the trail says who has read it. Throws `AppealNotFound`. */
  get(actor: Actor, id: string): Promise<Appeal> {
    return this.database.write(actor, async (tx) => {
      const row = await tx.findOneBy(AppealEntity, { id });
      if (!row) throw new AppealNotFound();
      await this.audit.add(tx, actor, { action: 'appeal.read', subject: `appeal:${id}` });
      return toAppeal(row, this.texts);
    });
  }
}
