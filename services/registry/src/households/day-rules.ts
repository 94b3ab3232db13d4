import type { PlainDate, RegisterHousehold } from '@janela/contracts';
import { type Clock, InvalidRequest, type ProblemEntry } from '@janela/platform';

import type { HouseholdEntity } from '../household-records/household.entity.ts';
import { DateTooEarly } from '../registry.errors.ts';

/** A day of a request, and where in it the day stands. */
export interface GivenDay {
  pointer: string;
  day: PlainDate | undefined;
}

/** What is wrong with the days of a form on the country's own day; for a request and for a file alike. */
export function dayProblemsOf(
  { members, consent }: Pick<RegisterHousehold, 'members' | 'consent'>,
  today: PlainDate,
): ProblemEntry[] {
  const births = members.map(({ bornOn }, index) => ({ pointer: `/members/${index}/bornOn`, day: bornOn }));
  const given = { pointer: '/consent/givenOn', day: consent?.givenOn };
  const firstBirth = earliest(members.map(({ bornOn }) => bornOn));
  return [...futureDays([...births, given], today), ...earlyDays([given], firstBirth)];
}

/** Refuses a form with a day that has not come in this country, or that lies before what it is about. */
export function mustBePossible(form: Pick<RegisterHousehold, 'members' | 'consent'>, today: PlainDate): void {
  refuse(dayProblemsOf(form, today));
}

/** Refuses days that have not come in this country. */
export function mustHaveCome(days: readonly GivenDay[], today: PlainDate): void {
  refuse(futureDays(days, today));
}

/** Refuses a day before the one from which it is possible; `why` says in a sentence what that day is. */
export function mustNotBeBefore(from: PlainDate, given: GivenDay, why: string): void {
  const errors = earlyDays([given], from);
  if (errors.length > 0) throw new DateTooEarly(why, { errors });
}

/** Refuses that a household moves or ends before it was registered, or before it came to where it lives. */
export function mustNotBeBeforeArrival(
  { registeredAt, residentSince }: Pick<HouseholdEntity, 'registeredAt' | 'residentSince'>,
  on: PlainDate,
  clock: Clock,
): void {
  const from = latest([clock.dayOf(registeredAt), ...(residentSince === null ? [] : [residentSince])]);
  mustNotBeBefore(from, { pointer: '/on', day: on }, `Before ${from} the household was not registered here`);
}

export function earliest(days: readonly PlainDate[]): PlainDate {
  return days.reduce((first, day) => (day < first ? day : first));
}

export function latest(days: readonly PlainDate[]): PlainDate {
  return days.reduce((last, day) => (day > last ? day : last));
}

function futureDays(days: readonly GivenDay[], today: PlainDate): ProblemEntry[] {
  return days
    .filter(({ day }) => day !== undefined && day > today)
    .map(({ pointer }) => ({ in: 'body', pointer, code: 'date_in_future', message: 'lies in the future' }));
}

function earlyDays(days: readonly GivenDay[], from: PlainDate): ProblemEntry[] {
  return days
    .filter(({ day }) => day !== undefined && day < from)
    .map(({ pointer }) => ({
      in: 'body',
      pointer,
      code: 'date_before_start',
      message: 'lies before what it is about',
    }));
}

function refuse(errors: readonly ProblemEntry[]): void {
  if (errors.length > 0) throw new InvalidRequest('A day is not possible', { errors });
}
