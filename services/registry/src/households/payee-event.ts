import type { DataOf, PayeeDesignated } from '@janela/contracts';

import { known } from '../known.ts';
import type { HouseholdRecord } from './household-record.ts';
import { payeeInForce } from './payee-rules.ts';
import type { Vault } from './vault.ts';

type Designation = DataOf<typeof PayeeDesignated>;

/** What whoever pays must know of who collects, in clear; nothing when nobody does. */
export function toPayeeDesignated(record: HouseholdRecord, vault: Vault): Designation | undefined {
  const { people } = record;
  const payee = payeeInForce(record);
  const person = people.find(({ id }) => id === payee?.personId);
  if (!payee || !person) return undefined;
  const { householdId, channel, provider, accountSealed } = payee;
  const deputy = people.find(({ id }) => id === payee.deputyPersonId);
  const account = accountSealed === null ? null : vault.openAccount(householdId, accountSealed);
  return {
    ...{ householdId, personId: person.id, name: nameOf(person), channel },
    ...(deputy && { deputy: { personId: deputy.id, name: nameOf(deputy) } }),
    ...known({ provider, account }),
  };
}

/** As people write it: given names first. */
export function nameOf({ givenNames, familyName }: { givenNames: string; familyName: string }): string {
  return `${givenNames} ${familyName}`;
}
