import { randomUUIDv7 } from 'node:crypto';

import { Injectable } from '@nestjs/common';
import { type Appeal, AppealFiled, appealStates, type FileAppeal } from '@janela/contracts';
import { Outbox } from '@janela/messaging';
import { type Actor, Audit, Database, type Tx } from '@janela/platform';

import { CaseStore } from '../cases/case-store.ts';
import { CaseTexts } from '../cases/case-texts.ts';
import type { CaseEntity } from '../cases/case.entity.ts';
import { CategoriesService } from '../categories/categories.service.ts';
import { AppealAlreadyFiled, AppealNotAboutCase, AppealTooLate } from '../grievances.errors.ts';
import { AppealView, toEventData } from './appeal-view.ts';
import { AppealEntity } from './appeal.entity.ts';
import { type Contested, findContested } from './contested.ts';

const hourMs = 3_600_000;

/** Takes in an appeal against what a case is about. */
@Injectable()
export class FileAppealService {
  constructor(
    // Not the desk: nobody can appeal in a sensitive case, because appeals are told of.
    private readonly database: Database,
    private readonly book: CaseStore,
    private readonly categories: CategoriesService,
    private readonly texts: CaseTexts,
    private readonly view: AppealView,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
  ) {}

  file(actor: Actor, key: string | undefined, input: FileAppeal): Promise<Appeal> {
    return this.database.once(actor, { key, body: input }, async (tx) => {
      const about = await this.book.lock(tx, input.caseId);
      const contested = await findContested(tx, input);
      if (!isAbout(about, contested)) throw new AppealNotAboutCase();
      await refuseTwice(tx, contested);
      await this.refuseLate(tx, about, contested);
      const row = this.toRow(actor, input, contested);
      await tx.insert(AppealEntity, { ...row });
      await this.outbox.add(tx, AppealFiled, toEventData(row));
      await this.audit.add(tx, actor, {
        action: 'appeal.filed',
        subject: `appeal:${row.id}`,
        details: toEventData(row),
      });
      const withAppeal = { ...about, appealId: row.id };
      await this.book.write(tx, actor, withAppeal, { at: row.filedAt, deed: { action: 'appealed' } });
      return this.view.page(row);
    });
  }

  private async refuseLate(tx: Tx, { category: code }: CaseEntity, { since }: Contested): Promise<void> {
    const { appealWithinHours } = await this.categories.get(tx, code);
    const until = new Date(since.getTime() + appealWithinHours * hourMs);
    if (until < new Date()) throw new AppealTooLate(undefined, { members: { until: until.toISOString() } });
  }

  private toRow(
    actor: Actor,
    { caseId, grounds }: FileAppeal,
    { since: _since, ...contested }: Contested,
  ): AppealEntity {
    const id = randomUUIDv7();
    return {
      id,
      version: 1,
      state: appealStates.initial,
      caseId,
      ...contested,
      groundsSealed: this.texts.seal('grounds', id, grounds),
      filedAt: new Date(),
      filedBy: actor.id,
      reasonSealed: null,
      decidedAt: null,
      decidedBy: null,
      decidedName: null,
    };
  }
}

function isAbout(about: CaseEntity, { applicationId, paymentId }: Contested): boolean {
  return applicationId === null ? about.paymentId === paymentId : about.applicationId === applicationId;
}

async function refuseTwice(tx: Tx, { decisionId, paymentId }: Contested): Promise<void> {
  const before = await tx.findOneBy(
    AppealEntity,
    decisionId === null ? { paymentId: paymentId ?? '' } : { decisionId },
  );
  if (before) throw new AppealAlreadyFiled(undefined, { members: { appealId: before.id } });
}
