import { describe, expect, it } from '@jest/globals';
import { type Actor, BlindIndex, Cipher } from '@janela/platform';
import { fullHousehold, grandchild, member, type Random, seeded } from '@janela/testing';

import { editPayee } from './edit-household.ts';
import { copyOf, type HouseholdRecord, livingMembersOf } from '../household-records/household-record.ts';
import { newHousehold } from './new-household.ts';
import { payeeEventsOf, toPayeeDesignated } from './payee-event.ts';
import { payeeInForce, pendingChangeOf, settlePayee } from './payee-rules.ts';
import { decide } from './payee-request.ts';
import { NumberCipher } from '../encryption/number-cipher.ts';

const cipher = new NumberCipher(
  new Cipher([{ id: 'k1', key: Buffer.alloc(32, 1) }]),
  new BlindIndex(Buffer.alloc(32, 2)),
);
const at = new Date('2026-11-20T08:00:00Z');
const supervisor = (id: string): Actor => ({ id, name: id, kind: 'person', roles: ['supervisor'], areas: ['ZM'] });
const staff = ['a', 'b', 'c'].map(supervisor);

/** What payments holds to be true, from what it has consumed and nothing else. */
interface Payer {
  payee: object | undefined;
  isHeld: boolean;
}

function consume(payer: Payer, before: HouseholdRecord, record: HouseholdRecord): void {
  for (const { event, data } of payeeEventsOf(before, record, cipher)) {
    if (event.type.includes('designated')) Object.assign(payer, { payee: data, isHeld: false });
    if (event.type.includes('vacated')) payer.payee = undefined;
    if (event.type.includes('change_requested')) payer.isHeld = true;
    if (event.type.includes('change_refused')) payer.isHeld = false;
  }
}

/** Something that any of them may do next. */
function edit(record: HouseholdRecord, actor: Actor, random: Random): { confirmsPayee: boolean } {
  const pending = pendingChangeOf(record);
  const living = livingMembersOf(record);
  const [one, other] = random.shuffle(living);
  const what = random.pick(['ask', 'ask', 'confirm', 'refuse', 'die', 'leave', 'revive', 'rename'] as const);
  if (what === 'ask' && one)
    editPayee(
      record,
      {
        personId: one.id,
        ...(other && random.next() < 0.5 && { deputyPersonId: other.id }),
        ...(random.next() < 0.3
          ? { channel: 'cash' }
          : { channel: 'mobile_money', account: `+26097123456${random.between(5, 8)}` }),
      },
      cipher,
    );
  if (what === 'confirm' && pending && pending.requestedBy !== actor.id) {
    const {
      householdId,
      areaCode,
      personId,
      deputyPersonId,
      channel,
      provider,
      accountSealed,
      accountMark,
      accountMasked,
    } = pending;
    const terms = {
      householdId,
      areaCode,
      personId,
      deputyPersonId,
      channel,
      provider,
      accountSealed,
      accountMark,
      accountMasked,
    };
    record.payee = { ...terms, vacated: null, knownAs: null, designated: null };
    decide(pending, 'confirmed', { actor, at });
    return { confirmsPayee: true };
  }
  if (what === 'refuse' && pending) decide(pending, 'refused', { actor, at });
  if (what === 'die' && one) Object.assign(one, { diedOn: '2026-11-19' });
  if (what === 'leave' && one) Object.assign(one, { leftOn: '2026-11-19' });
  if (what === 'revive') for (const person of record.people) person.diedOn = null;
  if (what === 'rename' && one) one.familyName = random.pick(['Mwape', 'Phiri', 'Zulu']);
  return { confirmsPayee: false };
}

describe('who collects', () => {
  it('is a living member whom two people wanted or whose deputy they were, whatever happens and in whatever order', () => {
    const random = seeded('who collects');
    for (let round = 0; round < 150; round += 1) {
      const members = [member({ phone: '+260971234567' }), ...Array.from({ length: 3 }, () => grandchild())];
      const form = fullHousehold({ members });
      let record = newHousehold(form, {
        number: 'ZM104011-000001-3',
        source: 'window',
        at,
        today: '2026-11-20',
        cipher,
      });
      let agreed = toPayeeDesignated(record, cipher);
      const payer: Payer = { payee: toPayeeDesignated(record, cipher), isHeld: false };
      for (let step = 0; step < 25; step += 1) {
        const before = record;
        record = copyOf(before);
        const actor = random.pick(staff);
        const { confirmsPayee } = edit(record, actor, random);
        settlePayee(before, record, { actor, at, confirmsPayee });
        consume(payer, before, record);

        const [payee, was] = [payeeInForce(record), payeeInForce(before)];
        const living = livingMembersOf(record).map(({ id }) => id);
        if (payee) expect(living).toContain(payee.personId);
        if (payee?.deputyPersonId) expect(living).toContain(payee.deputyPersonId);
        const pending = pendingChangeOf(record);
        if (pending) expect(living).toContain(pending.personId);
        // What two people saw last; a deputy follows without the account, and a payee who was not dead is back with it.
        if (confirmsPayee || !agreed) agreed = toPayeeDesignated(record, cipher);
        const isDeputy = payee?.personId === agreed?.deputy?.personId;
        if (payee && payee.personId !== was?.personId)
          expect([agreed?.personId, agreed?.deputy?.personId]).toContain(payee.personId);
        const designated = toPayeeDesignated(record, cipher);
        if (designated)
          expect([designated.name, designated.account]).toEqual(
            isDeputy ? [agreed?.deputy?.name, undefined] : [agreed?.name, agreed?.account],
          );
        for (const { state, requestedBy, decidedBy } of record.payeeChanges)
          if (state === 'confirmed') expect(decidedBy).not.toBe(requestedBy);
        expect(payer).toEqual({ payee: toPayeeDesignated(record, cipher), isHeld: pending !== undefined });
        record.payeeChanges = record.payeeChanges.filter(({ state }) => state === 'pending');
      }
    }
  });
});
