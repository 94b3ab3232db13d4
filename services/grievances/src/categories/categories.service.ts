import { Injectable } from '@nestjs/common';
import { invariant } from '@janela/kernel';
import type { CaseCategory, Page } from '@janela/contracts';
import { type Actor, Database, type Tx } from '@janela/platform';

import { CategoryUnknown } from '../grievances.errors.ts';
import { CaseCategoryEntity } from './case-category.entity.ts';
import { toCategory } from './to-category.ts';

@Injectable()
export class CategoriesService {
  constructor(private readonly database: Database) {}

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
