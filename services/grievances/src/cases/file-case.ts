import { randomInt, randomUUIDv7 } from 'node:crypto';

import { Injectable } from '@nestjs/common';
import { formatTrackingNumber, trackingNumberCount } from '@janela/kernel';
import { caseStates, type FileCase, type FiledCase } from '@janela/contracts';
import type { Actor, Tx } from '@janela/platform';

import type { CaseCategoryEntity } from '../categories/case-category.entity.ts';
import { CategoriesService } from '../categories/categories.service.ts';
import { startClock } from '../deadlines/clock.ts';
import { type FoundSubjects, SubjectsService } from '../subjects/subjects.service.ts';
import { CaseStore } from './case-store.ts';
import { CaseTexts } from './case-texts.ts';
import { CaseView } from './case-view.ts';
import { CaseEntity } from './case.entity.ts';
import { CaseAccess, withSensitiveAccess } from './case-access.ts';

/** Takes a complaint in. */
@Injectable()
export class FileCaseService {
  constructor(
    private readonly desk: CaseAccess,
    private readonly categories: CategoriesService,
    private readonly subjects: SubjectsService,
    private readonly texts: CaseTexts,
    private readonly book: CaseStore,
    private readonly view: CaseView,
  ) {}

  /** Whoever files a sensitive case learns its number and nothing more, not even what they wrote. */
  file(actor: Actor, key: string | undefined, input: FileCase): Promise<FiledCase> {
    return this.desk.once(actor, { key, body: input }, async (tx) => {
      const category = await this.categories.mustTakeCases(tx, input.category);
      const subjects = await this.subjects.find(tx, actor, category.needs, input);
      const row = this.toRow(actor, input, category, subjects);
      const takeIn = () => this.takeIn(tx, actor, row);
      if (category.sensitive) return { number: (await withSensitiveAccess(tx, takeIn)).number };
      await takeIn();
      return this.view.page(row, await this.book.steps(tx, row.id));
    });
  }

  private async takeIn(tx: Tx, actor: Actor, row: CaseEntity): Promise<CaseEntity> {
    row.number = await this.freeNumber(tx);
    await tx.insert(CaseEntity, { ...row });
    await this.book.enter(tx, actor, row, { at: row.filedAt, deed: { action: 'filed' } });
    await this.book.schedule(tx, row);
    return row;
  }

  /** Two cases with one number are all but impossible, and in the end the database refuses it. */
  private async freeNumber(tx: Tx): Promise<string> {
    for (;;) {
      const number = drawNumber();
      const isTaken = await withSensitiveAccess(tx, () => tx.existsBy(CaseEntity, { number }));
      if (!isTaken) return number;
    }
  }

  private toRow(actor: Actor, input: FileCase, category: CaseCategoryEntity, subjects: FoundSubjects): CaseEntity {
    const [id, filedAt] = [randomUUIDv7(), new Date()];
    const nobody = { assignedTo: null, assignedName: null, appealId: null };
    return {
      id,
      number: '',
      version: 1,
      state: caseStates.initial,
      category: category.code,
      sensitive: category.sensitive,
      recordId: category.sensitive ? crypto.randomUUID() : null,
      descriptionSealed: this.texts.seal('description', id, input.description),
      channel: input.channel,
      anonymous: input.anonymous ?? false,
      ...subjects,
      ...nobody,
      ...startClock(category.startsAt, category, filedAt),
      resolution: null,
      answerSealed: null,
      resolvedAt: null,
      filedAt,
      filedBy: actor.id,
    };
  }
}

const half = 1_000_000;

/** `randomInt` draws from less than 2⁴⁸; two draws are as even as one. */
function drawNumber(): string {
  const secret = BigInt(randomInt(half)) * BigInt(half) + BigInt(randomInt(half));
  return formatTrackingNumber(secret % trackingNumberCount);
}
