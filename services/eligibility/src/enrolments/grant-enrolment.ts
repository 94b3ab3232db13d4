import { randomUUIDv7 } from 'node:crypto';

import { Injectable } from '@nestjs/common';
import { type Actor, Clock, type Tx } from '@janela/platform';
import { Not } from 'typeorm';

import type { DeterminationEntity } from '../determinations/determination.entity.ts';
import { AlreadyEnrolled } from '../eligibility.errors.ts';
import type { RuleVersion } from '../programmes/rule-version.ts';
import type { Household } from '../rules/facts/household.ts';
import { EnrolmentChanges } from './enrolment-changes.ts';
import { EnrolmentEntity } from './enrolment.entity.ts';
import { QuotaAllocator } from './quota-allocator.ts';
import { QuotaFiller } from './quota-filler.ts';
import { quotaAreaOf } from './quota.ts';

/** What of an application its enrolment follows from. */
export interface GrantedApplication {
  id: string;
  householdId: string;
  personId: string | null;
  areaCode: string;
  programmeId: string;
  submittedAt: Date;
  /** The appeal that has undone an earlier decision. */
  reopenedBy: string | null;
}

/** What an approval gives. */
export interface Grant {
  application: GrantedApplication;
  determination: DeterminationEntity;
  version: RuleVersion;
  household: Household;
}

@Injectable()
export class GrantEnrolmentService {
  constructor(
    private readonly changes: EnrolmentChanges,
    private readonly quotas: QuotaAllocator,
    private readonly filler: QuotaFiller,
    private readonly clock: Clock,
  ) {}

  /**
   * Enrols the person or household that was approved, or puts it on the waiting list. After an appeal an enrolment that there
   * is already follows the new decision.
   */
  async grant(tx: Tx, actor: Actor, grant: Grant): Promise<string> {
    const { application, version } = grant;
    const { programme } = version;
    const reason = application.reopenedBy === null ? 'approved' : 'appeal_upheld';
    const transition = { reason, from: this.clock.today() } as const;
    const held = await this.findOwn(tx, application);
    const opened = this.toEnrolment(grant, transition.from);
    if (held) {
      const { coveredPersonIds, amountMinor, programmeVersion, rank, rankKey } = opened;
      const difference = { coveredPersonIds, amountMinor, programmeVersion, rank, rankKey };
      await this.changes.change(tx, actor, { enrolment: held, programme }, { ...transition, difference });
      // The decision may say why others of the same number may be in the programme too.
      await this.filler.fillForOthers(tx, programme, held);
      return held.id;
    }
    if (await isEnrolled(tx, application.programmeId, application.personId ?? application.householdId)) {
      throw new AlreadyEnrolled();
    }
    await this.changes.open(tx, actor, { enrolment: opened, programme }, transition);
    return opened.id;
  }

  /** Ends what an earlier decision granted, where an appeal led to another one. */
  async revoke(tx: Tx, actor: Actor, { application, version }: Pick<Grant, 'application' | 'version'>): Promise<void> {
    const held = await this.findOwn(tx, application);
    if (!held) return;
    const transition = { reason: 'no_longer_eligible', from: this.clock.today() } as const;
    await this.changes.end(tx, actor, { enrolment: held, programme: version.programme }, transition);
  }

  private async findOwn(tx: Tx, { id }: GrantedApplication): Promise<EnrolmentEntity | undefined> {
    const found = await tx.findOneBy(EnrolmentEntity, { applicationId: id, state: Not('ended') });
    if (!found) return undefined;
    const [held] = await this.quotas.lockEnrolments(tx, [found.id]);
    return held && held.state !== 'ended' ? held : undefined;
  }

  private toEnrolment(
    { application, determination, version, household }: Grant,
    today: EnrolmentEntity['changedOn'],
  ): EnrolmentEntity {
    const { householdId, personId, areaCode, programmeId, submittedAt: waitingSince } = application;
    const { values: rank, key: rankKey } = version.rankOf(determination.snapshot);
    return {
      id: randomUUIDv7(),
      version: 1,
      state: 'waitlisted',
      reason: 'quota_full',
      householdId,
      personId,
      areaCode,
      programmeId,
      applicationId: application.id,
      coveredPersonIds: personId === null ? household.members.map((member) => member.personId) : [personId],
      programmeVersion: version.number,
      amountMinor: determination.amountMinor,
      fromOn: null,
      toOn: null,
      changedOn: today,
      suspendedUntil: null,
      quotaArea: quotaAreaOf(version.programme, areaCode),
      rank: [...rank],
      rankKey: [...rankKey],
      waitingSince,
    };
  }
}

/** Returns whether a person or a household is in a programme or waits for a place in it. */
export async function isEnrolled(tx: Tx, programmeId: string, subjectId: string): Promise<boolean> {
  const rows = await tx.query<unknown[]>(
    `SELECT FROM enrolments WHERE programme_id = $1 AND subject_id = $2 AND state <> 'ended'`,
    [programmeId, subjectId],
  );
  return rows.length > 0;
}
