import { randomUUIDv7 } from 'node:crypto';

import { Injectable } from '@nestjs/common';
import { type Actor, Audit, Clock, personal, type Tx } from '@janela/platform';

import { EnrolmentStateConflict } from '../eligibility.errors.ts';
import { HouseholdsService } from '../household-facts/households.service.ts';
import { PublishedRulesCache } from '../programmes/published-rules-cache.ts';
import type { EnrolmentEntity } from './enrolment.entity.ts';
import { mustStand } from './must-stand.ts';
import { findTwice } from './find-twice.ts';

/** Checks of an enrolment that an officer resumes what is checked of one that begins. */
@Injectable()
export class ResumeEnrolmentService {
  constructor(
    private readonly households: HouseholdsService,
    private readonly publishedRules: PublishedRulesCache,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Throws what keeps it suspended. Keeps the reason why another of the same official number may be in the programme too. */
  async mustBeAllowed(
    tx: Tx,
    actor: Actor,
    enrolment: EnrolmentEntity,
    duplicateReason: string | undefined,
  ): Promise<void> {
    const { id, state, programmeId, personId } = enrolment;
    if (state !== 'suspended') throw new EnrolmentStateConflict(`It is ${state}`);
    const household = (await this.households.findOfEnrolment(tx, enrolment))?.household;
    const inForce = (await this.publishedRules.now(tx)).findInForce(programmeId, this.clock.today());
    const twice = (await findTwice(tx, [id])).get(id);
    const isTwice = twice !== undefined && duplicateReason === undefined;
    mustStand({ personId, household, isInForce: inForce !== undefined, isTwice });
    if (twice && duplicateReason !== undefined)
      await this.keep(tx, actor, enrolment, { duplicateIds: twice.duplicateIds, reason: duplicateReason });
  }

  private async keep(
    tx: Tx,
    actor: Actor,
    { id, programmeId, areaCode }: EnrolmentEntity,
    { duplicateIds, reason }: { duplicateIds: readonly string[]; reason: string },
  ): Promise<void> {
    await tx.query(
      `INSERT INTO duplicate_reasons (id, enrolment_id, programme_id, area_code, duplicate_ids, reason, given_by, given_by_name, given_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [randomUUIDv7(), id, programmeId, areaCode, duplicateIds, reason, actor.id, actor.name, this.clock.now()],
    );
    // What an officer writes may name people.
    const details = { duplicateIds, duplicateReason: personal(reason) };
    await this.audit.add(tx, actor, { action: 'enrolment.duplicate-allowed', subject: `enrolment:${id}`, details });
  }
}
