import { Injectable } from '@nestjs/common';
import { EnrolmentStarted, enrolmentStates } from '@janela/contracts';
import { Outbox } from '@janela/messaging';
import { type Actor, Audit, personal, type Tx } from '@janela/platform';

import { EnrolmentStateConflict } from '../eligibility.errors.ts';
import { liveEnrolment } from './enrolment-events.ts';
import { EnrolmentEntity } from './enrolment.entity.ts';
import type { LockedEnrolment, Transition } from './transition.ts';

/** The row of an enrolment and its entry in the trail. What changes places is left to its callers. */
@Injectable()
export class EnrolmentWriter {
  constructor(
    private readonly outbox: Outbox,
    private readonly audit: Audit,
  ) {}

  /** Starts an enrolment for which a place is taken. */
  async begin(
    tx: Tx,
    actor: Actor,
    { enrolment: before, programme }: LockedEnrolment,
    transition: Transition,
  ): Promise<EnrolmentEntity> {
    const after = await this.become(tx, before, transition, { state: 'active', fromOn: transition.from });
    await this.outbox.add(tx, EnrolmentStarted, liveEnrolment(after, programme, transition.from));
    await this.note(tx, actor, after, { ...transition, action: 'started' });
    return after;
  }

  /** Throws `EnrolmentStateConflict` where the enrolment cannot get to that state from the one it is in. */
  async become(
    tx: Tx,
    before: EnrolmentEntity,
    { reason, from }: Transition,
    values: Partial<EnrolmentEntity> & Pick<EnrolmentEntity, 'state'>,
  ): Promise<EnrolmentEntity> {
    if (!enrolmentStates.mayBecome(before.state, values.state))
      throw new EnrolmentStateConflict(`It is ${before.state}`);
    return this.write(tx, before, { reason, changedOn: from, ...values });
  }

  async write(tx: Tx, before: EnrolmentEntity, values: Partial<EnrolmentEntity>): Promise<EnrolmentEntity> {
    const after = { ...before, ...values, version: before.version + 1 };
    const { id, ...columns } = after;
    await tx.update(EnrolmentEntity, { id }, columns);
    return after;
  }

  async note(tx: Tx, actor: Actor, row: EnrolmentEntity, change: Transition & { action: string }): Promise<void> {
    const { id, householdId, personId, areaCode, quotaArea } = row;
    const { action, reason, from, note } = change;
    // What an officer writes may name people.
    const details = { householdId, personId, areaCode, quotaArea, reason, from, ...(note && { note: personal(note) }) };
    await this.audit.add(tx, actor, { action: `enrolment.${action}`, subject: `enrolment:${id}`, details });
  }
}
