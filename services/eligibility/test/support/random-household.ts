import { assets, lightings, relationships, sexes, works } from '@janela/contracts';
import type { MemberFacts } from '@janela/contracts';
import fc from 'fast-check';
import type { Arbitrary } from 'fast-check';

import type { Household } from '../../src/rules/facts/household.ts';
import { personId, today } from './households.ts';

/** Any day between two years, except the last ones of a month. */
export const date = (from: number, to: number) =>
  fc
    .tuple(fc.integer({ min: from, max: to }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
    .map(([year, month, day]) => `${year}-${pad(month)}-${pad(day)}` as `${number}-${number}-${number}`);
const pad = (value: number) => String(value).padStart(2, '0');
const level = fc.integer({ min: 1, max: 4 });

const knownMember: Arbitrary<MemberFacts> = fc.record({
  personId: fc.constant(personId(0)),
  sex: fc.constantFrom(...sexes.filter((sex) => sex !== 'unknown')),
  bornOn: date(1930, 2026).filter((day) => day <= today),
  bornOnPrecision: fc.constant('day' as const),
  relationship: fc.constantFrom(...relationships.filter((each) => each !== 'head')),
  functioning: fc.record({
    seeing: level,
    hearing: level,
    walking: level,
    remembering: level,
    selfCare: level,
    communicating: level,
  }),
  chronicIllness: fc.boolean(),
  palliativeCare: fc.boolean(),
  pregnant: fc.boolean(),
  attendsSchool: fc.boolean(),
  work: fc.constantFrom(...works),
  insured: fc.boolean(),
});

/** A household of which everything is known that can be. */
export const knownHousehold: Arbitrary<Household> = fc
  .record({
    areaCode: fc.constantFrom('ZM104011', 'ZM104005', 'ZM101001', 'ZM110'),
    members: fc.array(knownMember, { minLength: 1, maxLength: 6 }),
    residence: fc.record({ since: date(2024, 2026).filter((day) => day <= today), urban: fc.boolean() }),
    dwelling: fc.record({ lighting: fc.constantFrom(...lightings) }),
    assets: fc.subarray([...assets]),
    consumption: fc.record({ dairyInTwoWeeks: fc.boolean() }),
  })
  .map((household) => ({
    ...household,
    size: household.members.length,
    members: household.members.map((member, index) => ({
      ...member,
      personId: personId(index),
      relationship: index === 0 ? ('head' as const) : member.relationship,
    })),
  }));

/** A household of which some of what could be asked was not. */
export const partlyKnownHousehold: Arbitrary<Household> = knownHousehold.chain((household) =>
  fc
    .record({
      forgotten: fc.subarray(['residence', 'dwelling', 'assets', 'consumption'] as const),
      members: fc.array(forgetting, { minLength: household.members.length, maxLength: household.members.length }),
    })
    .map(({ forgotten, members }) => ({
      ...without(household, forgotten),
      members: household.members.map((member, index) => members[index]?.(member) ?? member),
    })),
);

const forgetting = fc
  .record({
    forgotten: fc.subarray(['functioning', 'chronicIllness', 'palliativeCare', 'attendsSchool', 'work'] as const),
    precision: fc.constantFrom('day', 'month', 'year'),
    domain: fc.constantFrom('seeing', 'walking', undefined),
  })
  .map(({ forgotten, precision, domain }) => (member: MemberFacts): MemberFacts => {
    const functioning = domain && member.functioning ? without(member.functioning, [domain]) : member.functioning;
    return without({ ...member, functioning, bornOnPrecision: precision }, forgotten);
  });

function without<T extends object, K extends keyof T>(value: T, keys: readonly K[]): T {
  return Object.fromEntries(Object.entries(value).filter(([key]) => !keys.includes(key as K))) as T;
}
