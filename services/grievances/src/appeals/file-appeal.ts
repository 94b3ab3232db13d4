import { randomUUIDv7 } from 'node:crypto';

import { Injectable } from '@nestjs/common';
import { type Appeal, appealStates, type FileAppeal } from '@janela/contracts';
import { type Actor, Clock, Database, type Tx } from '@janela/platform';

import { AppealDeadlines } from '../cases/appeal-deadlines.ts';
import { CaseStore } from '../cases/case-store.ts';
import { CaseTexts } from '../cases/case-texts.ts';
import type { CaseEntity } from '../cases/case.entity.ts';
import { findAppealAgainst } from '../cases/find-appeal.ts';
import { AppealAlreadyFiled, AppealNotAboutCase, AppealTooLate } from '../grievances.errors.ts';
import { AppealEvents } from './appeal-events.ts';
import { AppealEntity } from './appeal.entity.ts';
import { type Contested, getContested } from '../subjects/get-contested.ts';
import { toAppeal } from './to-appeal.ts';

@Injectable()
export class FileAppealService {
  constructor(
    // Not `CaseAccess`: there are no appeals in sensitive cases, because appeals are published.
    private readonly database: Database,
    private readonly store: CaseStore,
    private readonly deadlines: AppealDeadlines,
    private readonly texts: CaseTexts,
    private readonly events: AppealEvents,
    private readonly clock: Clock,
  ) {}

  /** Files an appeal against what a case is about, also when the case is closed: people come back then. */
  file(actor: Actor, key: string | undefined, input: FileAppeal): Promise<Appeal> {
    return this.database.once(actor, { key, body: input }, async (tx) => {
      const about = await this.store.lock(tx, input.caseId);
      const contested = await getContested(tx, input);
      if (!isAbout(about, contested)) throw new AppealNotAboutCase();
      await refuseTwice(tx, contested);
      await this.refuseLate(tx, about, contested);
      const row = this.toRow(actor, input, contested);
      await tx.insert(AppealEntity, { ...row });
      await this.events.filed(tx, actor, row);
      const withAppeal = { ...about, appealId: row.id };
      await this.store.update(tx, actor, withAppeal, { at: row.filedAt, event: { action: 'appealed' } });
      return toAppeal(row, this.texts);
    });
  }

  private async refuseLate(tx: Tx, { category }: CaseEntity, contested: Contested): Promise<void> {
    const until = await this.deadlines.getUntil(tx, category, contested);
    if (until < this.clock.now()) throw new AppealTooLate(undefined, { members: { until: until.toISOString() } });
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
      filedAt: this.clock.now(),
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

async function refuseTwice(tx: Tx, contested: Contested): Promise<void> {
  const appealId = await findAppealAgainst(tx, contested);
  if (appealId !== undefined) throw new AppealAlreadyFiled(undefined, { members: { appealId } });
}
