import { Injectable } from '@nestjs/common';
import { invariant } from '@janela/kernel';
import type { PlainDate } from '@janela/contracts';
import { systemActor, type Tx } from '@janela/platform';

import { Households } from '../household-facts/households.service.ts';
import type { KnownHousehold } from '../household-facts/known-household.ts';
import { type Book, RuleBook } from '../programmes/rule-book.ts';
import { type Consequence, consequencesOf, type News } from './consequences.ts';
import { EnrolmentChanges } from './enrolment-changes.ts';
import { EnrolmentEntity } from './enrolment.entity.ts';
import { Places, quotaAreaOf } from './places.ts';

const itself = systemActor('eligibility');

/** Has enrolments follow what happens to households and people. */
@Injectable()
export class EnrolmentReactions {
  constructor(
    private readonly changes: EnrolmentChanges,
    private readonly places: Places,
    private readonly households: Households,
    private readonly rules: RuleBook,
  ) {}

  /** Looks at the live enrolments of these households and of everybody in them. `onOf` is the day from which the news holds. */
  async follow(
    tx: Tx,
    households: readonly KnownHousehold[],
    onOf: (householdId: string) => PlainDate,
    alsoOf: readonly string[] = [],
  ): Promise<void> {
    const live = await findLive(tx, households, alsoOf);
    if (live.length === 0) return;
    const book = await this.rules.now(tx);
    const news = new Map<string, News>();
    for (const enrolment of live) {
      const household = await this.householdOf(tx, enrolment, households);
      if (!household) continue;
      const death = enrolment.personId === null ? undefined : await this.households.findDeath(tx, enrolment.personId);
      news.set(enrolment.id, { household, death, on: onOf(household.householdId) });
    }
    const coming = live.flatMap(({ id, programmeId }) => {
      const told = news.get(id);
      const quotaArea = told ? quotaAreaOf(programmeOf(book, programmeId), told.household.areaCode) : null;
      return quotaArea === null ? [] : [{ programmeId, quotaArea }];
    });
    for (const enrolment of await this.places.hold(tx, [...news.keys()], coming)) {
      const told = news.get(enrolment.id);
      if (told && enrolment.state !== 'ended')
        await this.applyAll(tx, book, enrolment, consequencesOf(enrolment, told));
    }
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
    book: Book,
    enrolment: EnrolmentEntity,
    consequences: readonly Consequence[],
  ): Promise<void> {
    const programme = programmeOf(book, enrolment.programmeId);
    let current = enrolment;
    for (const consequence of consequences) {
      const { turn } = consequence;
      if (consequence.does === 'change') {
        const { areaCode = current.areaCode } = consequence.difference;
        const difference = { ...consequence.difference, quotaArea: quotaAreaOf(programme, areaCode) };
        current = await this.changes.change(tx, itself, programme, current, difference, turn);
      } else current = await this.changes[consequence.does](tx, itself, programme, current, turn);
    }
  }
}

function programmeOf(book: Book, id: string) {
  const programme = book.programme(id);
  invariant(programme, 'there are enrolments only in programmes that were published');
  return programme;
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
