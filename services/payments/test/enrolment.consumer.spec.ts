import { randomUUID } from 'node:crypto';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  EnrolmentChanged,
  EnrolmentEnded,
  EnrolmentResumed,
  EnrolmentStarted,
  EnrolmentSuspended,
  EnrolmentWaitlisted,
  HouseholdClosed,
  InstructionIssued,
  PayeeChangeRefused,
  PayeeChangeRequested,
  PayeeDesignated,
  PayeeVacated,
  PersonDied,
  ProgrammePublished,
  type Payment,
} from '@janela/contracts';
import { addDays, daysOf, previousPeriod } from '@janela/kernel';
import { deliver, recordOf } from '@janela/messaging';
import { idempotencyKey, ifMatch, ok } from '@janela/testing';

import { seeingAll } from './books.ts';
import { amountMinor, enrolment, lunga, thisPeriod, today, transferProgramme } from './fixtures.ts';
import { type Payments, startPayments } from './payments.harness.ts';

let payments: Payments;
beforeEach(async () => {
  payments = await startPayments();
});
afterEach(() => payments.stop());

type Record = ReturnType<typeof recordOf>;
const twice = async (record: Record) => {
  const [first] = await deliver(payments.service.messaging, record);
  const [again] = await deliver(payments.service.messaging, record);
  expect([first?.applied.length, again?.applied.length, again?.duplicates]).toEqual([1, 0, 1]);
};
const spells = () =>
  seeingAll(payments.db, (tx) =>
    tx.query<object[]>(
      'SELECT from_on::text AS from, to_on::text AS to FROM enrolment_spells ORDER BY enrolment_id, from_on',
    ),
  );
const entitlements = () =>
  seeingAll(payments.db, (tx) =>
    tx.query<object[]>(
      'SELECT from_on::text AS from, to_on::text AS to, amount_minor::int AS minor FROM entitlements ORDER BY from_on',
    ),
  );
const list = async () => {
  const answer = await payments.officer.post('/v1/cycles', { programme: 'SCT', period: thisPeriod }, idempotencyKey());
  return answer.status === 201 ? payments.listOf(answer.body) : ([] as Payment[]);
};

describe('an enrolment', () => {
  it('starts once, however often it is delivered', async () => {
    await twice(recordOf(EnrolmentStarted, enrolment()));
    expect(await spells()).toEqual([{ from: '2026-01-01', to: null }]);
    expect(await entitlements()).toEqual([{ from: '2026-01-01', to: null, minor: amountMinor }]);
    expect(await list()).toHaveLength(1);
  });

  it('is live in between its suspensions, and not after its end', async () => {
    const data = enrolment();
    const { enrolmentId, programmeId, programme, householdId, areaCode } = data;
    const about = { enrolmentId, programmeId, programme, householdId, areaCode };
    await twice(recordOf(EnrolmentStarted, data));
    await twice(
      recordOf(EnrolmentSuspended, { ...about, reason: 'case_open', from: '2026-03-01' }, { aggregateVersion: 2 }),
    );
    await twice(
      recordOf(EnrolmentResumed, { ...about, reason: 'case_resolved', from: '2026-04-01' }, { aggregateVersion: 3 }),
    );
    await twice(
      recordOf(EnrolmentEnded, { ...about, reason: 'own_request', from: '2026-06-01' }, { aggregateVersion: 4 }),
    );
    expect(await spells()).toEqual([
      { from: '2026-01-01', to: '2026-03-01' },
      { from: '2026-04-01', to: '2026-06-01' },
    ]);
    expect(await list()).toEqual([]);
  });

  it('has what was published last from its day on, even where that is earlier than what was published before', async () => {
    const data = enrolment();
    const entitlement = (minor: number) => ({
      amountMinor: minor,
      currency: 'ZMW',
      frequency: 'every_two_months' as const,
    });
    await twice(recordOf(EnrolmentStarted, data));
    await twice(
      recordOf(
        EnrolmentChanged,
        { ...data, entitlement: entitlement(80_000), from: '2026-05-01' },
        { aggregateVersion: 2 },
      ),
    );
    await twice(
      recordOf(
        EnrolmentChanged,
        { ...data, entitlement: entitlement(60_000), from: '2026-03-01' },
        { aggregateVersion: 3 },
      ),
    );
    expect(await entitlements()).toEqual([
      { from: '2026-01-01', to: '2026-03-01', minor: amountMinor },
      { from: '2026-03-01', to: null, minor: 60_000 },
    ]);
    expect((await list()).map(({ amountMinor: minor }) => minor)).toEqual([60_000]);
  });

  it('that moves is paid where it is then, and stays suspended while it is', async () => {
    const data = enrolment();
    await twice(recordOf(EnrolmentStarted, data));
    await twice(
      recordOf(EnrolmentSuspended, { ...data, reason: 'case_open', from: addDays(today, -1) }, { aggregateVersion: 2 }),
    );
    await twice(
      recordOf(EnrolmentChanged, { ...data, areaCode: lunga, reason: 'moved', from: today }, { aggregateVersion: 3 }),
    );
    expect(await list()).toEqual([]);
    await twice(recordOf(EnrolmentResumed, { ...data, reason: 'case_resolved', from: today }, { aggregateVersion: 4 }));
    expect((await list()).map(({ areaCode }) => areaCode)).toEqual([lunga]);
  });

  it('that waits for a place is of no concern, and another event under a number that was used is left out and shown to an operator', async () => {
    const {
      entitlement: _none,
      coveredPersonIds: _people,
      programmeVersion: _version,
      ...waiting
    } = enrolment({ reason: 'quota_full' });
    const [ignored] = await deliver(payments.service.messaging, recordOf(EnrolmentWaitlisted, waiting));
    expect([ignored?.ignored, ignored?.parked]).toEqual([1, []]);
    const data = enrolment();
    await twice(recordOf(EnrolmentStarted, data));
    const [late] = await deliver(
      payments.service.messaging,
      recordOf(EnrolmentEnded, { ...data, reason: 'duplicate' }, { aggregateVersion: 1 }),
    );
    expect([late?.applied, late?.parked.map(({ reason }) => reason)]).toEqual([[], ['version_reused']]);
    expect(await list()).toHaveLength(1);
  });
});

describe('a programme', () => {
  it('is the newest version that was published, whichever came last', async () => {
    await twice(recordOf(ProgrammePublished, { ...transferProgramme, version: 3 }, { aggregateVersion: 2 }));
    await twice(
      recordOf(ProgrammePublished, { ...transferProgramme, version: 2, frequency: 'monthly' }, { aggregateVersion: 3 }),
    );
    const rows = await payments.db.query<object[]>('SELECT version, frequency FROM programmes');
    expect(rows).toEqual([{ version: 3, frequency: 'every_two_months' }]);
  });
});

describe('a payee', () => {
  it('is the one that was designated last, and is found again by the account alone', async () => {
    const [one] = await payments.enrol(1);
    const householdId = one?.householdId ?? '';
    await payments.designate(householdId, { personId: randomUUID(), account: '+260 97 1 234 567' });
    await payments.designate(randomUUID(), { account: '+260971234567' });
    const rows = await payments.db.query<{ current: boolean; account_mark: string }[]>(
      'SELECT current, account_mark FROM payees ORDER BY designated_at',
    );
    expect(rows.map(({ current }) => current)).toEqual([false, true, true]);
    expect(rows[1]?.account_mark).toBe(rows[2]?.account_mark);
    expect(ok(await payments.officer.get(`/v1/payments?householdId=${householdId}`)).items).toEqual([]);
  });
});

describe('an event that comes after a list was opened', () => {
  const line = async (householdId = '') =>
    ok(await payments.officer.get(`/v1/payments?householdId=${householdId}`)).items[0];
  const stateOf = async (householdId: string) => {
    const { state, reasonCode } = (await line(householdId)) ?? {};
    return [state, reasonCode];
  };
  const opened = async () => {
    const [one] = await payments.enrol(1);
    await payments.open();
    if (!one) throw new Error('one was enrolled');
    return one;
  };
  const payee = (householdId: string) => ({ aggregateVersion: payments.nextVersion(`payee ${householdId}`) });

  it.each([
    ['before today', -1, ['held', 'enrolment_ended']],
    ['today', 0, ['held', 'enrolment_ended']],
    ['tomorrow', 1, ['frozen', null]],
  ])('holds what is not sent for an enrolment that ends %s', async (_when, days, expected) => {
    const data = await opened();
    const from = addDays(today, days);
    await twice(recordOf(EnrolmentEnded, { ...data, reason: 'own_request', from }, { aggregateVersion: 2 }));
    expect(await stateOf(data.householdId)).toEqual(expected);
  });

  it.each([
    ['its last day', 0, ['held', 'enrolment_ended']],
    ['the day after it', 1, ['frozen', null]],
  ])('holds what is due for a past period only where the enrolment ended by %s', async (_when, days, expected) => {
    const past = previousPeriod(thisPeriod, 2);
    const lastDay = daysOf(past, 2).to ?? today;
    const [data] = await payments.enrol(1);
    await payments.open(past);
    const ended = { ...(data ?? enrolment()), reason: 'own_request' as const, from: addDays(lastDay, days) };
    await twice(recordOf(EnrolmentEnded, ended, { aggregateVersion: 2 }));
    expect(await stateOf(ended.householdId)).toEqual(expected);
  });

  it('holds what is suspended, and puts back exactly what was frozen when it goes on again', async () => {
    const data = await opened();
    const before = await line(data.householdId);
    await twice(recordOf(EnrolmentSuspended, { ...data, reason: 'case_open', from: today }, { aggregateVersion: 2 }));
    expect(await line(data.householdId)).toMatchObject({
      state: 'held',
      reasonCode: 'enrolment_suspended',
      heldByRule: true,
      version: 2,
      reason: { en: 'The enrolment is suspended' },
    });
    await twice(recordOf(EnrolmentResumed, { ...data, reason: 'case_resolved', from: today }, { aggregateVersion: 3 }));
    expect(await line(data.householdId)).toEqual({ ...before, version: 3 });
  });

  it('holds where everybody has died or the household is closed, also where eligibility has not said so yet', async () => {
    const [first, second] = [await opened(), (await payments.enrol(1))[0] ?? enrolment()];
    await payments.open(previousPeriod(thisPeriod, 2));
    const death = {
      householdId: first.householdId,
      on: '2026-02-01',
      source: 'community',
      certainty: 'reported',
    } as const;
    await twice(recordOf(PersonDied, { ...death, personId: first.coveredPersonIds[0] ?? '' }));
    const closing = {
      householdId: second.householdId,
      number: 'ZM-1',
      areaCode: second.areaCode,
      on: '2026-02-01' as const,
    };
    const aggregateVersion = payments.nextVersion(`household ${second.householdId}`);
    await twice(recordOf(HouseholdClosed, { ...closing, reason: 'dissolved' }, { aggregateVersion }));
    expect([await stateOf(first.householdId), await stateOf(second.householdId)]).toEqual([
      ['held', 'enrolment_ended'],
      ['held', 'enrolment_ended'],
    ]);
  });

  it('holds where there is no consent, and where consent to payment was withdrawn, until it is given', async () => {
    const unheard = enrolment();
    await twice(recordOf(EnrolmentStarted, unheard));
    const asked = { householdId: unheard.householdId, personId: randomUUID(), name: 'Chanda Mwape' };
    await twice(recordOf(PayeeDesignated, { ...asked, channel: 'cash', provider: 'sandbox' }));
    const data = await opened();
    expect(await stateOf(unheard.householdId)).toEqual(['held', 'no_consent']);
    expect(await stateOf(data.householdId)).toEqual(['frozen', null]);
    await payments.consent(data.householdId, ['eligibility', 'statistics']);
    expect(await stateOf(data.householdId)).toEqual(['held', 'no_consent']);
    for (const { householdId } of [data, unheard]) {
      await payments.consent(householdId, ['payment']);
      expect(await stateOf(householdId)).toEqual(['frozen', null]);
    }
  });

  it('holds while another payee waits for a second person, and for whom it was frozen when there is another', async () => {
    const { householdId } = await opened();
    await twice(recordOf(PayeeChangeRequested, { householdId }, payee(householdId)));
    expect(await stateOf(householdId)).toEqual(['held', 'payee_unconfirmed']);
    await twice(recordOf(PayeeChangeRefused, { householdId }, payee(householdId)));
    expect(await stateOf(householdId)).toEqual(['frozen', null]);
    await payments.designate(householdId, { account: '+260970000001' });
    expect(await stateOf(householdId)).toEqual(['held', 'payee_changed']);
    await twice(recordOf(PayeeVacated, { householdId, personId: randomUUID(), reason: 'left' }, payee(householdId)));
    expect(await stateOf(householdId)).toEqual(['held', 'no_payee']);
  });

  it('leaves alone what was sent, and what an officer holds', async () => {
    const [sent, held] = await payments.enrol(2);
    await payments.fund(2 * amountMinor);
    const cycle = await payments.open();
    const byOfficer = await line(held?.householdId);
    const reason = { reasonCode: 'under_review' };
    ok(await payments.officer.post(`/v1/payments/${byOfficer?.id}/hold`, reason, ifMatch(byOfficer ?? { version: 0 })));
    await payments.send(cycle);
    for (const data of [sent, held])
      await twice(
        recordOf(
          EnrolmentEnded,
          { ...(data ?? enrolment()), reason: 'own_request', from: today },
          { aggregateVersion: 2 },
        ),
      );
    expect(await stateOf(sent?.householdId ?? '')).toEqual(['instructed', null]);
    expect(await stateOf(held?.householdId ?? '')).toEqual(['held', 'under_review']);
  });
});

describe('a payee who has died', () => {
  const person = randomUUID();
  const deputy = { personId: randomUUID(), name: 'Mutale Mwape' };
  const cash = { channel: 'cash', account: undefined };
  const died = (
    householdId: string,
    personId: string,
    certainty: 'reported' | 'certified' | 'withdrawn' = 'reported',
  ) => {
    const aggregateVersion = payments.nextVersion(`person ${personId}`);
    const death = { personId, householdId, on: today, source: 'community', certainty } as const;
    return recordOf(PersonDied, death, { aggregateVersion });
  };
  const enrolled = async (about: object) => {
    const data = enrolment();
    await twice(recordOf(EnrolmentStarted, data));
    await payments.designate(data.householdId, { personId: person, ...about });
    return data.householdId;
  };
  const paidTo = async () => {
    await payments.fund(amountMinor);
    await payments.send(await payments.open());
    return (await payments.published(InstructionIssued)).map(({ data }) => data.payee.name);
  };

  it('is not paid, and the payment waits for another payee where there is no deputy', async () => {
    await twice(died(await enrolled({}), person));
    expect(await paidTo()).toEqual([]);
    const { items } = ok(await payments.officer.get('/v1/cycles'));
    expect(items[0]?.byState).toEqual({ held: { count: 1, totalMinor: amountMinor } });
  });

  it.each(['before', 'after'])(
    'is followed by the deputy in what is opened then, %s whom the register publishes',
    async (when) => {
      if (when === 'before') {
        const householdId = await enrolled({ deputy, ...cash });
        await twice(died(householdId, person));
      } else {
        await twice(died(randomUUID(), person));
        await enrolled({ deputy, ...cash });
      }
      expect(await paidTo()).toEqual(['Mutale Mwape']);
    },
  );

  it('is followed by no one where the deputy has died as well', async () => {
    const householdId = await enrolled({ deputy });
    for (const one of [deputy.personId, person]) await twice(died(householdId, one, 'certified'));
    expect(await paidTo()).toEqual([]);
  });

  it('is paid again where the report was not true', async () => {
    const householdId = await enrolled({ deputy });
    await twice(died(householdId, person));
    await twice(died(householdId, person, 'withdrawn'));
    expect(await paidTo()).toEqual(['Chanda Mwape']);
  });

  it.each([
    ['before', false],
    ['after', true],
  ])('is followed by a deputy whose account is not known, %s the register publishes it', async (_when, isPublished) => {
    const householdId = await enrolled({ deputy });
    await twice(died(householdId, person));
    if (isPublished) await payments.designate(householdId, { ...deputy, account: undefined });
    expect(await paidTo()).toEqual([]);
    const held = ok(await payments.officer.get(`/v1/payments?householdId=${householdId}`));
    expect(held.items[0]).toMatchObject({ state: 'held', reasonCode: 'no_account' });
  });

  it('is no deputy either: the instruction does not name the dead', async () => {
    await twice(died(await enrolled({ deputy }), deputy.personId));
    expect(await paidTo()).toEqual(['Chanda Mwape']);
    const [instruction] = await payments.published(InstructionIssued);
    expect(instruction?.data.payee).not.toHaveProperty('deputyName');
  });
});
