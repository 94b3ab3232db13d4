import type { Consent, PlainDate, WithdrawConsent } from '@janela/contracts';

import { ConsentWithdrawn } from '../registry.errors.ts';
import type { ConsentEntity } from '../household-records/consent.entity.ts';
import { earliest, latest, mustNotBeBefore } from './day-rules.ts';
import type { HouseholdRecord } from '../household-records/household-record.ts';
import { newConsents } from './new-household.ts';

/**
 * A consent that is given holds for its purposes and no others: those that it no longer names are withdrawn. A purpose that holds
 * already keeps the day and the way in which it was given first; what was withdrawn needs a new day.
 */
export function giveConsent(record: HouseholdRecord, consent: Consent): void {
  const { givenOn } = consent;
  const day = { pointer: '/consent/givenOn', day: givenOn };
  mustNotBeBefore(earliest(record.people.map(({ bornOn }) => bornOn)), day, 'No one of the household was born');
  const given = newConsents(consent, record.household);
  const purposes = new Set(given.map(({ purpose }) => purpose));
  if (record.consents.some(({ purpose, withdrawnOn }) => purposes.has(purpose) && (withdrawnOn ?? '') > givenOn))
    throw new ConsentWithdrawn(undefined, {
      errors: [
        { in: 'body', pointer: day.pointer, code: 'consent_withdrawn', message: 'lies before it was withdrawn' },
      ],
    });
  const others = record.consents.filter(({ purpose }) => !purposes.has(purpose));
  record.consents = [
    ...given.map((row) => record.consents.find((held) => isInForceSince(held, row)) ?? row),
    ...others.map((other) => ({ ...other, withdrawnOn: other.withdrawnOn ?? latest([other.givenOn, givenOn]) })),
  ];
}

/** Whether a purpose has held since the day on which it is given again, or since before it. */
function isInForceSince(held: ConsentEntity, { purpose, givenOn }: ConsentEntity): boolean {
  return held.purpose === purpose && held.withdrawnOn === null && held.givenOn <= givenOn;
}

/** Withdraws the consent, for the purposes that are named or for all. */
export function takeConsentBack(record: HouseholdRecord, withdrawal: WithdrawConsent, today: PlainDate): void {
  const { purposes, on = today } = withdrawal;
  record.consents = record.consents.map((row) => {
    if (row.withdrawnOn !== null || (purposes && !purposes.includes(row.purpose))) return row;
    mustNotBeBefore(
      row.givenOn,
      { pointer: '/withdrawConsent/on', day: on },
      `The consent was given on ${row.givenOn}`,
    );
    return { ...row, withdrawnOn: on };
  });
}
