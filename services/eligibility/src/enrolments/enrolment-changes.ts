import { Injectable } from '@nestjs/common';
import { addDays } from '@janela/kernel';
import {
  EnrolmentChanged,
  EnrolmentEnded,
  type EnrolmentReason,
  EnrolmentResumed,
  EnrolmentStarted,
  type EnrolmentState as State,
  enrolmentStates,
  EnrolmentSuspended,
  EnrolmentWaitlisted,
  type PlainDate,
} from '@janela/contracts';
import { Outbox } from '@janela/messaging';
import { type Actor, Audit, Clock, inEveryArea, personal, systemActor, type Tx } from '@janela/platform';

import { EnrolmentStateConflict } from '../eligibility.errors.ts';
import type { KnownProgramme } from '../programmes/rule-version.ts';
import { aboutEnrolment, liveEnrolment, waitingEnrolment } from './enrolment-events.ts';
import { EnrolmentEntity } from './enrolment.entity.ts';
import { QuotaAllocator } from './quota-allocator.ts';
import { keyOf, type QuotaKey } from './quota.ts';
import { findQuotasOfWaiting } from './twice.ts';

/** Why something happens to an enrolment, and from which day. */
export interface Transition {
  reason: EnrolmentReason;
  from: PlainDate;
  note?: string | undefined;
}

/** What may be different about an enrolment that goes on. */
export type Difference = Partial<
  Pick<
    EnrolmentEntity,
    | 'householdId'
    | 'areaCode'
    | 'quotaArea'
    | 'coveredPersonIds'
    | 'amountMinor'
    | 'programmeVersion'
    | 'rank'
    | 'rankKey'
  >
>;

/**
 * All that can happen to an enrolment: the row, its place, the event and the trail, in one transaction. Enrolments are handed in
 * locked, with their quotas (`Places.hold`); what comes back is how they are afterwards.
 */
@Injectable()
export class EnrolmentChanges {
  constructor(
    private readonly places: QuotaAllocator,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Stores an enrolment that was approved; it begins at once where there is a place, else it waits for one. */
  async open(
    tx: Tx,
    actor: Actor,
    programme: KnownProgramme,
    enrolment: EnrolmentEntity,
    turn: Transition,
  ): Promise<EnrolmentEntity> {
    const [key] = keyOf(enrolment);
    await this.places.lock(tx, key ? [key] : []);
    await tx.insert(EnrolmentEntity, { ...enrolment });
    if (!key || (await this.places.take(tx, key))) return this.begin(tx, actor, programme, enrolment, turn);
    await this.outbox.add(tx, EnrolmentWaitlisted, waitingEnrolment(enrolment, programme, turn.from));
    await this.note(tx, actor, 'waitlisted', enrolment, { ...turn, reason: enrolment.reason });
    return enrolment;
  }

  async suspend(
    tx: Tx,
    actor: Actor,
    programme: KnownProgramme,
    before: EnrolmentEntity,
    { until, ...turn }: Transition & { until?: PlainDate | undefined },
  ): Promise<EnrolmentEntity> {
    const after = await this.become(tx, before, 'suspended', turn, { suspendedUntil: until ?? null });
    const about = aboutEnrolment(after, programme, turn.from);
    await this.outbox.add(tx, EnrolmentSuspended, { ...about, ...(until !== undefined && { until }) });
    await this.note(tx, actor, 'suspended', after, turn);
    return after;
  }

  /** Stays suspended, for another reason: what it was suspended for is over. */
  async keepSuspended(
    tx: Tx,
    actor: Actor,
    programme: KnownProgramme,
    before: EnrolmentEntity,
    turn: Transition,
  ): Promise<EnrolmentEntity> {
    const after = await this.write(tx, before, { reason: turn.reason, changedOn: turn.from });
    await this.outbox.add(tx, EnrolmentSuspended, aboutEnrolment(after, programme, turn.from));
    await this.note(tx, actor, 'suspended', after, turn);
    return after;
  }

  async resume(
    tx: Tx,
    actor: Actor,
    programme: KnownProgramme,
    before: EnrolmentEntity,
    turn: Transition,
  ): Promise<EnrolmentEntity> {
    const after = await this.become(tx, before, 'active', turn, { suspendedUntil: null });
    await this.outbox.add(tx, EnrolmentResumed, aboutEnrolment(after, programme, turn.from));
    await this.note(tx, actor, 'resumed', after, turn);
    return after;
  }

  /** Ends it for good. Its place, if it had one, goes to the next in the queue; others of the same number no longer wait for it. */
  async end(
    tx: Tx,
    actor: Actor,
    programme: KnownProgramme,
    before: EnrolmentEntity,
    turn: Transition,
  ): Promise<EnrolmentEntity> {
    const toOn = before.fromOn && addDays(turn.from, -1);
    const after = await this.become(tx, before, 'ended', turn, { toOn, suspendedUntil: null });
    await this.outbox.add(tx, EnrolmentEnded, aboutEnrolment(after, programme, turn.from));
    await this.note(tx, actor, 'ended', after, turn);
    if (before.state === 'waitlisted') return after;
    await this.vacate(tx, programme, keyOf(before));
    await this.fillForOthers(tx, programme, after);
    return after;
  }

  /**
   * Something is different from a day on; who waits or is paid goes on to, and what is suspended stays so for the same reason.
   * Whoever moves takes their place along.
   */
  async change(
    tx: Tx,
    actor: Actor,
    programme: KnownProgramme,
    before: EnrolmentEntity,
    difference: Difference,
    turn: Transition,
  ): Promise<EnrolmentEntity> {
    const reason = before.state === 'suspended' ? before.reason : turn.reason;
    const after = await this.write(tx, before, { ...difference, reason, changedOn: turn.from });
    const waits = after.state === 'waitlisted';
    if (waits) await this.outbox.add(tx, EnrolmentWaitlisted, waitingEnrolment(after, programme, turn.from));
    else await this.outbox.add(tx, EnrolmentChanged, liveEnrolment(after, programme, turn.from));
    await this.note(tx, actor, 'changed', after, turn);
    if (after.quotaArea !== before.quotaArea) await this.changeQuota(tx, programme, before, after);
    return after;
  }

  private async begin(
    tx: Tx,
    actor: Actor,
    programme: KnownProgramme,
    before: EnrolmentEntity,
    turn: Transition,
  ): Promise<EnrolmentEntity> {
    const after = await this.become(tx, before, 'active', turn, { fromOn: turn.from });
    await this.outbox.add(tx, EnrolmentStarted, liveEnrolment(after, programme, turn.from));
    await this.note(tx, actor, 'started', after, turn);
    return after;
  }

  private async changeQuota(
    tx: Tx,
    programme: KnownProgramme,
    before: EnrolmentEntity,
    after: EnrolmentEntity,
  ): Promise<void> {
    if (after.state === 'waitlisted') return this.fill(tx, programme, keyOf(after));
    for (const key of keyOf(after)) await this.places.bring(tx, key);
    await this.vacate(tx, programme, keyOf(before));
  }

  private async vacate(tx: Tx, programme: KnownProgramme, keys: readonly QuotaKey[]): Promise<void> {
    for (const key of keys) await this.places.free(tx, key);
    await this.fill(tx, programme, keys);
  }

  /** Gives free places to those who were passed over because of an enrolment that is no longer in their way, in whichever quota they wait. */
  async fillForOthers(tx: Tx, programme: KnownProgramme, { id }: EnrolmentEntity): Promise<void> {
    const keys = await findQuotasOfWaiting(tx, [id]);
    await this.places.lock(tx, keys);
    await this.fill(tx, programme, keys);
  }

  /** Gives the places that are free to those who wait the longest, in the published order, wherever they live. Quotas are locked. */
  async fill(tx: Tx, programme: KnownProgramme, keys: readonly QuotaKey[]): Promise<void> {
    const itself = systemActor('eligibility');
    const turn: Transition = { reason: 'place_free', from: this.clock.today() };
    await inEveryArea(tx, async () => {
      for (const key of keys) {
        for (;;) {
          if (!(await this.places.findNext(tx, key))) break;
          await this.places.waitForOthers(tx, key);
          const next = await this.places.findNext(tx, key);
          if (!next || !(await this.places.take(tx, key))) break;
          await this.begin(tx, itself, programme, next, turn);
        }
      }
    });
  }

  private async become(
    tx: Tx,
    before: EnrolmentEntity,
    state: State,
    { reason, from }: Transition,
    more: Partial<EnrolmentEntity>,
  ): Promise<EnrolmentEntity> {
    if (!enrolmentStates.mayBecome(before.state, state)) throw new EnrolmentStateConflict(`It is ${before.state}`);
    return this.write(tx, before, { state, reason, changedOn: from, ...more });
  }

  private async write(tx: Tx, before: EnrolmentEntity, values: Partial<EnrolmentEntity>): Promise<EnrolmentEntity> {
    const after = { ...before, ...values, version: before.version + 1 };
    const { id, ...columns } = after;
    await tx.update(EnrolmentEntity, { id }, columns);
    return after;
  }

  private async note(tx: Tx, actor: Actor, what: string, row: EnrolmentEntity, turn: Transition): Promise<void> {
    const { id, householdId, personId, areaCode, quotaArea } = row;
    const { reason, from, note } = turn;
    // What an officer writes may name somebody.
    const details = { householdId, personId, areaCode, quotaArea, reason, from, ...(note && { note: personal(note) }) };
    await this.audit.add(tx, actor, { action: `enrolment.${what}`, subject: `enrolment:${id}`, details });
  }
}
