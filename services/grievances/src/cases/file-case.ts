import { randomInt, randomUUIDv7 } from 'node:crypto';

import { Injectable } from '@nestjs/common';
import { formatTrackingNumber, trackingNumberCount } from '@janela/kernel';
import { caseStates, type FileCase, type FiledCase } from '@janela/contracts';
import { JobScheduler } from '@janela/jobs';
import { type Actor, Clock, type Tx } from '@janela/platform';

import type { CaseCategoryEntity } from '../categories/case-category.entity.ts';
import { CategoriesService } from '../categories/categories.service.ts';
import { startClock } from '../deadlines/deadline-clock.ts';
import { type Subjects, SubjectsService } from '../subjects/subjects.service.ts';
import { CaseAccess, withSensitiveAccess } from './case-access.ts';
import { CaseStore } from './case-store.ts';
import { CaseTexts } from './case-texts.ts';
import { CaseEntity } from './case.entity.ts';
import { scheduleDeadline } from './cases.jobs.ts';
import { toCase } from './to-case.ts';

@Injectable()
export class FileCaseService {
  constructor(
    private readonly access: CaseAccess,
    private readonly categories: CategoriesService,
    private readonly subjects: SubjectsService,
    private readonly texts: CaseTexts,
    private readonly store: CaseStore,
    private readonly scheduler: JobScheduler,
    private readonly clock: Clock,
  ) {}

  /** Files a complaint. Of a sensitive case the caller gets the number and nothing more, not even what they wrote. */
  file(actor: Actor, key: string | undefined, input: FileCase): Promise<FiledCase> {
    return this.access.once(actor, { key, body: input }, async (tx) => {
      const category = await this.categories.getActive(tx, input.category);
      const subjects = await this.subjects.get(tx, actor, category.needs, input);
      const row = this.toRow(actor, input, category, subjects);
      const add = () => this.add(tx, actor, row);
      if (category.sensitive) return { number: (await withSensitiveAccess(tx, add)).number };
      await add();
      return toCase(row, await this.store.findSteps(tx, row.id), this.texts, this.clock.now());
    });
  }

  private async add(tx: Tx, actor: Actor, row: CaseEntity): Promise<CaseEntity> {
    row.number = await this.freeNumber(tx);
    await this.store.add(tx, actor, row);
    await scheduleDeadline(this.scheduler, tx, row);
    return row;
  }

  /** Two cases with one number are all but impossible, and in the end the database refuses it. */
  private async freeNumber(tx: Tx): Promise<string> {
    for (;;) {
      const number = drawNumber();
      const isUsed = await withSensitiveAccess(tx, () => tx.existsBy(CaseEntity, { number }));
      if (!isUsed) return number;
    }
  }

  private toRow(actor: Actor, input: FileCase, category: CaseCategoryEntity, subjects: Subjects): CaseEntity {
    const [id, filedAt] = [randomUUIDv7(), this.clock.now()];
    const unassigned = { assignedTo: null, assignedName: null, appealId: null };
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
      ...unassigned,
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
