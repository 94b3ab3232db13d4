import { Injectable } from '@nestjs/common';
import { addDays } from '@janela/kernel';
import {
  EnrolmentChanged,
  EnrolmentEnded,
  EnrolmentResumed,
  EnrolmentSuspended,
  EnrolmentWaitlisted,
  type PlainDate,
} from '@janela/contracts';
import { Outbox } from '@janela/messaging';
import type { Actor, Tx } from '@janela/platform';

import type { KnownProgramme } from '../programmes/rule-version.ts';
import { aboutEnrolment, liveEnrolment, waitingEnrolment } from './enrolment-events.ts';
import { EnrolmentWriter } from './enrolment-writer.ts';
import { EnrolmentEntity } from './enrolment.entity.ts';
import { QuotaAllocator } from './quota-allocator.ts';
import { QuotaFiller } from './quota-filler.ts';
import { keyOf, type QuotaKey } from './quota.ts';
import type { Difference, LockedEnrolment, Transition } from './transition.ts';

/**
 * All that can happen to an enrolment: the row, its place, the event and the trail, in one transaction. Enrolments are given
 * locked, with their quotas (`QuotaAllocator.lockEnrolments`); each method returns the enrolment as it is afterwards.
 */
@Injectable()
export class EnrolmentChanges {
  constructor(
    private readonly quotas: QuotaAllocator,
    private readonly filler: QuotaFiller,
    private readonly writer: EnrolmentWriter,
    private readonly outbox: Outbox,
  ) {}

  /** Stores an enrolment that was approved; it begins at once where there is a place, else it waits for one. */
  async open(
    tx: Tx,
    actor: Actor,
    { enrolment, programme }: LockedEnrolment,
    transition: Transition,
  ): Promise<EnrolmentEntity> {
    const [key] = keyOf(enrolment);
    await this.quotas.lock(tx, key ? [key] : []);
    await tx.insert(EnrolmentEntity, { ...enrolment });
    if (!key || (await this.quotas.allocate(tx, key)))
      return this.writer.begin(tx, actor, { enrolment, programme }, transition);
    await this.outbox.add(tx, EnrolmentWaitlisted, waitingEnrolment(enrolment, programme, transition.from));
    await this.writer.note(tx, actor, enrolment, { ...transition, reason: enrolment.reason, action: 'waitlisted' });
    return enrolment;
  }

  async suspend(
    tx: Tx,
    actor: Actor,
    { enrolment: before, programme }: LockedEnrolment,
    { until, ...transition }: Transition & { until?: PlainDate | undefined },
  ): Promise<EnrolmentEntity> {
    const values = { state: 'suspended' as const, suspendedUntil: until ?? null };
    const after = await this.writer.become(tx, before, transition, values);
    const about = aboutEnrolment(after, programme, transition.from);
    await this.outbox.add(tx, EnrolmentSuspended, { ...about, ...(until !== undefined && { until }) });
    await this.writer.note(tx, actor, after, { ...transition, action: 'suspended' });
    return after;
  }

  /** Leaves an enrolment suspended for another reason, where the first one no longer holds. */
  async keepSuspended(
    tx: Tx,
    actor: Actor,
    { enrolment: before, programme }: LockedEnrolment,
    transition: Transition,
  ): Promise<EnrolmentEntity> {
    const after = await this.writer.write(tx, before, { reason: transition.reason, changedOn: transition.from });
    await this.outbox.add(tx, EnrolmentSuspended, aboutEnrolment(after, programme, transition.from));
    await this.writer.note(tx, actor, after, { ...transition, action: 'suspended' });
    return after;
  }

  async resume(
    tx: Tx,
    actor: Actor,
    { enrolment: before, programme }: LockedEnrolment,
    transition: Transition,
  ): Promise<EnrolmentEntity> {
    const after = await this.writer.become(tx, before, transition, { state: 'active', suspendedUntil: null });
    await this.outbox.add(tx, EnrolmentResumed, aboutEnrolment(after, programme, transition.from));
    await this.writer.note(tx, actor, after, { ...transition, action: 'resumed' });
    return after;
  }

  /**
   * Ends an enrolment for good. Its place, if it had one, goes to the next in the queue; others of the same number no longer
   * wait for it.
   */
  async end(
    tx: Tx,
    actor: Actor,
    { enrolment: before, programme }: LockedEnrolment,
    transition: Transition,
  ): Promise<EnrolmentEntity> {
    const toOn = before.fromOn && addDays(transition.from, -1);
    const after = await this.writer.become(tx, before, transition, { state: 'ended', toOn, suspendedUntil: null });
    await this.outbox.add(tx, EnrolmentEnded, aboutEnrolment(after, programme, transition.from));
    await this.writer.note(tx, actor, after, { ...transition, action: 'ended' });
    if (before.state === 'waitlisted') return after;
    await this.release(tx, programme, keyOf(before));
    await this.filler.fillForOthers(tx, programme, after);
    return after;
  }

  /**
   * Changes an enrolment that goes on: one that waits or is active stays so, and one that is suspended stays so for the same
   * reason. A household that moves keeps its place.
   */
  async change(
    tx: Tx,
    actor: Actor,
    { enrolment: before, programme }: LockedEnrolment,
    { difference, ...transition }: Transition & { difference: Difference },
  ): Promise<EnrolmentEntity> {
    const reason = before.state === 'suspended' ? before.reason : transition.reason;
    const after = await this.writer.write(tx, before, { ...difference, reason, changedOn: transition.from });
    const waits = after.state === 'waitlisted';
    if (waits) await this.outbox.add(tx, EnrolmentWaitlisted, waitingEnrolment(after, programme, transition.from));
    else await this.outbox.add(tx, EnrolmentChanged, liveEnrolment(after, programme, transition.from));
    await this.writer.note(tx, actor, after, { ...transition, action: 'changed' });
    if (after.quotaArea !== before.quotaArea) await this.changeQuota(tx, programme, before, after);
    return after;
  }

  private async changeQuota(
    tx: Tx,
    programme: KnownProgramme,
    before: EnrolmentEntity,
    after: EnrolmentEntity,
  ): Promise<void> {
    if (after.state === 'waitlisted') return this.filler.fill(tx, programme, keyOf(after));
    for (const key of keyOf(after)) await this.quotas.transfer(tx, key);
    await this.release(tx, programme, keyOf(before));
  }

  private async release(tx: Tx, programme: KnownProgramme, keys: readonly QuotaKey[]): Promise<void> {
    for (const key of keys) await this.quotas.release(tx, key);
    await this.filler.fill(tx, programme, keys);
  }
}
