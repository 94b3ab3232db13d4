import { randomUUIDv7 } from 'node:crypto';

import { Injectable } from '@nestjs/common';
import { invariant } from '@janela/kernel';
import { type Application, applicationStates, type DecideApplication } from '@janela/contracts';
import { type Actor, Clock, Database, lockCurrent, type Tx, type VersionedRef } from '@janela/platform';

import { DeterminationEntity } from '../determinations/determination.entity.ts';
import { findSuspicions } from '../duplicates/suspicions.ts';
import { ApplicationNotFound, ApplicationStateConflict } from '../eligibility.errors.ts';
import { GrantEnrolmentService } from '../enrolments/grant-enrolment.ts';
import { HouseholdsService } from '../household-facts/households.service.ts';
import { PublishedRulesCache } from '../programmes/published-rules-cache.ts';
import { ApplicationEvents } from './application-events.ts';
import {
  type ApplicationUnderReview,
  mustBeGrantable,
  mustHaveReason,
  mustNotHaveDecided,
  mustNotHaveHandled,
} from './application-under-review.ts';
import { ApplicationEntity } from './application.entity.ts';
import { DecisionEntity } from './decision.entity.ts';
import { toApplications } from './to-application.ts';

@Injectable()
export class DecideApplicationService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly households: HouseholdsService,
    private readonly publishedRules: PublishedRulesCache,
    private readonly grantEnrolment: GrantEnrolmentService,
    private readonly events: ApplicationEvents,
  ) {}

  /** Decides an application as it was seen. Approved, it becomes an enrolment, or waits for a place. */
  decide(actor: Actor, seen: VersionedRef, input: DecideApplication): Promise<Application> {
    return this.database.write(actor, async (tx) => {
      const review = await this.review(tx, actor, seen);
      mustHaveReason(review, input);
      const { application } = review;
      const decision = this.toDecision(actor, review, input);
      await tx.insert(DecisionEntity, { ...decision });
      const enrolmentId = await this.carryOut(tx, actor, review, input);
      const decided = { state: input.outcome, version: application.version + 1, decisionId: decision.id, enrolmentId };
      await tx.update(ApplicationEntity, { id: application.id }, decided);
      await this.events.decided(tx, actor, review, decision);
      const [answer] = await toApplications(tx, await this.publishedRules.now(tx), [{ ...application, ...decided }]);
      invariant(answer, 'one application, one answer');
      return answer;
    });
  }

  /** Locks in the usual order: the household, then the application. */
  private async review(tx: Tx, actor: Actor, seen: VersionedRef): Promise<ApplicationUnderReview> {
    const found = await tx.findOneBy(ApplicationEntity, { id: seen.id });
    if (!found) throw new ApplicationNotFound();
    const known = await this.households.find(tx, found.householdId, { lock: true });
    const application = await lockCurrent(tx, ApplicationEntity, seen, {
      notFound: ApplicationNotFound,
      mustBeAllowed: (row) => mustNotHaveHandled(tx, actor, row),
    });
    if (!applicationStates.mayBecome(application.state, 'approved')) {
      throw new ApplicationStateConflict(`It is ${application.state}`);
    }
    await mustNotHaveDecided(tx, actor, application);
    const { id, determinationId, programmeId } = application;
    const determination = await tx.findOneByOrFail(DeterminationEntity, { id: determinationId ?? '' });
    const rules = await this.publishedRules.now(tx);
    const version = rules.getVersion(programmeId, determination.programmeVersion);
    const suspicions = (await findSuspicions(tx, rules, [application])).get(id) ?? [];
    const duplicates = suspicions.filter(({ needsReason }) => needsReason);
    const isInForce = rules.findInForce(programmeId, this.clock.today()) !== undefined;
    return { application, determination, version, household: known?.household, isInForce, duplicates };
  }

  private toDecision(actor: Actor, review: ApplicationUnderReview, input: DecideApplication): DecisionEntity {
    const { application, determination, duplicates } = review;
    const duplicateReason = input.duplicateReason ?? null;
    return {
      id: randomUUIDv7(),
      applicationId: application.id,
      areaCode: application.areaCode,
      determinationId: determination.id,
      outcome: input.outcome,
      reason: input.reason ?? null,
      duplicateReason,
      duplicateIds: duplicateReason === null ? [] : duplicates.map(({ duplicateId }) => duplicateId),
      decidedBy: actor.id,
      decidedByName: actor.name,
      decidedAt: this.clock.now(),
    };
  }

  private async carryOut(
    tx: Tx,
    actor: Actor,
    review: ApplicationUnderReview,
    input: DecideApplication,
  ): Promise<string | null> {
    if (input.outcome === 'approved')
      return this.grantEnrolment.grant(tx, actor, { ...review, household: mustBeGrantable(review, input) });
    await this.grantEnrolment.revoke(tx, actor, review);
    return review.application.enrolmentId;
  }
}
