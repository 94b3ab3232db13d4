import { randomUUID } from 'node:crypto';

import {
  type DataOf,
  type HouseholdClosed,
  HouseholdRegistered,
  type MemberFacts,
  type PersonDied,
} from '@janela/contracts';
import type { Harness } from '@janela/testing';

import type { Household } from '../../src/rules/facts/household.ts';

/** Returns a household as the register publishes it, with ids of its own. */
export function householdData(household: Household, householdId: string = randomUUID()) {
  const { areaCode, ...facts } = household;
  const members = facts.members.map((member) => ({ ...member, personId: randomUUID() }));
  return { householdId, number: 'ZM104011-000001-0', areaCode, facts: { ...facts, members } };
}
export type PublishedHousehold = ReturnType<typeof householdData>;

/** Publishes a new household, and returns it. */
export async function registered(
  eligibility: Harness<'eligibility'>,
  household: Household,
): Promise<PublishedHousehold> {
  const data = householdData(household);
  await eligibility.publish(HouseholdRegistered, { ...data, source: 'window' });
  return data;
}

export function closed(
  { householdId, number, areaCode }: PublishedHousehold,
  on: DataOf<typeof HouseholdClosed>['on'],
) {
  return { householdId, number, areaCode, on, reason: 'own_request' } as const;
}

export function died(
  { householdId }: PublishedHousehold,
  { personId }: MemberFacts,
  certainty: DataOf<typeof PersonDied>['certainty'],
  on: DataOf<typeof PersonDied>['on'],
) {
  return { personId, householdId, on, source: 'household', certainty } as const;
}
