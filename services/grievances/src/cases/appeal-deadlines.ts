import { Injectable } from '@nestjs/common';
import type { Tx } from '@janela/platform';

import { CategoriesService } from '../categories/categories.service.ts';
import { type Contested, findContested } from '../subjects/get-contested.ts';
import type { CaseEntity } from './case.entity.ts';
import { findAppealAgainst } from './find-appeal.ts';

const hourMs = 3_600_000;

/** Computes until when an appeal can be filed; the state of the complaint has no part in it. */
@Injectable()
export class AppealDeadlines {
  constructor(private readonly categories: CategoriesService) {}

  /** Returns until when an appeal against this can be filed through a case of the category. */
  async getUntil(tx: Tx, code: string, { since }: Contested): Promise<Date> {
    const { appealWithinHours } = await this.categories.get(tx, code);
    return new Date(since.getTime() + appealWithinHours * hourMs);
  }

  /**
   * Returns until when an appeal against what a case is about can, or could, be filed; undefined where nothing was decided against
   * the household, and where it is appealed against already.
   */
  async findUntil(tx: Tx, about: CaseEntity): Promise<Date | undefined> {
    const contested = await findContested(tx, about);
    if (!contested || (await findAppealAgainst(tx, contested))) return undefined;
    return this.getUntil(tx, about.category, contested);
  }
}
