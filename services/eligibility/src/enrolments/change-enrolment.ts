import { Injectable } from '@nestjs/common';
import { invariant } from '@janela/kernel';
import type { EndEnrolment, Enrolment, PlainDate, ResumeEnrolment, SuspendEnrolment } from '@janela/contracts';
import { type Actor, Clock, Database, mustBeCurrent, type Tx, type VersionedRef } from '@janela/platform';

import { DayOutOfRange, EnrolmentNotFound } from '../eligibility.errors.ts';
import { HouseholdsService } from '../household-facts/households.service.ts';
import { PublishedRulesCache } from '../programmes/published-rules-cache.ts';
import { EnrolmentChanges } from './enrolment-changes.ts';
import { EnrolmentEntity } from './enrolment.entity.ts';
import { QuotaAllocator } from './quota-allocator.ts';
import { ResumeEnrolmentService } from './resume-enrolment.ts';
import { toEnrolments } from './to-enrolment.ts';
import type { LockedEnrolment } from './transition.ts';

type Change = (tx: Tx, locked: LockedEnrolment, from: PlainDate) => Promise<EnrolmentEntity>;

/** What an officer does to an enrolment, at the version that was seen. */
@Injectable()
export class ChangeEnrolmentService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly publishedRules: PublishedRulesCache,
    private readonly quotas: QuotaAllocator,
    private readonly changes: EnrolmentChanges,
    private readonly households: HouseholdsService,
    private readonly resumeEnrolment: ResumeEnrolmentService,
  ) {}

  suspend(actor: Actor, seen: VersionedRef, { from, until, ...why }: SuspendEnrolment): Promise<Enrolment> {
    return this.change(actor, seen, from, (tx, locked, day) => {
      if (until !== undefined && until <= day) throw new DayOutOfRange('"until" is not after the first day');
      if (until !== undefined && until <= this.clock.today()) throw new DayOutOfRange('"until" has passed');
      return this.changes.suspend(tx, actor, locked, { ...why, from: day, until });
    });
  }

  resume(actor: Actor, seen: VersionedRef, { from, duplicateReason, ...why }: ResumeEnrolment): Promise<Enrolment> {
    return this.change(actor, seen, from, async (tx, locked, day) => {
      await this.resumeEnrolment.mustBeAllowed(tx, actor, locked.enrolment, duplicateReason);
      return this.changes.resume(tx, actor, locked, { ...why, from: day });
    });
  }

  end(actor: Actor, seen: VersionedRef, { from, ...why }: EndEnrolment): Promise<Enrolment> {
    return this.change(actor, seen, from, (tx, locked, day) =>
      this.changes.end(tx, actor, locked, { ...why, from: day }),
    );
  }

  private change(
    actor: Actor,
    { id, expectedVersion }: VersionedRef,
    from: PlainDate | undefined,
    change: Change,
  ): Promise<Enrolment> {
    return this.database.write(actor, async (tx) => {
      const found = await tx.findOneBy(EnrolmentEntity, { id });
      if (!found) throw new EnrolmentNotFound();
      // Households are locked before enrolments, so that no event about them is consumed in between.
      await this.households.findOfEnrolment(tx, found, { lock: true });
      const [enrolment] = await this.quotas.lockEnrolments(tx, [id]);
      invariant(enrolment, 'no enrolment is ever deleted');
      mustBeCurrent(expectedVersion, enrolment.version);
      const rules = await this.publishedRules.now(tx);
      const programme = rules.getProgramme(enrolment.programmeId);
      const after = await change(tx, { enrolment, programme }, this.dayFor(enrolment, from));
      const [answer] = await toEnrolments(tx, rules, [after]);
      invariant(answer, 'one enrolment, one answer');
      return answer;
    });
  }

  /** Returns the day from which a change holds: not before the one that holds now, and not one that has yet to come. */
  private dayFor({ changedOn }: EnrolmentEntity, from = this.clock.today()): PlainDate {
    const today = this.clock.today();
    if (from > today) throw new DayOutOfRange(`${from} has yet to come`);
    if (from < changedOn) throw new DayOutOfRange(`The last change holds from ${changedOn}`);
    return from;
  }
}
