import { Injectable } from '@nestjs/common';
import { applicationStates } from '@janela/contracts';
import { Audit, Clock, type Tx } from '@janela/platform';
import { In } from 'typeorm';

import { ApplicationNotFound } from '../eligibility.errors.ts';
import { HouseholdsService } from '../household-facts/households.service.ts';
import { type KnownHousehold, livingHousehold, mayBeJudged } from '../household-facts/known-household.ts';
import { PublishedRulesCache } from '../programmes/published-rules-cache.ts';
import { system } from '../system.ts';
import { ApplicationEntity } from './application.entity.ts';
import { Recommendations } from './recommendations.ts';

const open = ['submitted', 'recommended', 'reopened'] as const;

/** Changes applications after what happens elsewhere. */
@Injectable()
export class ApplicationReactions {
  constructor(
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly households: HouseholdsService,
    private readonly publishedRules: PublishedRulesCache,
    private readonly recommendations: Recommendations,
  ) {}

  /**
   * Judges again the open applications of these households and of everyone in them; withdraws those of households that are no
   * more.
   */
  async follow(tx: Tx, households: readonly KnownHousehold[]): Promise<void> {
    const members = households.flatMap(({ facts }) => facts?.members.map(({ personId }) => personId) ?? []);
    const applications = await tx
      .createQueryBuilder(ApplicationEntity, 'application')
      .where('application.state IN (:...open)', { open })
      .andWhere('(application.householdId = ANY (:householdIds) OR application.personId = ANY (:members))', {
        householdIds: households.map(({ householdId }) => householdId),
        members,
      })
      .orderBy('application.id')
      .setLock('pessimistic_write')
      .getMany();
    for (const application of applications) {
      const household = await this.householdOf(tx, application, households);
      if (!household) continue;
      if (household.state === 'active') await this.renew(tx, application, household);
      else await this.withdraw(tx, application, `household_${household.state}`);
    }
  }

  /** Opens a decision that an appeal has undone, and judges it on what is known today. Once for each appeal. */
  async reopen(tx: Tx, applicationId: string, appealId: string): Promise<void> {
    const found = await tx.findOneBy(ApplicationEntity, { id: applicationId });
    if (!found) throw new ApplicationNotFound();
    const known = await this.households.find(tx, found.householdId, { lock: true });
    const before = await tx
      .createQueryBuilder(ApplicationEntity, 'application')
      .where({ id: applicationId })
      .setLock('pessimistic_write')
      .getOneOrFail();
    // It is open already.
    if (!applicationStates.mayBecome(before.state, 'reopened')) return;
    await this.makeRoom(tx, before);
    const after: ApplicationEntity = {
      ...before,
      state: 'reopened',
      version: before.version + 1,
      decisionId: null,
      reopenedBy: appealId,
    };
    const { state, version, decisionId, reopenedBy } = after;
    await tx.update(ApplicationEntity, { id: applicationId }, { state, version, decisionId, reopenedBy });
    const details = { appealId, was: before.state };
    await this.audit.add(tx, system, {
      action: 'application.reopened',
      subject: `application:${applicationId}`,
      details,
    });
    if (known) await this.renew(tx, after, known.household);
  }

  /** Withdraws what they have applied for meanwhile: the decision that was undone goes before. */
  private async makeRoom(tx: Tx, { programmeId, personId, householdId }: ApplicationEntity): Promise<void> {
    const others = await tx
      .createQueryBuilder(ApplicationEntity, 'application')
      .where({ programmeId, state: In([...open]) })
      .andWhere('application.subject_id = :subjectId', { subjectId: personId ?? householdId })
      .setLock('pessimistic_write')
      .getMany();
    for (const other of others) await this.withdraw(tx, other, 'earlier_one_reopened');
  }

  private async householdOf(
    tx: Tx,
    { householdId, personId }: ApplicationEntity,
    households: readonly KnownHousehold[],
  ): Promise<KnownHousehold | undefined> {
    const elsewhere = personId === null ? undefined : await this.households.findOfPerson(tx, personId);
    if (elsewhere?.household.state === 'active') return elsewhere.household;
    return households.find((household) => household.householdId === householdId);
  }

  private async renew(tx: Tx, before: ApplicationEntity, known: KnownHousehold): Promise<void> {
    const { householdId, areaCode, version: factsVersion } = known;
    const household = livingHousehold(known);
    const { personId } = before;
    const isThere = personId === null || household?.members.some((member) => member.personId === personId);
    const version = (await this.publishedRules.now(tx)).findInForce(before.programmeId, this.clock.today());
    if (!household || !isThere || !version || !mayBeJudged(known)) return letRefuse(tx, before);
    const application = { ...before, householdId, areaCode };
    if (before.householdId !== householdId || before.areaCode !== areaCode) {
      await tx.update(ApplicationEntity, { id: before.id }, { householdId, areaCode });
    }
    await this.recommendations.renew(tx, application, { household, factsVersion }, version);
  }

  private async withdraw(tx: Tx, { id, state, version }: ApplicationEntity, why: string): Promise<void> {
    await tx.update(ApplicationEntity, { id }, { state: 'withdrawn', version: version + 1 });
    const details = { was: state, why };
    await this.audit.add(tx, system, { action: 'application.withdrawn', subject: `application:${id}`, details });
  }
}

/** Leaves an application that can no longer be judged, with its last recommendation, to an officer who can only refuse. */
async function letRefuse(tx: Tx, { id, state, version }: ApplicationEntity): Promise<void> {
  if (state !== 'reopened') return;
  await tx.update(ApplicationEntity, { id }, { state: 'recommended', version: version + 1 });
}
