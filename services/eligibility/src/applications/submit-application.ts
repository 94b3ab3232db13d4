import { randomUUIDv7 } from 'node:crypto';

import { Injectable } from '@nestjs/common';
import { invariant } from '@janela/kernel';
import type { Application, SubmitApplication } from '@janela/contracts';
import { type Actor, Clock, Database, type Tx } from '@janela/platform';

import {
  AlreadyEnrolled,
  ApplicationOpen,
  FactsNotArrived,
  HouseholdIsClosed,
  NoConsent,
  ProgrammeNotOpen,
  ProgrammeUnknown,
  SubjectNotFound,
  WrongSubject,
} from '../eligibility.errors.ts';
import { isEnrolled } from '../enrolments/grant-enrolment.ts';
import { type HouseholdAndRules, HouseholdsService } from '../household-facts/households.service.ts';
import { livingHousehold, mayBeJudged } from '../household-facts/known-household.ts';
import { PublishedRulesCache } from '../programmes/published-rules-cache.ts';
import type { PublishedRules } from '../programmes/published-rules.ts';
import type { RuleVersion } from '../programmes/rule-version.ts';
import type { Household } from '../rules/facts/household.ts';
import { ApplicationEvents } from './application-events.ts';
import { ApplicationEntity } from './application.entity.ts';
import { Recommendations } from './recommendations.ts';
import { toApplications } from './to-application.ts';

@Injectable()
export class SubmitApplicationService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly households: HouseholdsService,
    private readonly publishedRules: PublishedRulesCache,
    private readonly recommendations: Recommendations,
    private readonly events: ApplicationEvents,
  ) {}

  /**
   * Submits an application and judges it at once, on the facts that are known. The same key and body return the first answer
   * again.
   */
  submit(actor: Actor, key: string | undefined, input: SubmitApplication): Promise<Application> {
    return this.database.once(actor, { key, body: input }, async (tx) => {
      const found = await this.findHousehold(tx, input);
      const rules = await this.publishedRules.at(tx, found.revision);
      const version = this.versionFor(rules, input.programme);
      const household = mustBeFor(version, found, input.personId);
      const { householdId } = found.household;
      await mustBeFree(tx, version.programme.id, input.personId ?? householdId);

      const judged = { household, factsVersion: found.household.version };
      const submitted = this.toEntity(actor, version, household, { ...input, householdId });
      const determination = this.recommendations.make(submitted, judged, version);
      const application: ApplicationEntity = { ...submitted, state: 'recommended', determinationId: determination.id };
      await insertOnlyOne(tx, application);
      await this.events.submitted(tx, actor, application, version);
      await this.recommendations.keep(tx, application, determination, version);
      const [answer] = await toApplications(tx, rules, [application]);
      invariant(answer, 'one application, one answer');
      return answer;
    });
  }

  private async findHousehold(tx: Tx, { householdId, personId }: SubmitApplication): Promise<HouseholdAndRules> {
    const found =
      personId === undefined
        ? await this.households.find(tx, householdId ?? '', { lock: true })
        : await this.households.findOfPerson(tx, personId, { lock: true });
    // Where it lives, and so who may apply for it, is not known either. The same key may be tried again.
    if (!found) throw new FactsNotArrived(undefined, { headers: { 'retry-after': '1' } });
    return found;
  }

  private versionFor(rules: PublishedRules, code: string): RuleVersion {
    const programme = rules.findProgramme(code);
    if (!programme) throw new ProgrammeUnknown();
    const version = rules.findInForce(programme.id, this.clock.today());
    if (!version) throw new ProgrammeNotOpen();
    return version;
  }

  private toEntity(
    actor: Actor,
    { programme }: RuleVersion,
    { areaCode }: Household,
    { householdId, personId }: { householdId: string; personId?: string | undefined },
  ): ApplicationEntity {
    return {
      id: randomUUIDv7(),
      version: 1,
      state: 'submitted',
      householdId,
      personId: personId ?? null,
      areaCode,
      programmeId: programme.id,
      determinationId: null,
      decisionId: null,
      enrolmentId: null,
      reopenedBy: null,
      submittedBy: actor.id,
      submittedByName: actor.name,
      submittedAt: this.clock.now(),
    };
  }
}

/** Returns the household; throws where the programme does not cover what was applied for, or it cannot be judged. */
function mustBeFor(
  { programme }: RuleVersion,
  { household: known }: HouseholdAndRules,
  personId: string | undefined,
): Household {
  if ((programme.unit === 'person') !== (personId !== undefined))
    throw new WrongSubject(`It covers a ${programme.unit}`);
  const household = livingHousehold(known);
  if (!household) throw new HouseholdIsClosed();
  const isMember = household.members.some((member) => member.personId === personId);
  if (personId !== undefined && !isMember) throw new SubjectNotFound();
  if (!mayBeJudged(known)) throw new NoConsent();
  return household;
}

async function mustBeFree(tx: Tx, programmeId: string, subjectId: string): Promise<void> {
  const open = await tx.query<unknown[]>(
    `SELECT FROM applications WHERE programme_id = $1 AND subject_id = $2 AND state IN ('submitted', 'recommended', 'reopened')`,
    [programmeId, subjectId],
  );
  if (open.length > 0) throw new ApplicationOpen();
  if (await isEnrolled(tx, programmeId, subjectId)) throw new AlreadyEnrolled();
}

/** Of two at the same moment the second finds the first's row in the index. */
async function insertOnlyOne(tx: Tx, application: ApplicationEntity): Promise<void> {
  const inserted = await tx
    .createQueryBuilder()
    .insert()
    .into(ApplicationEntity)
    .values({ ...application })
    .orIgnore()
    .returning('id')
    .execute();
  if ((inserted.raw as unknown[]).length === 0) throw new ApplicationOpen();
}
