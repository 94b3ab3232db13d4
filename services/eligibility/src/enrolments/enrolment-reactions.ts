import { Injectable } from '@nestjs/common';
import { Clock, type Tx } from '@janela/platform';
import { In } from 'typeorm';

import { HouseholdsService } from '../household-facts/households.service.ts';
import type { KnownHousehold } from '../household-facts/known-household.ts';
import { PublishedRulesCache } from '../programmes/published-rules-cache.ts';
import type { PublishedRules } from '../programmes/published-rules.ts';
import { system } from '../system.ts';
import { type Consequence, consequencesOf, type EnrolmentNews } from './consequences.ts';
import { EnrolmentChanges } from './enrolment-changes.ts';
import { EnrolmentEntity } from './enrolment.entity.ts';
import { QuotaAllocator } from './quota-allocator.ts';
import { QuotaFiller } from './quota-filler.ts';
import { keyOf, nameOf, quotaAreaOf, type QuotaKey } from './quota.ts';
import { findLaterOnes, findQuotasOfWaiting, findTwice } from './twice.ts';

/** Has enrolments follow what happens to households and people. */
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

  /** Looks at the live enrolments of these households and of everybody in them. `newsOf` says from which day the news holds. */
  async follow(
    tx: Tx,
    households: readonly KnownHousehold[],
    newsOf: (householdId: string) => Pick<EnrolmentNews, 'on' | 'isOfDeaths'>,
    alsoOf: readonly string[] = [],
  ): Promise<void> {
    const theirs = await findLive(tx, households, alsoOf);
    if (theirs.length === 0) return;
    // Somebody who joined one of these households may be in the programme with another, and then there once too often.
    const later = await findLaterOnes(
      tx,
      theirs.map(({ id }) => id),
    );
    const others = later.filter((id) => theirs.every((each) => each.id !== id));
    const live = [...theirs, ...(await tx.findBy(EnrolmentEntity, { id: In(others) }))];
    const rules = await this.publishedRules.now(tx);
    const news = new Map<string, EnrolmentNews>();
    for (const enrolment of live) {
      const household = await this.householdOf(tx, enrolment, households);
      if (!household) continue;
      const death = enrolment.personId === null ? undefined : await this.households.findDeath(tx, enrolment.personId);
      const isInForce = rules.findInForce(enrolment.programmeId, this.clock.today()) !== undefined;
      news.set(enrolment.id, { household, death, isInForce, ...newsOf(household.householdId) });
    }
    const coming = live.flatMap(({ id, programmeId }) => {
      const told = news.get(id);
      const quotaArea = told ? quotaAreaOf(rules.getProgramme(programmeId), told.household.areaCode) : null;
      return quotaArea === null ? [] : [{ programmeId, quotaArea }];
    });
    const all = await this.quotas.lockEnrolments(tx, [...news.keys()], coming);
    // Somebody who leaves one of these households is no longer in the way of others of the same number.
    const toFill = await findQuotasOfWaiting(tx, [...news.keys()]);
    // Looked for once they are locked: one of them may have been given a place just now.
    const twice = await findTwice(
      tx,
      all.map(({ id }) => id),
    );
    for (const held of all) {
      const told = news.get(held.id);
      // Who waited when this began may have been given a place that another of them left.
      const enrolment = held.state === 'waitlisted' ? await tx.findOneByOrFail(EnrolmentEntity, { id: held.id }) : held;
      if (!told || enrolment.state === 'ended') continue;
      const after = await this.applyAll(
        tx,
        rules,
        enrolment,
        consequencesOf(enrolment, { ...told, twice: twice.get(held.id) }),
      );
      if (after.state === 'waitlisted') toFill.push(...keyOf(after));
    }
    await this.fillAll(tx, rules, toFill);
  }

  /** Those who wait may have been passed over until now; their quotas are locked. */
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
