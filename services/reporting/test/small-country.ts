import {
  ContributionReversed,
  CycleDispatched,
  EnrolmentSuspended,
  HouseholdMoved,
  HouseholdUpdated,
  PaymentReturned,
  PersonDied,
  PersonMerged,
} from '@janela/contracts';
import { householdFacts } from '@janela/testing';

import {
  areas,
  SampleHousehold,
  idOf,
  lunga,
  person,
  programme,
  samfya,
  eventOnDay,
  type EventOnDay,
} from './event-on-day.ts';

const programmes = [
  programme('SCT', { unit: 'household', sdgComponents: ['SI_COV_BENFTS', 'SI_COV_VULN', 'SI_COV_POOR'] }),
  programme('CHILD', { unit: 'household', sdgComponents: ['SI_COV_BENFTS', 'SI_COV_CHLD', 'SI_COV_VULN'] }),
  programme('SP65', { unit: 'person', sdgComponents: ['SI_COV_BENFTS', 'SI_COV_PENSN', 'SI_COV_VULN'] }),
  programme('DISAB', {
    unit: 'person',
    frequency: 'monthly',
    sdgComponents: ['SI_COV_BENFTS', 'SI_COV_DISAB', 'SI_COV_VULN'],
  }),
  programme('NAPSA', {
    unit: 'person',
    frequency: 'monthly',
    contributory: true,
    sdgComponents: ['SI_COV_BENFTS', 'SI_COV_PENSN', 'SI_COV_DISAB', 'SI_COV_MATNL'],
  }),
];

const noDifficulty = { seeing: 1, hearing: 1, walking: 1, remembering: 2, selfCare: 1, communicating: 1 };

/** A grandmother with a pension of her own, two grandchildren, and a baby from 25 October on: two benefits for the household. */
function grandmother(): EventOnDay[] {
  const children = [
    person('p2', { sex: 'male', bornOn: '2015-05-05', relationship: 'grandchild' }),
    person('p3', { bornOn: '2018-02-02', relationship: 'grandchild' }),
  ];
  const household = new SampleHousehold('h1', samfya, [person('p1', { bornOn: '1950-03-01' }), ...children]);
  const [transfer, grant, pension] = [
    household.enrolment('SCT'),
    household.enrolment('CHILD'),
    household.enrolment('SP65', [idOf('p1')]),
  ];
  const baby = person('p22', { bornOn: '2026-10-25', relationship: 'grandchild' });
  const facts = householdFacts({ members: [...household.members, baby] });
  const everybody = facts.members.map(({ personId }) => personId);
  return [
    household.registered(),
    ...[transfer, grant, pension].flatMap((each) => [each.started('2026-03-01'), each.paid('2026-09', '2026-09-15')]),
    eventOnDay(HouseholdUpdated, '2026-10-26', { ...household.about, facts, changed: ['members'], reason: 'birth' }, 2),
    transfer.changed('2026-10-26', 2, everybody),
  ];
}

/** A couple that moves from Samfya to Lunga; the man was registered a second time, and that is found out. */
function movers(): EventOnDay[] {
  const household = new SampleHousehold('h2', samfya, [
    person('p4', { sex: 'male', bornOn: '1980-01-01' }),
    person('p5'),
  ]);
  const transfer = household.enrolment('SCT');
  const twin = new SampleHousehold('h11', lunga, [person('p21', { sex: 'male', bornOn: '1980-01-01' })]);
  const twinTransfer = twin.enrolment('SCT');
  const moved = {
    householdId: household.householdId,
    number: 'h2',
    fromAreaCode: samfya,
    areaCode: lunga,
    on: '2026-10-10' as const,
    facts: householdFacts({ members: household.members }),
  };
  return [
    ...[household.registered(), transfer.started('2026-03-01'), transfer.paid('2026-09', '2026-09-20')],
    eventOnDay(HouseholdMoved, '2026-10-12', moved, 2),
    ...[twin.registered(), twinTransfer.started('2026-05-01'), twinTransfer.paid('2026-09', '2026-09-20')],
    eventOnDay(PersonMerged, '2026-10-15', {
      personId: idOf('p21'),
      intoPersonId: idOf('p4'),
      householdId: household.householdId,
      on: '2026-10-15',
    }),
  ];
}

/** A pensioner who dies on 20 October. */
function widower(): EventOnDay[] {
  const household = new SampleHousehold('h3', samfya, [person('p6', { sex: 'male', bornOn: '1955-06-06' })]);
  const pension = household.enrolment('SP65');
  return [
    ...[household.registered(), pension.started('2026-03-01'), pension.paid('2026-09', '2026-09-20')],
    eventOnDay(PersonDied, '2026-10-22', {
      personId: idOf('p6'),
      householdId: household.householdId,
      on: '2026-10-20',
      source: 'community',
      certainty: 'reported',
    }),
  ];
}

/** Who pays in (p7), pays in and has a social pension (p8), stopped (p9), never did (p10), bounced (p11), and draws (p23). */
function members(): EventOnDay[] {
  const household = new SampleHousehold('h4', samfya, [
    person('p7', { bornOn: '1990-01-01' }),
    person('p8', { sex: 'male', bornOn: '1960-01-01' }),
    person('p9', { sex: 'male', bornOn: '1992-01-01' }),
    person('p10', { bornOn: '1993-01-01' }),
    person('p11', { bornOn: '1991-01-01' }),
    person('p23', { sex: 'male', bornOn: '1958-01-01' }),
  ]);
  const [pension, annuity] = [household.enrolment('SP65', [idOf('p8')]), household.enrolment('NAPSA', [idOf('p23')])];
  const bounced = household.contributed('p11', 'NAPSA', '2026-09', '2026-10-02');
  return [
    household.registered(),
    ...['p7', 'p8', 'p9', 'p10', 'p11'].map((name) =>
      household.enrolment('NAPSA', [idOf(name)]).started('2026-03-01', null),
    ),
    ...[pension.started('2026-03-01'), pension.paid('2026-09', '2026-09-20')],
    ...[annuity.started('2026-03-01', { frequency: 'monthly' }), annuity.paid('2026-10', '2026-10-30')],
    household.contributed('p7', 'NAPSA', '2026-09', '2026-10-05'),
    household.contributed('p8', 'NAPSA', '2026-10', '2026-10-05'),
    household.contributed('p9', 'NAPSA', '2026-06', '2026-07-05'),
    bounced,
    eventOnDay(ContributionReversed, '2026-10-09', { ...bounced.data, reason: 'bounced' }, 2),
  ];
}

/** A household whose money came back, one that is suspended, one not begun, one paid for summer only and one for spring only. */
function unlucky(): EventOnDay[] {
  const returned = new SampleHousehold('h5', lunga, [person('p12'), person('p13', { bornOn: '2014-01-01' })]).enrolment(
    'SCT',
  );
  const suspended = new SampleHousehold('h7', samfya, [person('p17')]).enrolment('SCT');
  const later = new SampleHousehold('h8', samfya, [person('p18')]).enrolment('SCT');
  const summer = new SampleHousehold('h9', samfya, [person('p19', { sex: 'unknown', bornOn: '1970-01-01' })]);
  const spring = new SampleHousehold('h10', samfya, [person('p20')]).enrolment('SCT');
  return [
    new SampleHousehold('h5', lunga, [person('p12'), person('p13', { bornOn: '2014-01-01' })]).registered(),
    ...[returned.started('2026-03-01'), returned.paid('2026-09', '2026-09-20')],
    eventOnDay(
      PaymentReturned,
      '2026-10-03',
      { ...returned.payment('2026-09'), returnedMinor: 40_000, reasonCode: 'AC04', occurredAt: '2026-10-03T10:00:00Z' },
      2,
    ),
    ...['h7', 'h8', 'h10'].map((name, index) =>
      new SampleHousehold(name, samfya, [person(['p17', 'p18', 'p20'][index] ?? '')]).registered(),
    ),
    ...[suspended.started('2026-03-01'), suspended.paid('2026-09', '2026-09-20')],
    eventOnDay(EnrolmentSuspended, '2026-10-01', { ...suspended.about, reason: 'case_open', from: '2026-10-01' }, 2),
    later.started('2026-11-01'),
    ...[
      summer.registered(),
      summer.enrolment('SCT').started('2026-03-01'),
      summer.enrolment('SCT').paid('2026-07', '2026-07-20'),
    ],
    ...[spring.started('2026-03-01'), spring.paid('2026-05', '2026-05-20')],
  ];
}

/** Three who draw a disability grant: one is severely disabled by the questions, one is not, one was not asked. */
function disabled(): EventOnDay[] {
  const household = new SampleHousehold('h6', lunga, [
    person('p14', { sex: 'male', functioning: { ...noDifficulty, walking: 4 } }),
    person('p15', { functioning: noDifficulty }),
    person('p16', { functioning: { walking: 1 } }),
  ]);
  const grants = household.members.map(({ personId }) => household.enrolment('DISAB', [personId]));
  return [
    household.registered(),
    ...grants.flatMap((grant) => [
      grant.started('2026-03-01', { frequency: 'monthly' }),
      grant.paid('2026-10', '2026-10-28'),
    ]),
  ];
}

/** The cycle in which the cash transfer of September and October was paid. */
const cycle = eventOnDay(CycleDispatched, '2026-09-10', {
  cycleId: idOf('SCT 2026-09'),
  programmeId: idOf('SCT'),
  programme: 'SCT',
  period: '2026-09',
  periodMonths: 2,
  count: 5,
  totalMinor: 200_000,
  currency: 'ZMW',
  by: 'officer',
});

/** Twenty-three people in two districts, with everything that figures get wrong. */
export const smallCountry: readonly EventOnDay[] = [
  ...[...areas, ...programmes, cycle],
  ...[grandmother(), movers(), widower(), members(), unlucky(), disabled()].flat(),
];
