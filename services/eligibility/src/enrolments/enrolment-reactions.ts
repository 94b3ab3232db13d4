import { Injectable } from '@nestjs/common';
import { Clock, type Tx } from '@janela/platform';
import { In } from 'typeorm';

import { findDeath } from '../household-facts/deaths.ts';
import { HouseholdsService } from '../household-facts/households.service.ts';
import type { KnownHousehold } from '../household-facts/known-household.ts';
import { PublishedRulesCache } from '../programmes/published-rules-cache.ts';
import type { PublishedRules } from '../programmes/published-rules.ts';
import { system } from '../system.ts';
import { type Consequence, consequencesOf, type EnrolmentFindings } from './consequences.ts';
import { EnrolmentChanges } from './enrolment-changes.ts';
import { EnrolmentEntity } from './enrolment.entity.ts';
import { QuotaAllocator } from './quota-allocator.ts';
import { QuotaFiller } from './quota-filler.ts';
import { keyOf, nameOf, quotaAreaOf, type QuotaKey } from './quota.ts';
import { findLaterOnes, findQuotasOfWaiting, findTwice } from './find-twice.ts';

/** Changes enrolments after what happens to households and people. */
@Injectable()
export class EnrolmentReactions {
  constructor(
    private readonly changes: EnrolmentChanges,
    private readonly quotas: QuotaAllocator,
    private readonly filler: QuotaFiller,
    private readonly households: HouseholdsService,
    private readonly publishedRules: PublishedRulesCache,
    private readonly clock: Clock,
  ) {}

  /**
   * Changes the live enrolments of these households and of everyone in them. `sinceOf` gives the day from which the change
   * holds.
   */
  async follow(
    tx: Tx,
    households: readonly KnownHousehold[],
    sinceOf: (householdId: string) => Pick<EnrolmentFindings, 'on' | 'isOfDeaths'>,
    alsoOf: readonly string[] = [],
  ): Promise<void> {
    const theirs = await findLive(tx, households, alsoOf);
    if (theirs.length === 0) return;
    // A person who joined one of these households may be in the programme with another one, and then is in it twice.
    const later = await findLaterOnes(
      tx,
      theirs.map(({ id }) => id),
    );
    const others = later.filter((id) => theirs.every((each) => each.id !== id));
    const live = [...theirs, ...(await tx.findBy(EnrolmentEntity, { id: In(others) }))];
    const rules = await this.publishedRules.now(tx);
    const findings = new Map<string, EnrolmentFindings>();
    for (const enrolment of live) {
      const household = await this.householdOf(tx, enrolment, households);
      if (!household) continue;
      const death = enrolment.personId === null ? undefined : await findDeath(tx, enrolment.personId);
      const isInForce = rules.findInForce(enrolment.programmeId, this.clock.today()) !== undefined;
      findings.set(enrolment.id, { household, death, isInForce, ...sinceOf(household.householdId) });
    }
    const coming = live.flatMap(({ id, programmeId }) => {
      const found = findings.get(id);
      const quotaArea = found ? quotaAreaOf(rules.getProgramme(programmeId), found.household.areaCode) : null;
      return quotaArea === null ? [] : [{ programmeId, quotaArea }];
    });
    const all = await this.quotas.lockEnrolments(tx, [...findings.keys()], coming);
    // A person who leaves one of these households no longer keeps others of the same number from a place.
    const toFill = await findQuotasOfWaiting(tx, [...findings.keys()]);
    // Found once they are locked: one of them may have been given a place just now.
    const twice = await findTwice(
      tx,
      all.map(({ id }) => id),
    );
    for (const held of all) {
      const found = findings.get(held.id);
      // Who waited when this began may have been given a place that another of them left.
      const enrolment = held.state === 'waitlisted' ? await tx.findOneByOrFail(EnrolmentEntity, { id: held.id }) : held;
      if (!found || enrolment.state === 'ended') continue;
      const after = await this.applyAll(
        tx,
        rules,
        enrolment,
        consequencesOf(enrolment, { ...found, twice: twice.get(held.id) }),
      );
      if (after.state === 'waitlisted') toFill.push(...keyOf(after));
    }
    await this.fillAll(tx, rules, toFill);
  }

  /** Gives places to enrolments that may have been passed over until now; their quotas are locked. */
  private async fillAll(tx: Tx, rules: PublishedRules, keys: readonly QuotaKey[]): Promise<void> {
    for (const key of new Map(keys.map((each) => [nameOf(each), each])).values())
      await this.filler.fill(tx, rules.getProgramme(key.programmeId), [key]);
  }

  private async householdOf(
    tx: Tx,
    { householdId, personId }: EnrolmentEntity,
    households: readonly KnownHousehold[],
  ): Promise<KnownHousehold | undefined> {
    const elsewhere = personId === null ? undefined : await this.households.findOfPerson(tx, personId);
    if (elsewhere?.household.state === 'active') return elsewhere.household;
    const known = households.find((household) => household.householdId === householdId);
    return known ?? (await this.households.find(tx, householdId))?.household;
  }

  private async applyAll(
    tx: Tx,
    rules: PublishedRules,
    enrolment: EnrolmentEntity,
    consequences: readonly Consequence[],
  ): Promise<EnrolmentEntity> {
    const programme = rules.getProgramme(enrolment.programmeId);
    let current = enrolment;
    for (const consequence of consequences) {
      const locked = { enrolment: current, programme };
      if (consequence.does === 'change') {
        const { areaCode = current.areaCode } = consequence.difference;
        const difference = { ...consequence.difference, quotaArea: quotaAreaOf(programme, areaCode) };
        current = await this.changes.change(tx, system, locked, { ...consequence.transition, difference });
      } else current = await this.changes[consequence.does](tx, system, locked, consequence.transition);
    }
    return current;
  }
}

function findLive(
  tx: Tx,
  households: readonly KnownHousehold[],
  alsoOf: readonly string[],
): Promise<EnrolmentEntity[]> {
  const householdIds = households.map(({ householdId }) => householdId);
  const members = households.flatMap(({ facts }) => facts?.members.map(({ personId }) => personId) ?? []);
  return tx
    .createQueryBuilder(EnrolmentEntity, 'enrolment')
    .where(`enrolment.state <> 'ended'`)
    .andWhere('(enrolment.householdId = ANY (:householdIds) OR enrolment.personId = ANY (:personIds))', {
      householdIds,
      personIds: [...members, ...alsoOf],
    })
    .orderBy('enrolment.id')
    .getMany();
}
