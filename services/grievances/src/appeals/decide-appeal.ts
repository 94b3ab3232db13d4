import { Injectable } from '@nestjs/common';
import { type Appeal, AppealDismissed, appealStates, AppealUpheld, type DecideAppeal } from '@janela/contracts';
import { Outbox } from '@janela/messaging';
import { type Actor, Audit, Database, mustBeCurrent, type Tx } from '@janela/platform';

import { CaseStore } from '../cases/case-store.ts';
import { CaseStepEntity } from '../cases/case-step.entity.ts';
import { CaseTexts } from '../cases/case-texts.ts';
import { AppealDecided, AppealNotFound, OwnDecision } from '../grievances.errors.ts';
import { findApplication, staffOfPayment } from '../subjects/subjects.service.ts';
import { AppealView, toEventData } from './appeal-view.ts';
import { AppealEntity } from './appeal.entity.ts';

/** Hears an appeal. Upheld, the decision is open again: eligibility learns of it by event. */
@Injectable()
export class DecideAppealService {
  constructor(
    private readonly database: Database,
    private readonly book: CaseStore,
    private readonly texts: CaseTexts,
    private readonly view: AppealView,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
  ) {}

  decide(actor: Actor, { id, expected }: { id: string; expected: number }, input: DecideAppeal): Promise<Appeal> {
    return this.database.write(actor, async (tx) => {
      const before = await tx.findOne(AppealEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!before) throw new AppealNotFound();
      mustBeCurrent(expected, before.version);
      if (!appealStates.mayBecome(before.state, input.outcome)) throw new AppealDecided();
      if ((await handsIn(tx, before)).includes(actor.id)) throw new OwnDecision();
      const row = { ...before, ...this.decided(actor, before, input) };
      const { id: _id, ...values } = row;
      await tx.update(AppealEntity, { id }, values);
      await this.tell(tx, actor, row, input.reason);
      return this.view.page(row);
    });
  }

  private decided(
    actor: Actor,
    { id, version }: AppealEntity,
    { outcome, reason }: DecideAppeal,
  ): Partial<AppealEntity> {
    return {
      version: version + 1,
      state: outcome,
      decidedAt: new Date(),
      decidedBy: actor.id,
      decidedName: actor.name,
      reasonSealed: this.texts.seal('reason', id, reason),
    };
  }

  private async tell(tx: Tx, actor: Actor, row: AppealEntity, reason: string): Promise<void> {
    const data = { ...toEventData(row), decidedBy: actor.id };
    await this.outbox.add(tx, row.state === 'upheld' ? AppealUpheld : AppealDismissed, data);
    await this.audit.add(tx, actor, { action: `appeal.${row.state}`, subject: `appeal:${row.id}`, details: data });
    const about = await this.book.lock(tx, row.caseId);
    await this.book.write(tx, actor, about, {
      at: row.decidedAt ?? new Date(),
      deed: { action: 'appeal-decided' },
      note: reason,
    });
  }
}

/**
 * Everybody who submitted or decided what it is against, ever, or had a hand in its payment or the cycle of that; who wrote the
 * appeal, and who answered the complaint before.
 */
async function handsIn(tx: Tx, { applicationId, paymentId, caseId, filedBy }: AppealEntity): Promise<string[]> {
  const application = applicationId === null ? undefined : await findApplication(tx, applicationId);
  const payment = paymentId === null ? [] : await staffOfPayment(tx, paymentId);
  const answers = await tx.findBy(CaseStepEntity, { caseId, action: 'resolved' });
  return [filedBy, ...(application?.hands ?? []), ...payment, ...answers.map(({ actor }) => actor)];
}
