import type { Tx } from '@janela/platform';
import { In } from 'typeorm';

import { IdentifierEntity } from './identifier.entity.ts';
import { PersonEntity } from './person.entity.ts';
import { ConsentEntity } from './consent.entity.ts';
import { HouseholdEntity } from './household.entity.ts';
import { PayeeChangeEntity } from './payee-change.entity.ts';
import { PayeeEntity } from './payee.entity.ts';

/** A household as it is stored: every row that is about it now. */
export interface HouseholdRecord {
  household: HouseholdEntity;
  /** In the order in which they were written down, also those who died or left. */
  people: PersonEntity[];
  identifiers: IdentifierEntity[];
  /** Also one who has died or left, while no one has followed; see `payeeInForce`. */
  payee: PayeeEntity | null;
  /** The one that waits, and those that end in the same change. */
  payeeChanges: PayeeChangeEntity[];
  consents: ConsentEntity[];
}

/** Returns the household, if there is one within reach. With `lock` no other transaction changes it before this one ends. */
export async function findRecord(tx: Tx, id: string, { lock = false } = {}): Promise<HouseholdRecord | undefined> {
  const household = await tx.findOne(HouseholdEntity, {
    where: { id },
    ...(lock && { lock: { mode: 'pessimistic_write' as const } }),
  });
  if (!household) return undefined;
  const people = await tx.find(PersonEntity, { where: { householdId: id }, order: { position: 'ASC' } });
  const identifiers = await tx.find(IdentifierEntity, {
    where: { personId: In(people.map((person) => person.id)) },
    order: { id: 'ASC' },
  });
  const payee = await tx.findOneBy(PayeeEntity, { householdId: id });
  const payeeChanges = await tx.findBy(PayeeChangeEntity, { householdId: id, state: 'pending' });
  const consents = await tx.find(ConsentEntity, { where: { householdId: id }, order: { purpose: 'ASC' } });
  return { household, people, identifiers, payee, payeeChanges, consents };
}

/** Returns a copy whose rows can be changed. What a row holds is replaced and never changed inside, so that it is shared. */
export function copyOf(record: HouseholdRecord): HouseholdRecord {
  const { household, people, identifiers, payee, payeeChanges, consents } = record;
  return {
    household: { ...household },
    people: people.map((row) => ({ ...row })),
    identifiers: identifiers.map((row) => ({ ...row })),
    payee: payee && { ...payee },
    payeeChanges: payeeChanges.map((row) => ({ ...row })),
    consents: consents.map((row) => ({ ...row })),
  };
}

/** Returns the members: a person who has died still is one, a person who left is not. */
export function membersOf({ people }: Pick<HouseholdRecord, 'people'>): PersonEntity[] {
  return people.filter(({ leftOn }) => leftOn === null);
}

/** Returns the members who are alive. */
export function livingMembersOf(record: Pick<HouseholdRecord, 'people'>): PersonEntity[] {
  return membersOf(record).filter(({ diedOn }) => diedOn === null);
}
