import { isDeepStrictEqual } from 'node:util';

import { Injectable } from '@nestjs/common';
import type { PublishCategories, PublishCategory, PublishedCategories } from '@janela/contracts';
import { type Actor, Audit, Database } from '@janela/platform';

import { CaseCategoryEntity } from './case-category.entity.ts';

/** A number that no other lock has: two lists at once would become a mixture of both. */
const publishing = 7_301_604;

@Injectable()
export class PublishCategoriesService {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  /** Replaces the whole list. A category that is not in it any more stays for the cases it has. */
  publish(actor: Actor, { categories }: PublishCategories): Promise<PublishedCategories> {
    const rows = categories.map(toRow);
    return this.database.write(actor, async (tx) => {
      await tx.query('SELECT pg_advisory_xact_lock($1)', [publishing]);
      const before = new Map((await tx.find(CaseCategoryEntity)).map((row) => [row.code, row]));
      const different = rows.filter((row) => !isDeepStrictEqual({ ...before.get(row.code) }, row));
      const gone = [...before.values()].filter(({ code, active }) => active && !rows.some((row) => row.code === code));
      await tx.save(CaseCategoryEntity, [...different, ...gone.map((row) => ({ ...row, active: false }))]);
      await this.audit.addAll(tx, actor, [
        ...different.map((row) => ({
          action: 'category.published',
          subject: `category:${row.code}`,
          details: { ...row },
        })),
        ...gone.map(({ code }) => ({ action: 'category.retired', subject: `category:${code}` })),
      ]);
      return { published: different.length, unchanged: rows.length - different.length, retired: gone.length };
    });
  }
}

function toRow(category: PublishCategory, position: number): CaseCategoryEntity {
  return { ...category, position, active: true };
}
