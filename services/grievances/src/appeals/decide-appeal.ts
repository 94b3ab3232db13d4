import { Injectable } from '@nestjs/common';
import { type Appeal, appealStates, type DecideAppeal } from '@janela/contracts';
import { type Actor, Clock, Database, lockCurrent, type Tx, type VersionedRef } from '@janela/platform';

import { CaseStepEntity } from '../cases/case-step.entity.ts';
import { CaseStore } from '../cases/case-store.ts';
import { CaseTexts } from '../cases/case-texts.ts';
import { AppealDecided, AppealNotFound, OwnDecision } from '../grievances.errors.ts';
import { getApplication, getStaffOfPayment } from '../subjects/get-subject.ts';
import { AppealEvents } from './appeal-events.ts';
import { AppealEntity } from './appeal.entity.ts';
import { toAppeal } from './to-appeal.ts';

@Injectable()
export class DecideAppealService {
  constructor(
    private readonly database: Database,
    private readonly store: CaseStore,
    private readonly texts: CaseTexts,
    private readonly events: AppealEvents,
    private readonly clock: Clock,
  ) {}

  /** Decides an appeal. Where it is upheld, eligibility opens the decision again by event. */
  decide(actor: Actor, ref: VersionedRef, input: DecideAppeal): Promise<Appeal> {
    return this.database.write(actor, async (tx) => {
      const before = await lockCurrent(tx, AppealEntity, ref, { notFound: AppealNotFound });
      if (!appealStates.mayBecome(before.state, input.outcome)) throw new AppealDecided();
      if ((await involvedStaff(tx, before)).includes(actor.id)) throw new OwnDecision();
      const at = this.clock.now();
      const row: AppealEntity = {
        ...before,
        version: before.version + 1,
        state: input.outcome,
        decidedAt: at,
        decidedBy: actor.id,
        decidedName: actor.name,
        reasonSealed: this.texts.seal('reason', before.id, input.reason),
      };
      const { id, ...values } = row;
      await tx.update(AppealEntity, { id }, values);
      await this.events.decided(tx, actor, row);
      const about = await this.store.lock(tx, row.caseId);
      await this.store.update(tx, actor, about, { at, event: { action: 'appeal-decided' }, note: input.reason });
      return toAppeal(row, this.texts);
    });
  }
}

/**
 * Returns the ids of all who submitted or decided the application, ever, or acted on the payment or its cycle; of who wrote the
 * appeal, and of who answered the complaint before.
 */
async function involvedStaff(tx: Tx, { applicationId, paymentId, caseId, filedBy }: AppealEntity): Promise<string[]> {
  const application = applicationId === null ? undefined : await getApplication(tx, applicationId);
  const payment = paymentId === null ? [] : await getStaffOfPayment(tx, paymentId);
  const answers = await tx.findBy(CaseStepEntity, { caseId, action: 'resolved' });
  return [filedBy, ...(application?.staff ?? []), ...payment, ...answers.map(({ actor }) => actor)];
}
