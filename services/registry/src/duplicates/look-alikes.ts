import { Injectable } from '@nestjs/common';
import type { Actor, Tx } from '@janela/platform';

import type { AppliedAction } from '../household-records/household-action.ts';
import type { HouseholdRecord } from '../household-records/household-record.ts';
import { PossibleDuplicatesService, type Found, maxShown, type Sought } from './possible-duplicates.service.ts';
import type { Pair } from './pair.ts';
import { SuspicionsService } from './suspicions.service.ts';

/** What two people are compared by. */
const comparedColumns = new Set([
  'givenNames',
  'familyName',
  'bornOn',
  'bornOnPrecision',
  'phoneMark',
  'diedOn',
  'leftOn',
]);

/** Looks for people who may be in the register already, whenever a value that people are compared by was changed. */
@Injectable()
export class LookAlikes {
  constructor(
    private readonly duplicates: PossibleDuplicatesService,
    private readonly suspicions: SuspicionsService,
  ) {}

  /** Returns how many were found of whom nothing was known. */
  async find(tx: Tx, actor: Actor, { record, diff, action }: AppliedAction): Promise<number> {
    const { id: householdId, areaCode, state } = record.household;
    const changed = new Set([
      ...diff.people.flatMap(({ row, was }) =>
        !was || Object.keys(was).some((key) => comparedColumns.has(key)) ? row.id : [],
      ),
      ...diff.identifiers.map(({ row }) => row.personId),
    ]);
    const people = record.people.filter((each) => changed.has(each.id) && each.diedOn === null && each.leftOn === null);
    if (people.length === 0 || state !== 'active') return 0;
    const sought = people.map((person): Sought => {
      const marks = record.identifiers.filter(({ personId }) => personId === person.id).map(({ mark }) => mark);
      return { ...person, personId: person.id, marks };
    });
    const found = await this.duplicates.find(tx, sought, { areaCode, householdId });
    return this.suspicions.note(tx, actor, pairsOf({ household: record.household, people }, found), action.importId);
  }
}

/** Returns what was found of these people, as pairs: the same official number always, of the others as many as a clerk is shown. */
export function pairsOf({ household, people }: Pick<HouseholdRecord, 'household' | 'people'>, found: Found[]): Pair[] {
  const { id: householdId, number } = household;
  const kept = found.filter(({ because }, index) => because.includes('identifier') || index < maxShown);
  return kept.flatMap(({ member, likenessPercent, because, standing: _standing, ...other }): Pair[] => {
    const personId = people[member]?.id;
    if (personId === undefined) return [];
    return [{ likenessPercent, because, people: [{ personId, householdId, number }, other] }];
  });
}
