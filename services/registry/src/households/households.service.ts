import { Injectable } from '@nestjs/common';
import type {
  AddMember,
  ChangeHousehold,
  CloseHousehold,
  DesignatePayee,
  Household,
  MoveHousehold,
  PlainDate,
} from '@janela/contracts';
import { addMonths } from '@janela/kernel';
import { maxMembers } from '@janela/contracts';
import { type Actor, Clock, Database, mustReach, type Tx } from '@janela/platform';

import { AccessLogService } from '../access-log/access-log.service.ts';
import { AreaCache } from '../areas/area-cache.ts';
import { SuspicionsService } from '../duplicates/suspicions.service.ts';
import { NumberReader } from '../formats/number-reader.ts';
import { findLastEvent } from '../history/last-event.ts';
import { comeBack } from '../people/edit-member.ts';
import { BirthLongAgo, TwoHeads, HouseholdNotFound, TooManyMembers } from '../registry.errors.ts';
import { type GivenDay, latest, mustHaveCome, mustNotBeBefore } from './day-rules.ts';
import { editHousehold, editPayee } from './edit-household.ts';
import { type Changed, HouseholdChanges } from './household-changes.ts';
import type { HouseholdEntity } from './household.entity.ts';
import { findRecord, type HouseholdRecord, livingMembersOf, membersOf } from './household-record.ts';
import { mustExist } from './must-exist.ts';
import { asKnown, newMember } from './new-household.ts';
import { findReturning } from './own-numbers.ts';
import { toHousehold } from './to-household.ts';
import { Vault } from './vault.ts';

const longestUntoldMonths = 5 * 12;

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
    private readonly areas: AreaCache,
    private readonly reader: NumberReader,
    private readonly suspicions: SuspicionsService,
    private readonly vault: Vault,
    private readonly clock: Clock,
  ) {}

  /** Shows a household; that somebody looked stays on record. */
  get(actor: Actor, id: string): Promise<Household> {
    return this.database.write(actor, async (tx) => {
      const record = await findRecord(tx, id);
      if (!record) throw new HouseholdNotFound();
      return this.showChanged(tx, actor, { record, eventId: undefined, duplicates: 0 });
    });
  }

  async change(actor: Actor, { id, expected }: Seen, input: ChangeHousehold): Promise<Household> {
    const { reason, note } = input;
    const today = this.clock.today();
    mustHaveCome(daysOf(input), today);
    const members = input.members && (await this.reader.members(input.members, (index) => `/members/${index}`));
    const read = { ...input, ...(members && { members }) };
    return this.database.write(actor, async (tx) => {
      await this.suspicions.lockNumbers(tx, members ?? []);
      const changed = await this.changes.apply(tx, actor, id, { what: 'updated', expected, reason, note }, (record) =>
        editHousehold(record, read, { vault: this.vault, today }),
      );
      return this.showChanged(tx, actor, changed);
    });
  }

  async addMember(actor: Actor, key: string | undefined, { id, expected }: Seen, input: AddMember): Promise<Household> {
    const { reason, on } = input;
    const [member = input.member] = await this.reader.members([input.member], () => '/member');
    const [arrival, birth] = [
      { pointer: '/on', day: on },
      { pointer: '/member/bornOn', day: member.bornOn },
    ];
    mustHaveCome([arrival, birth], this.clock.today());
    mustNotBeBefore(
      asKnown(member.bornOn, member.bornOnPrecision ?? 'day'),
      arrival,
      'The arrival lies before the birth',
    );
    if (reason === 'birth') mustBeBornLately(member.bornOn, this.clock.today());
    let isReplay = true;
    const answer = await this.database.once(actor, { key, body: { id, input } }, async (tx) => {
      isReplay = false;
      await this.suspicions.lockNumbers(tx, [member]);
      const action = { what: 'member_added', expected, reason, ...(on && { on }) };
      const changed = await this.changes.apply(tx, actor, id, action, (record) =>
        addMember(record, { ...input, member }, this.vault),
      );
      return this.showChanged(tx, actor, changed);
    });
    if (isReplay) await this.noteReplay(actor, id);
    return answer;
  }

  /** Asks for another payee, way or account; it holds once a second person has confirmed it. */
  async designatePayee(actor: Actor, { id, expected }: Seen, given: DesignatePayee): Promise<Household> {
    const input = await this.reader.payee(given);
    return this.database.write(actor, async (tx) => {
      const action = { what: 'payee_change_requested', expected };
      const changed = await this.changes.apply(tx, actor, id, action, (record) => editPayee(record, input, this.vault));
      return this.showChanged(tx, actor, changed);
    });
  }

  /** The number stays. How to find the house, and whether it is in a town, is not known of the new place unless told. */
  async move(actor: Actor, { id, expected }: Seen, { areaCode, on, address, note }: MoveHousehold): Promise<Household> {
    mustReach(actor, areaCode);
    mustHaveCome([{ pointer: '/on', day: on }], this.clock.today());
    await this.areas.mustBeOpen(areaCode, this.clock.today());
    return this.database.write(actor, async (tx) => {
      const changed = await this.changes.apply(
        tx,
        actor,
        id,
        { what: 'moved', expected, note, on },
        ({ household }) => {
          if (household.areaCode === areaCode) return;
          this.mustFollow(household, on);
          Object.assign(household, { areaCode, address: address ?? null, residentSince: on, urban: null });
        },
      );
      return this.showChanged(tx, actor, changed);
    });
  }

  async close(actor: Actor, { id, expected }: Seen, { on, reason, note }: CloseHousehold): Promise<Household> {
    mustHaveCome([{ pointer: '/on', day: on }], this.clock.today());
    return this.database.write(actor, async (tx) => {
      const changed = await this.changes.apply(
        tx,
        actor,
        id,
        { what: 'closed', expected, note, on },
        ({ household }) => {
          this.mustFollow(household, on);
          Object.assign(household, { state: 'closed', closedOn: on, closingReason: reason });
        },
      );
      return this.showChanged(tx, actor, changed);
    });
  }

  /** An answer that is kept is shown again only to whoever may still see the household, and that stays on record too. */
  noteReplay(actor: Actor, id: string): Promise<void> {
    return this.database.write(actor, async (tx) =>
      this.accessLog.note(tx, actor, await mustExist(tx, id), 'household'),
    );
  }

  /** A household neither moves nor ends before it was registered, or before it came to where it lives. */
  private mustFollow({ registeredAt, residentSince }: HouseholdEntity, on: PlainDate): void {
    const from = latest([this.clock.dayOf(registeredAt), ...(residentSince === null ? [] : [residentSince])]);
    mustNotBeBefore(from, { pointer: '/on', day: on }, `Before ${from} the household was not registered here`);
  }

  /** The one way a household is shown, also after a change or where nothing changed: that somebody saw it stays on record. */
  async showChanged(tx: Tx, actor: Actor, { record, eventId }: Changed): Promise<Household> {
    const { household } = record;
    await this.accessLog.note(tx, actor, household, 'household');
    const lastEventId = eventId ?? (await findLastEvent(tx, household.id));
    return toHousehold(record, { vault: this.vault, today: this.clock.today(), lastEventId });
  }
}

function addMember(record: HouseholdRecord, { member, formerHeadIs }: AddMember, vault: Vault): void {
  if (membersOf(record).length >= maxMembers) throw new TooManyMembers();
  const formerHead = livingMembersOf(record).find(({ relationship }) => relationship === 'head');
  if (member.relationship === 'head' && formerHead) {
    if (formerHeadIs === undefined || formerHeadIs === 'head')
      throw new TwoHeads('Say in formerHeadIs what the head of today becomes');
    formerHead.relationship = formerHeadIs;
  }
  const returning = findReturning(record, member, vault);
  if (returning) return comeBack(record, returning, member, vault);
  const position = Math.max(0, ...record.people.map((person) => person.position + 1));
  const { person, identifiers } = newMember(member, { household: record.household, position, vault });
  record.people.push(person);
  record.identifiers.push(...identifiers);
}

/** A birth may be told late; who is older came in some other way. */
function mustBeBornLately(bornOn: PlainDate, today: PlainDate): void {
  if (bornOn < addMonths(today, -longestUntoldMonths)) throw new BirthLongAgo();
}

/** Each day that a change names, and where. */
function daysOf({ consent, withdrawConsent, members = [] }: ChangeHousehold): GivenDay[] {
  return [
    { pointer: '/consent/givenOn', day: consent?.givenOn },
    { pointer: '/withdrawConsent/on', day: withdrawConsent?.on },
    ...members.map(({ bornOn }, index) => ({ pointer: `/members/${index}/bornOn`, day: bornOn })),
  ];
}
