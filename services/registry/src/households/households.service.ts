import { Injectable } from '@nestjs/common';
import type {
  AddMember,
  ChangeHousehold,
  CloseHousehold,
  DesignatePayee,
  Household,
  MoveHousehold,
} from '@janela/contracts';
import { maxMembers } from '@janela/contracts';
import { type Actor, Clock, Database, mustReach, type Tx } from '@janela/platform';

import { AccessLogService } from '../access-log/access-log.service.ts';
import { AreaBook } from '../areas/area-book.ts';
import { IdentifierRules } from '../identifier-types/identifier-rules.ts';
import { findLastEvent } from '../history/last-event.ts';
import { HeadTwice, HouseholdNotFound, TooManyMembers } from '../registry.errors.ts';
import { editHousehold, editPayee } from './edit-household.ts';
import { type Changed, HouseholdChanges } from './household-changes.ts';
import { findRecord, type HouseholdRecord, livingMembersOf, membersOf } from './household-record.ts';
import { newMember } from './new-household.ts';
import { toHousehold } from './to-household.ts';
import { Vault } from './vault.ts';

/** A household, and the version of it that the caller has seen. */
export interface Seen {
  id: string;
  expected: number;
}

@Injectable()
export class HouseholdsService {
  constructor(
    private readonly database: Database,
    private readonly changes: HouseholdChanges,
    private readonly accessLog: AccessLogService,
    private readonly areas: AreaBook,
    private readonly identifiers: IdentifierRules,
    private readonly vault: Vault,
    private readonly clock: Clock,
  ) {}

  /** Shows a household; that somebody looked stays on record. */
  get(actor: Actor, id: string): Promise<Household> {
    return this.database.write(actor, async (tx) => {
      const record = await findRecord(tx, id);
      if (!record) throw new HouseholdNotFound();
      await this.accessLog.note(tx, actor, record.household, 'household');
      return this.show(record, await findLastEvent(tx, id));
    });
  }

  async change(actor: Actor, { id, expected }: Seen, input: ChangeHousehold): Promise<Household> {
    const { reason, note, members = [] } = input;
    await this.identifiers.mustFit(members, (index) => `/members/${index}`);
    return this.database.write(actor, async (tx) => {
      const changed = await this.changes.apply(tx, actor, id, { what: 'updated', expected, reason, note }, (record) =>
        editHousehold(record, input, { vault: this.vault, today: this.clock.today() }),
      );
      return this.showChanged(tx, changed);
    });
  }

  async addMember(actor: Actor, key: string | undefined, { id, expected }: Seen, input: AddMember): Promise<Household> {
    await this.identifiers.mustFit([input.member], () => '/member');
    return this.database.once(actor, { key, body: { id, input } }, async (tx) => {
      const deed = { what: 'member_added', expected, reason: input.reason, ...(input.on && { on: input.on }) };
      const changed = await this.changes.apply(tx, actor, id, deed, (record) => addMember(record, input, this.vault));
      return this.showChanged(tx, changed);
    });
  }

  designatePayee(actor: Actor, { id, expected }: Seen, input: DesignatePayee): Promise<Household> {
    return this.database.write(actor, async (tx) => {
      const deed = { what: 'payee_designated', expected };
      const changed = await this.changes.apply(tx, actor, id, deed, (record) => editPayee(record, input, this.vault));
      return this.showChanged(tx, changed);
    });
  }

  /** The number stays. How to find the house, and whether it is in a town, is not known of the new place unless told. */
  async move(actor: Actor, { id, expected }: Seen, { areaCode, on, address, note }: MoveHousehold): Promise<Household> {
    mustReach(actor, areaCode);
    await this.areas.mustBeOpen(areaCode, this.clock.today());
    return this.database.write(actor, async (tx) => {
      const changed = await this.changes.apply(
        tx,
        actor,
        id,
        { what: 'moved', expected, note, on },
        ({ household }) => {
          if (household.areaCode === areaCode) return;
          Object.assign(household, { areaCode, address: address ?? null, residentSince: on, urban: null });
        },
      );
      return this.showChanged(tx, changed);
    });
  }

  close(actor: Actor, { id, expected }: Seen, { on, reason, note }: CloseHousehold): Promise<Household> {
    return this.database.write(actor, async (tx) => {
      const changed = await this.changes.apply(
        tx,
        actor,
        id,
        { what: 'closed', expected, note, on },
        ({ household }) => {
          Object.assign(household, { state: 'closed', closedOn: on, closingReason: reason });
        },
      );
      return this.showChanged(tx, changed);
    });
  }

  /** A household as it stands after a change, or, where nothing changed, as it stood. */
  async showChanged(tx: Tx, { record, eventId }: Changed): Promise<Household> {
    return this.show(record, eventId ?? (await findLastEvent(tx, record.household.id)));
  }

  private show(record: HouseholdRecord, lastEventId: string | undefined): Household {
    return toHousehold(record, { vault: this.vault, today: this.clock.today(), lastEventId });
  }
}

function addMember(record: HouseholdRecord, { member, formerHeadIs }: AddMember, vault: Vault): void {
  if (membersOf(record).length >= maxMembers) throw new TooManyMembers();
  const formerHead = livingMembersOf(record).find(({ relationship }) => relationship === 'head');
  if (member.relationship === 'head' && formerHead) {
    if (formerHeadIs === undefined || formerHeadIs === 'head')
      throw new HeadTwice('Say in formerHeadIs what the head of today becomes');
    formerHead.relationship = formerHeadIs;
  }
  const position = Math.max(0, ...record.people.map((person) => person.position + 1));
  const { person, identifiers } = newMember(member, { household: record.household, position, vault });
  record.people.push(person);
  record.identifiers.push(...identifiers);
}
