import { createHash, randomUUIDv7 } from 'node:crypto';

import { Injectable } from '@nestjs/common';
import { invariant } from '@janela/kernel';
import {
  type Application,
  ApplicationDecided,
  applicationStates,
  type DecideApplication,
  type SuspectedDuplicate,
} from '@janela/contracts';
import { Outbox } from '@janela/messaging';
import {
  type Actor,
  Audit,
  canonicalJson,
  Clock,
  Database,
  mustBeCurrent,
  personal,
  type Tx,
  type VersionedRef,
} from '@janela/platform';

import { DeterminationEntity } from '../determinations/determination.entity.ts';
import { findSuspicions } from '../duplicates/suspicions.ts';
import {
  AmountUnknown,
  ApplicationNotFound,
  ApplicationStateConflict,
  DecidedBefore,
  OwnApplication,
  OwnHousehold,
  ReasonNeeded,
} from '../eligibility.errors.ts';
import { GrantEnrolmentService } from '../enrolments/grant-enrolment.ts';
import { mustStand } from '../enrolments/must-stand.ts';
import { findHandlers } from '../household-facts/handlers.ts';
import { HouseholdsService } from '../household-facts/households.service.ts';
import { type KnownHousehold, livingHousehold } from '../household-facts/known-household.ts';
import { PublishedRulesCache } from '../programmes/published-rules-cache.ts';
import type { RuleVersion } from '../programmes/rule-version.ts';
import type { Household } from '../rules/facts/household.ts';
import { ApplicationEntity } from './application.entity.ts';
import { DecisionEntity } from './decision.entity.ts';
import { toApplications } from './to-application.ts';

/** What an officer decides about. */
interface ApplicationUnderReview {
  application: ApplicationEntity;
  determination: DeterminationEntity;
  version: RuleVersion;
  household: KnownHousehold | undefined;
  isInForce: boolean;
  /** The suspicions because of which approving needs a reason. */
  duplicates: readonly SuspectedDuplicate[];
}

@Injectable()
export class DecideApplicationService {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly households: HouseholdsService,
    private readonly publishedRules: PublishedRulesCache,
    private readonly granting: GrantEnrolmentService,
  ) {}

  /** Decides an application as it was seen. Approved, it becomes an enrolment, or waits for a place. */
  decide(actor: Actor, seen: VersionedRef, input: DecideApplication): Promise<Application> {
    return this.database.write(actor, async (tx) => {
      const review = await this.open(tx, seen);
      await mustBeAllowed(tx, actor, review.application);
      mustHaveReason(input, review.determination);
      const decision = this.toDecision(actor, review, input);
      await tx.insert(DecisionEntity, { ...decision });
      const enrolmentId = await this.carryOut(tx, actor, review, input);
      const { application } = review;
      const decided = { state: input.outcome, version: application.version + 1, decisionId: decision.id, enrolmentId };
      await tx.update(ApplicationEntity, { id: application.id }, decided);
      await this.publish(tx, actor, review, decision);
      const [answer] = await toApplications(tx, await this.publishedRules.now(tx), [{ ...application, ...decided }]);
      invariant(answer, 'one application, one answer');
      return answer;
    });
  }

  /** Locked in the order that all keep to: the household, then the application. */
  private async open(tx: Tx, { id, expectedVersion }: VersionedRef): Promise<ApplicationUnderReview> {
    const found = await tx.findOneBy(ApplicationEntity, { id });
    if (!found) throw new ApplicationNotFound();
    const known = await this.households.find(tx, found.householdId, { lock: true });
    const application = await tx
      .createQueryBuilder(ApplicationEntity, 'application')
      .where({ id })
      .setLock('pessimistic_write')
      .getOne();
    if (!application) throw new ApplicationNotFound();
    mustBeCurrent(expectedVersion, application.version);
    if (!applicationStates.mayBecome(application.state, 'approved')) {
      throw new ApplicationStateConflict(`It is ${application.state}`);
    }
    const { determinationId, programmeId } = application;
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
    const { application } = review;
    if (input.outcome === 'approved')
      return this.granting.grant(tx, actor, { ...review, household: mustBeGrantable(review, input) });
    await this.granting.revoke(tx, actor, review);
    return application.enrolmentId;
  }

  private async publish(tx: Tx, actor: Actor, review: ApplicationUnderReview, decision: DecisionEntity): Promise<void> {
    const { application, determination, version } = review;
    const { outcome, decidedBy, duplicateReason, duplicateIds } = decision;
    const { id: applicationId, householdId, personId, areaCode, programmeId } = application;
    const { outcome: recommended, reasons, sheet, programmeVersion } = determination;
    await this.outbox.add(tx, ApplicationDecided, {
      applicationId,
      subject: { householdId, ...(personId !== null && { personId }) },
      areaCode,
      programmeId,
      programme: version.programme.code,
      programmeVersion,
      outcome,
      recommended,
      reasons,
      decidedBy,
    });
    await this.audit.add(tx, actor, {
      action: `application.${outcome}`,
      subject: `application:${applicationId}`,
      // The chain of the trail so also proves what the decision was made on.
      details: {
        householdId,
        personId,
        areaCode,
        recommended,
        programmeVersion,
        sheetSha256: sha256(sheet),
        // What an officer writes may name people.
        ...(duplicateReason !== null && { duplicateIds, duplicateReason: personal(duplicateReason) }),
      },
    });
  }
}

/** Two people see every application and where its money would go, and another one sees it after an appeal. */
async function mustBeAllowed(tx: Tx, actor: Actor, { id, householdId, submittedBy }: ApplicationEntity): Promise<void> {
  if (submittedBy === actor.id) throw new OwnApplication();
  const handlers = (await findHandlers(tx, [householdId])).get(householdId) ?? [];
  if (handlers.includes(actor.id)) throw new OwnHousehold();
  if (await tx.existsBy(DecisionEntity, { applicationId: id, decidedBy: actor.id })) throw new DecidedBefore();
}

function mustHaveReason({ outcome, reason }: DecideApplication, { outcome: recommended }: DeterminationEntity): void {
  const isAsRecommended = outcome === 'approved' && recommended === 'eligible';
  if (!isAsRecommended && reason === undefined) throw new ReasonNeeded(`The rules say: ${recommended}`);
}

function mustBeGrantable(review: ApplicationUnderReview, { duplicateReason }: DecideApplication): Household {
  const { application, determination, version, household: known, duplicates, isInForce } = review;
  const { personId } = application;
  const isTwice = duplicates.length > 0 && duplicateReason === undefined;
  mustStand({ personId, household: known, isInForce, isTwice });
  const household = known && livingHousehold(known);
  invariant(household, 'it was found to be one just now');
  if (version.amountOf && determination.amountMinor === null) {
    const missing = version.amountMissing?.(determination.sheet) ?? [];
    throw new AmountUnknown(undefined, { members: { missing: missing.map(({ fact }) => fact).join(' ') } });
  }
  return household;
}

function sha256(value: unknown): string {
  return createHash('sha256').update(canonicalJson(value)).digest('hex');
}
