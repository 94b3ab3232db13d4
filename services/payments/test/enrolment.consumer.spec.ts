import { randomUUID } from 'node:crypto';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  EnrolmentChanged,
  EnrolmentEnded,
  EnrolmentResumed,
  EnrolmentStarted,
  EnrolmentSuspended,
  EnrolmentWaitlisted,
  ProgrammePublished,
  type Payment,
} from '@janela/contracts';
import { addDays } from '@janela/kernel';
import { deliver, recordOf } from '@janela/messaging';

import { seeingAll } from './books.ts';
import {
  amountMinor,
  enrolment,
  lunga,
  once,
  type Payments,
  startPayments,
  taken,
  thisPeriod,
  today,
  transferProgramme,
} from './payments.ts';

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
  seeingAll(payments.database, (tx) =>
    tx.query<object[]>(
      'SELECT from_on::text AS from, to_on::text AS to FROM enrolment_spells ORDER BY enrolment_id, from_on',
    ),
  );
const entitlements = () =>
  seeingAll(payments.database, (tx) =>
    tx.query<object[]>(
      'SELECT from_on::text AS from, to_on::text AS to, amount_minor::int AS minor FROM entitlements ORDER BY from_on',
    ),
  );
const list = async () => {
  const answer = await payments.officer.post<{ id: string }>(
    '/v1/cycles',
    { programme: 'SCT', period: thisPeriod },
    once(),
  );
  return answer.status === 201 ? payments.listOf(answer.body) : ([] as Payment[]);
};

describe('an enrolment', () => {
  it('starts once, however often it is told', async () => {
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

  it('has what was told last from its day on, even where that is earlier than what was told before', async () => {
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

  it('that waits for a place is of no concern, and an older event that comes late is left out', async () => {
    const {
      entitlement: _none,
      coveredPersonIds: _people,
      programmeVersion: _version,
      ...waiting
    } = enrolment({ reason: 'quota_full' });
    const [ignored] = await deliver(payments.service.messaging, recordOf(EnrolmentWaitlisted, waiting));
    expect([ignored?.ignored, ignored?.parked]).toEqual([1, []]);
    const data = enrolment();
    await twice(recordOf(EnrolmentStarted, data, { aggregateVersion: 2 }));
    const [late] = await deliver(
      payments.service.messaging,
      recordOf(EnrolmentEnded, { ...data, reason: 'duplicate' }, { aggregateVersion: 1 }),
    );
    expect([late?.applied, late?.duplicates]).toEqual([[], 1]);
    expect(await list()).toHaveLength(1);
  });
});

describe('a programme', () => {
  it('is the newest version that was published, whichever came last', async () => {
    await twice(recordOf(ProgrammePublished, { ...transferProgramme, version: 3 }, { aggregateVersion: 2 }));
    await twice(
      recordOf(ProgrammePublished, { ...transferProgramme, version: 2, frequency: 'monthly' }, { aggregateVersion: 3 }),
    );
    const rows = await payments.database.query<object[]>('SELECT version, frequency FROM programmes');
    expect(rows).toEqual([{ version: 3, frequency: 'every_two_months' }]);
  });
});

describe('a payee', () => {
  it('is the one that was designated last, and is found again by the account alone', async () => {
    const [one] = await payments.enrol(1);
    const householdId = one?.householdId ?? '';
    await payments.designate(householdId, { personId: randomUUID(), account: '+260 97 1 234 567' });
    await payments.designate(randomUUID(), { account: '+260971234567' });
    const rows = await payments.database.query<{ current: boolean; account_mark: string }[]>(
      'SELECT current, account_mark FROM payees ORDER BY designated_at',
    );
    expect(rows.map(({ current }) => current)).toEqual([false, true, true]);
    expect(rows[1]?.account_mark).toBe(rows[2]?.account_mark);
    expect(
      taken(await payments.officer.get<{ items: object[] }>(`/v1/payments?householdId=${householdId}`)).items,
    ).toEqual([]);
  });
});
