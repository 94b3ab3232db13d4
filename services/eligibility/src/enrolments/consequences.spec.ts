import { describe, expect, it } from '@jest/globals';
import type { HouseholdFacts } from '@janela/contracts';

import { aged, household, member, personId } from '../../test/support/households.ts';
import type { Death, KnownHousehold } from '../household-facts/known-household.ts';
import { consequencesOf as whatFollows, type EnrolmentFindings } from './consequences.ts';
import type { EnrolmentEntity } from './enrolment.entity.ts';

const { areaCode, ...facts } = household({ members: [member(), aged(70), aged(8)] });
const members = facts.members.map((each) => each.personId);
const [head, grandmother] = [personId(0), personId(1)];
const on = '2026-11-10' as const;

const known = (given: Partial<KnownHousehold> = {}): KnownHousehold => ({
  householdId: 'home',
  areaCode,
  version: 3,
  state: 'active',
  overOn: null,
  facts,
  deaths: [],
  ...given,
});
const without = (...gone: string[]): HouseholdFacts => {
  const left = facts.members.filter((each) => !gone.includes(each.personId));
  return { ...facts, members: left, size: left.length };
};
const dead = (id: string, certainty: Death['certainty'], diedOn: Death['diedOn'] = '2026-11-05'): Death => ({
  personId: id,
  certainty,
  diedOn,
});

const enrolment = (given: Partial<EnrolmentEntity> = {}): EnrolmentEntity => ({
  id: 'one',
  version: 1,
  state: 'active',
  reason: 'approved',
  householdId: 'home',
  personId: null,
  coveredPersonIds: members,
  areaCode,
  programmeId: 'sct',
  programmeVersion: 2,
  applicationId: 'applied',
  amountMinor: 40_000n,
  fromOn: '2026-01-01',
  toOn: null,
  changedOn: '2026-01-01',
  suspendedUntil: null,
  quotaArea: areaCode,
  rank: [],
  rankKey: [],
  waitingSince: new Date(0),
  ...given,
});
const pension = (given: Partial<EnrolmentEntity> = {}) =>
  enrolment({ personId: grandmother, coveredPersonIds: [grandmother], ...given });

/** What follows, with a programme in force and no other of the same number in it unless given. */
const consequencesOf = (
  before: EnrolmentEntity,
  findings: Omit<EnrolmentFindings, 'isInForce'> & Partial<EnrolmentFindings>,
) => whatFollows(before, { isInForce: true, ...findings });

/** What it is after what was to be done, as far as it would be looked at again. */
function after(before: EnrolmentEntity, findings: Parameters<typeof consequencesOf>[1]): EnrolmentEntity {
  return consequencesOf(before, findings).reduce((current, consequence) => {
    const { reason, from: changedOn } = consequence.transition;
    if (consequence.does === 'change') {
      const kept = current.state === 'suspended' ? current.reason : reason;
      return { ...current, ...consequence.difference, reason: kept, changedOn };
    }
    const state = ({ end: 'ended', suspend: 'suspended', keepSuspended: 'suspended', resume: 'active' } as const)[
      consequence.does
    ];
    return { ...current, state, reason, changedOn };
  }, before);
}

describe('what follows for the enrolment of a household', () => {
  it('is nothing where nothing is different', () => {
    expect(consequencesOf(enrolment(), { household: known(), on })).toEqual([]);
    expect(consequencesOf(enrolment({ state: 'suspended', reason: 'case_open' }), { household: known(), on })).toEqual(
      [],
    );
  });

  it('is that those who live in it are covered', () => {
    expect(consequencesOf(enrolment(), { household: known({ facts: without(grandmother) }), on })).toEqual([
      {
        does: 'change',
        difference: { coveredPersonIds: [head, personId(2)] },
        transition: { reason: 'household_changed', from: on },
      },
    ]);
  });

  it('is the same whether the household or the death is published first', () => {
    const household = known({ deaths: [dead(grandmother, 'reported')] });
    expect(consequencesOf(enrolment(), { household, on })).toMatchObject([
      { difference: { coveredPersonIds: [head, personId(2)] }, transition: { reason: 'member_died' } },
    ]);
  });

  it('is that it moves along', () => {
    expect(consequencesOf(enrolment(), { household: known({ areaCode: 'ZM104005' }), on })).toEqual([
      { does: 'change', difference: { areaCode: 'ZM104005' }, transition: { reason: 'moved', from: on } },
    ]);
  });

  it.each([
    ['closed', 'household_closed'],
    ['merged', 'duplicate'],
  ] as const)('is its end where the household is %s', (state, reason) => {
    const household = known({ state, overOn: '2026-10-31' });
    expect(consequencesOf(enrolment(), { household, on })).toEqual([
      { does: 'end', transition: { reason, from: '2026-10-31' } },
    ]);
  });

  it('never holds from before it began', () => {
    const late = enrolment({ fromOn: '2026-11-01', changedOn: '2026-11-01' });
    const household = known({ state: 'closed', overOn: '2026-10-31' });
    expect(consequencesOf(late, { household, on })).toMatchObject([{ transition: { from: '2026-11-01' } }]);
  });

  it('is a pause while everybody may have died, and the end once it is certain', () => {
    const alone = { ...facts, members: facts.members.slice(0, 1), size: 1 };
    const reported = known({ facts: alone, deaths: [dead(head, 'reported')] });
    const certified = known({ facts: alone, deaths: [dead(head, 'certified')] });
    const transition = { reason: 'member_died', from: '2026-11-06' };
    expect(consequencesOf(enrolment(), { household: reported, on })).toEqual([{ does: 'suspend', transition }]);
    expect(consequencesOf(enrolment(), { household: certified, on })).toEqual([{ does: 'end', transition }]);
    expect(consequencesOf(enrolment({ state: 'waitlisted' }), { household: reported, on })).toEqual([
      { does: 'end', transition },
    ]);
  });

  it('is that it goes on when a death was not true', () => {
    const paused = enrolment({ state: 'suspended', reason: 'member_died', changedOn: '2026-11-06' });
    expect(consequencesOf(paused, { household: known(), on })).toEqual([
      { does: 'resume', transition: { reason: 'household_changed', from: on } },
    ]);
  });
});

describe('what follows for the enrolment of a person', () => {
  it('is nothing from what happens to others', () => {
    expect(consequencesOf(pension(), { household: known({ facts: without(head) }), on })).toEqual([]);
  });

  it('is that it goes with the person into another household', () => {
    const other = known({ householdId: 'daughter', areaCode: 'ZM104005' });
    expect(consequencesOf(pension(), { household: other, on })).toMatchObject([
      { does: 'change', difference: { householdId: 'daughter', areaCode: 'ZM104005' } },
    ]);
  });

  it('is a pause while the person is in no household that is known, and that it goes on once they are', () => {
    const gone = { household: known({ facts: without(grandmother) }), on };
    expect(consequencesOf(pension(), gone)).toEqual([
      { does: 'suspend', transition: { reason: 'member_left', from: on } },
    ]);
    const paused = pension({ state: 'suspended', reason: 'member_left', changedOn: on });
    expect(consequencesOf(paused, gone)).toEqual([]);
    expect(consequencesOf(pension({ state: 'waitlisted' }), gone)).toEqual([]);
    const other = known({ householdId: 'daughter' });
    expect(consequencesOf(paused, { household: other, on })).toMatchObject([
      { does: 'resume' },
      { does: 'change', difference: { householdId: 'daughter' } },
    ]);
  });

  it('is nothing yet where a death is published with the household first, for it is published by itself as well', () => {
    const findings = { household: known({ facts: without(grandmother) }), on, isOfDeaths: true };
    expect(consequencesOf(pension(), findings)).toEqual([]);
  });

  it('is the end where the person who left has died', () => {
    const paused = pension({ state: 'suspended', reason: 'member_left', changedOn: on });
    const household = known({ facts: without(grandmother) });
    expect(consequencesOf(paused, { household, death: dead(grandmother, 'certified'), on })).toEqual([
      { does: 'end', transition: { reason: 'member_died', from: '2026-11-06' } },
    ]);
  });

  it('is a pause, then the end, whether the household shows it or not', () => {
    const withoutHer = known({ facts: without(grandmother) });
    const [reported, certified] = [dead(grandmother, 'reported'), dead(grandmother, 'certified')];
    for (const household of [withoutHer, known({ deaths: [reported] })]) {
      expect(consequencesOf(pension(), { household, death: reported, on })).toMatchObject([{ does: 'suspend' }]);
    }
    const paused = pension({ state: 'suspended', reason: 'member_died' });
    expect(consequencesOf(paused, { household: withoutHer, death: reported, on })).toEqual([]);
    expect(consequencesOf(paused, { household: withoutHer, death: certified, on })).toMatchObject([{ does: 'end' }]);
  });
});

describe('what follows where another of the same official number is in the programme', () => {
  const twice = (isLater: boolean) => ({ duplicateIds: ['pair'], isLater });
  const household = known();

  it('is that the later enrolment is held, and the first is not', () => {
    const held = [{ does: 'suspend', transition: { reason: 'duplicate_suspected', from: on } }];
    expect(consequencesOf(enrolment(), { household, on, twice: twice(true) })).toEqual(held);
    expect(consequencesOf(enrolment(), { household, on, twice: twice(false) })).toEqual([]);
  });

  it.each(['member_died', 'member_left'] as const)(
    'is that one suspended for %s does not go on by itself, and says why',
    (reason) => {
      const paused = enrolment({ state: 'suspended', reason });
      const transition = { reason: 'duplicate_suspected', from: on };
      expect(consequencesOf(paused, { household, on, twice: twice(false) })).toEqual([
        { does: 'keepSuspended', transition },
      ]);
    },
  );

  it('is that it goes on once they are known to be two, and no sooner', () => {
    const held = enrolment({ state: 'suspended', reason: 'duplicate_suspected' });
    expect(consequencesOf(held, { household, on, twice: twice(true) })).toEqual([]);
    const transition = { reason: 'case_resolved', from: on };
    expect(consequencesOf(held, { household, on })).toEqual([{ does: 'resume', transition }]);
  });

  it('is nothing for one that an officer has stopped', () => {
    const stopped = enrolment({ state: 'suspended', reason: 'case_open' });
    expect(consequencesOf(stopped, { household, on, twice: twice(true) })).toEqual([]);
  });
});

describe('what does not go on by itself', () => {
  const paused = enrolment({ state: 'suspended', reason: 'member_died' });
  const silent = known({ facts: { ...facts, consentedPurposes: ['payment'] } });

  it('is what the household does not allow, until it does', () => {
    const transition = { reason: 'no_consent', from: on };
    expect(consequencesOf(paused, { household: silent, on })).toEqual([{ does: 'keepSuspended', transition }]);
    const waiting = { ...paused, reason: 'no_consent' as const };
    expect(consequencesOf(waiting, { household: silent, on })).toEqual([]);
    expect(consequencesOf(waiting, { household: known(), on })).toMatchObject([{ does: 'resume' }]);
  });

  it('is what no version of a programme is in force for', () => {
    const transition = { reason: 'programme_retired', from: on };
    expect(consequencesOf(paused, { household: known(), on, isInForce: false })).toEqual([
      { does: 'keepSuspended', transition },
    ]);
  });
});

describe('what has followed', () => {
  const states = ['active', 'suspended', 'waitlisted'] as const;
  const situations: [string, KnownHousehold, Death | undefined][] = [
    ['a member left', known({ facts: without(head) }), undefined],
    ['a move', known({ areaCode: 'ZM104005' }), undefined],
    ['a death that is reported', known({ deaths: [dead(grandmother, 'reported')] }), dead(grandmother, 'reported')],
    ['a death that is certain', known({ deaths: [dead(grandmother, 'certified')] }), dead(grandmother, 'certified')],
    ['a death that was not true', known(), undefined],
  ];

  it.each(situations)('does not follow again: %s', (_, household, death) => {
    const pairs = [undefined, { duplicateIds: ['pair'], isLater: true }, { duplicateIds: ['pair'], isLater: false }];
    for (const [one, twice] of [enrolment, pension].flatMap((each) => pairs.map((pair) => [each, pair] as const))) {
      for (const state of states) {
        const before = one({ state, reason: state === 'suspended' ? 'member_died' : 'approved' });
        const findings = { household, death, on, twice };
        const settled = after(before, findings);
        const again = settled.state === 'ended' ? [] : consequencesOf(settled, findings);
        expect({ state, again }).toEqual({ state, again: [] });
      }
    }
  });
});
