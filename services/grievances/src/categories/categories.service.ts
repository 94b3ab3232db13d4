import { isDeepStrictEqual } from 'node:util';

import { Injectable } from '@nestjs/common';
import { invariant } from '@janela/kernel';
import type { CaseCategory, Page, PublishCategories, PublishCategory, PublishedCategories } from '@janela/contracts';
import { type Actor, Audit, Database, type Tx } from '@janela/platform';

import { CategoryUnknown } from '../grievances.errors.ts';
import { CaseCategoryEntity } from './case-category.entity.ts';

/** A number that no other lock has: two lists at once would become a mixture of both. */
const publishing = 7_301_604;

/** What a complaint can be about. */
@Injectable()
export class CategoriesService {
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

  /** Returns those that take cases, as the country orders them. */
  list(actor: Actor): Promise<Page<CaseCategory>> {
    return this.database.read(actor, async (tx) => {
      const rows = await tx.find(CaseCategoryEntity, { where: { active: true }, order: { position: 'ASC' } });
      return { items: rows.map(toCategory), next: null };
    });
  }

  /** Returns a category that takes cases. Throws `CategoryUnknown`. */
  async getActive(tx: Tx, code: string): Promise<CaseCategoryEntity> {
    const row = await tx.findOneBy(CaseCategoryEntity, { code, active: true });
    if (row) return row;
    const errors = [
      { in: 'body' as const, pointer: '/category', code: 'category_unknown', message: 'is not one of the list' },
    ];
    throw new CategoryUnknown(undefined, { errors });
  }

  /** Returns the category of a case that there is. */
  async get(tx: Tx, code: string): Promise<CaseCategoryEntity> {
    const row = await tx.findOneBy(CaseCategoryEntity, { code });
    invariant(row, 'the category of a case is never deleted');
    return row;
  }
}

function toRow(category: PublishCategory, position: number): CaseCategoryEntity {
  return { ...category, position, active: true };
}

function toCategory({ position: _position, active: _active, ...category }: CaseCategoryEntity): CaseCategory {
  return category;
}
