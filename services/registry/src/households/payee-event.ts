import {
  type DataOf,
  PayeeChangeRefused,
  PayeeChangeRequested,
  PayeeDesignated,
  PayeeVacated,
} from '@janela/contracts';
import { known } from '@janela/platform';

import type { PersonEntity } from '../household-records/person.entity.ts';
import { nameOf } from '../names/name-words.ts';
import type { HouseholdRecord } from '../household-records/household-record.ts';
import { payeeInForce, pendingChangeOf } from './payee-rules.ts';
import type { PayeeEntity } from '../household-records/payee.entity.ts';
import type { NumberCipher } from '../encryption/number-cipher.ts';

type Designation = DataOf<typeof PayeeDesignated>;

/** An event that payments consumes. */
export type PayeeEvent =
  | { event: typeof PayeeDesignated; data: Designation }
  | { event: typeof PayeeVacated; data: DataOf<typeof PayeeVacated> }
  | { event: typeof PayeeChangeRequested; data: DataOf<typeof PayeeChangeRequested> }
  | { event: typeof PayeeChangeRefused; data: DataOf<typeof PayeeChangeRefused> };

/**
 * Returns the events about what became of a request, who collects now, and last that a request waits: payments takes "designated" for
 * the end of all that waited before it. A name that is only written another way is published too.
 */
export function payeeEventsOf(before: HouseholdRecord, record: HouseholdRecord, cipher: NumberCipher): PayeeEvent[] {
  const { id: householdId } = record.household;
  const [waited, waits] = [pendingChangeOf(before), pendingChangeOf(record)];
  const ended = record.payeeChanges.find(({ id, state }) => id === waited?.id && state !== 'pending');
  const isConfirmed = ended?.state === 'confirmed';
  const [was, is] = [before, record].map((each) => toPayeeDesignated(each, cipher));
  const { personId, vacated: reason } = record.payee ?? {};

  const events: PayeeEvent[] = [];
  if (ended && !isConfirmed && !waits) events.push({ event: PayeeChangeRefused, data: { householdId } });
  if (is && (isConfirmed || JSON.stringify(was) !== JSON.stringify(is)))
    events.push({ event: PayeeDesignated, data: is });
  if (was && !is && personId !== undefined && reason)
    events.push({ event: PayeeVacated, data: { householdId, personId, reason } });
  if (waits && (events.length > 0 || waits.id !== waited?.id))
    events.push({ event: PayeeChangeRequested, data: { householdId } });
  return events;
}

/** Returns what payments must know of who collects, in clear; undefined when no one does. */
export function toPayeeDesignated(record: HouseholdRecord, cipher: NumberCipher): Designation | undefined {
  const { people } = record;
  const payee = payeeInForce(record);
  const person = people.find(({ id }) => id === payee?.personId);
  if (!payee || !person) return undefined;
  const { householdId, channel, provider, accountSealed } = payee;
  const deputy = people.find(({ id }) => id === payee.deputyPersonId);
  const account = accountSealed === null ? null : cipher.decryptAccount(householdId, accountSealed);
  return {
    householdId,
    personId: person.id,
    name: knownName(payee, person),
    channel,
    ...(deputy && { deputy: { personId: deputy.id, name: knownName(payee, deputy) } }),
    ...known({ provider, account }),
  };
}

/** A name that two people have not seen is not published. */
function knownName({ knownAs }: PayeeEntity, person: PersonEntity): string {
  return knownAs?.[person.id]?.name ?? nameOf(person);
}
