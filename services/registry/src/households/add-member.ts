import { Injectable } from '@nestjs/common';
import { addMonths } from '@janela/kernel';
import { type AddMember, type Household, maxMembers, type PlainDate } from '@janela/contracts';
import { type Actor, Clock, Database, type OnceRequest, type VersionedRef } from '@janela/platform';

import { SuspicionsService } from '../duplicates/suspicions.service.ts';
import { NumberCipher } from '../encryption/number-cipher.ts';
import { NumberReader } from '../formats/number-reader.ts';
import { type HouseholdRecord, livingMembersOf, membersOf } from '../household-records/household-record.ts';
import { BirthLongAgo, TooManyMembers, TwoHeads } from '../registry.errors.ts';
import { mustHaveCome, mustNotBeBefore } from './day-rules.ts';
import { comeBack } from './edit-member.ts';
import { HouseholdChanges } from './household-changes.ts';
import { HouseholdsService } from './households.service.ts';
import { asKnown, newMember } from './new-member.ts';
import { findReturning } from './own-numbers.ts';

const longestUnreportedMonths = 5 * 12;

@Injectable()
export class AddMemberService {
  constructor(
    private readonly database: Database,
    private readonly changes: HouseholdChanges,
    private readonly households: HouseholdsService,
    private readonly reader: NumberReader,
    private readonly suspicions: SuspicionsService,
    private readonly cipher: NumberCipher,
    private readonly clock: Clock,
  ) {}

  /** Adds a member, or takes back one who left. The same key and body return the first answer again. */
  async add(
    actor: Actor,
    key: OnceRequest['key'],
    { id, expectedVersion }: VersionedRef,
    input: AddMember,
  ): Promise<Household> {
    const { reason, on } = input;
    const [member = input.member] = await this.reader.members([input.member], () => '/member');
    this.mustBePossible({ ...input, member });
    let isReplay = true;
    const answer = await this.database.once(actor, { key, body: { id, input } }, async (tx) => {
      isReplay = false;
      await this.suspicions.lockNumbers(tx, [member]);
      const action = { householdId: id, expectedVersion, what: 'member_added', reason, ...(on && { on }) };
      const changed = await this.changes.apply(tx, actor, action, (record) =>
        addMember(record, { ...input, member }, this.cipher),
      );
      return this.households.show(tx, actor, changed);
    });
    if (isReplay) await this.households.noteReplay(actor, id);
    return answer;
  }

  private mustBePossible({ reason, on, member: { bornOn, bornOnPrecision = 'day' } }: AddMember): void {
    const today = this.clock.today();
    const arrival = { pointer: '/on', day: on };
    mustHaveCome([arrival, { pointer: '/member/bornOn', day: bornOn }], today);
    mustNotBeBefore(asKnown(bornOn, bornOnPrecision), arrival, 'The arrival lies before the birth');
    if (reason === 'birth') mustBeBornLately(bornOn, today);
  }
}

function addMember(record: HouseholdRecord, { member, formerHeadIs }: AddMember, cipher: NumberCipher): void {
  if (membersOf(record).length >= maxMembers) throw new TooManyMembers();
  const formerHead = livingMembersOf(record).find(({ relationship }) => relationship === 'head');
  if (member.relationship === 'head' && formerHead) {
    if (formerHeadIs === undefined || formerHeadIs === 'head')
      throw new TwoHeads('Say in formerHeadIs what the head of today becomes');
    formerHead.relationship = formerHeadIs;
  }
  const returning = findReturning(record, member, cipher);
  if (returning) return comeBack(record, returning, member, cipher);
  const position = Math.max(0, ...record.people.map((person) => person.position + 1));
  const { person, identifiers } = newMember(member, { household: record.household, position, cipher });
  record.people.push(person);
  record.identifiers.push(...identifiers);
}

/** A birth may be reported late; an older person came in some other way. */
function mustBeBornLately(bornOn: PlainDate, today: PlainDate): void {
  if (bornOn < addMonths(today, -longestUnreportedMonths)) throw new BirthLongAgo();
}
