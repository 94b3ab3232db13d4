import { Injectable } from '@nestjs/common';
import { HouseholdRegistered, PayeeDesignated, type RegistrationSource } from '@janela/contracts';
import { Outbox } from '@janela/messaging';
import { type Actor, Audit, Clock, insertAll, type Tx } from '@janela/platform';

import { HouseholdChangeEntity } from '../household-records/household-change.entity.ts';
import { IdentifierEntity } from '../household-records/identifier.entity.ts';
import { PersonEntity } from '../household-records/person.entity.ts';
import { ConsentEntity } from '../household-records/consent.entity.ts';
import { toFacts } from './household-facts.ts';
import { HouseholdEntity } from '../household-records/household.entity.ts';
import type { HouseholdRecord } from '../household-records/household-record.ts';
import { PayeeEntity } from '../household-records/payee.entity.ts';
import { toPayeeDesignated } from './payee-event.ts';
import { NumberCipher } from '../encryption/number-cipher.ts';

/** Takes new households into the register: one from the window or a thousand from a file, in the same few statements. */
@Injectable()
export class HouseholdStore {
  constructor(
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly cipher: NumberCipher,
    private readonly clock: Clock,
  ) {}

  /** Stores and publishes them with their first line of history, and returns the ids of the events in their order. */
  async add(tx: Tx, actor: Actor, records: readonly HouseholdRecord[], source: RegistrationSource): Promise<string[]> {
    const households = records.map(({ household }) => household);
    const people = records.flatMap((record) => record.people);
    const identifiers = records.flatMap((record) => record.identifiers);
    const payees = records.flatMap(({ payee }) => payee ?? []);
    const consents = records.flatMap((record) => record.consents);
    await insertAll(tx, HouseholdEntity, households);
    await insertAll(tx, PersonEntity, people);
    await insertAll(tx, IdentifierEntity, identifiers);
    await insertAll(tx, PayeeEntity, payees);
    await insertAll(tx, ConsentEntity, consents);
    const eventIds = await this.publish(tx, actor, records, source);
    const changes = records.map((record, index) => firstChange(record, actor, source, eventIds[index]));
    await insertAll(tx, HouseholdChangeEntity, changes);
    await this.audit.addAll(tx, actor, records.map(toAuditEntry));
    return eventIds;
  }

  private async publish(
    tx: Tx,
    { id: registeredBy }: Actor,
    records: readonly HouseholdRecord[],
    source: RegistrationSource,
  ): Promise<string[]> {
    const today = this.clock.today();
    const registrations = records.map((record) => {
      const { id: householdId, number, areaCode } = record.household;
      return { householdId, number, areaCode, source, registeredBy, facts: toFacts(record, today) };
    });
    const designations = records.flatMap((record) => toPayeeDesignated(record, this.cipher) ?? []);
    const eventIds = await this.outbox.addAll(tx, HouseholdRegistered, registrations);
    await this.outbox.addAll(tx, PayeeDesignated, designations);
    return eventIds;
  }
}

function firstChange(
  { household }: HouseholdRecord,
  actor: Actor,
  source: RegistrationSource,
  eventId: string | undefined,
): HouseholdChangeEntity {
  const { id: householdId, areaCode, version, registeredAt: at } = household;
  return {
    householdId,
    version,
    areaCode,
    at,
    actor: actor.id,
    actorName: actor.name,
    what: 'registered',
    changed: [],
    reason: null,
    note: null,
    source,
    eventId: eventId ?? null,
    before: null,
  };
}

function toAuditEntry({ household, people }: HouseholdRecord) {
  const { id, areaCode, number, source } = household;
  return {
    action: 'household.registered',
    subject: `household:${id}`,
    details: { number, areaCode, source, members: people.length },
  };
}
