import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  AccessChanged,
  type AnyEvent,
  ApplicationDecided,
  ApplicationSubmitted,
  AreaPublished,
  type DataOf,
  HouseholdClosed,
  HouseholdMerged,
  HouseholdMoved,
  HouseholdRegistered,
  HouseholdUpdated,
  PaymentHeld,
  PaymentPaid,
  type PlainDate,
} from '@janela/contracts';
import { addDays, dateIn } from '@janela/kernel';
import { deliver, type DeliveryOptions, recordOf } from '@janela/messaging';
import { householdFacts } from '@janela/testing';

import { lunga, samfya } from './complaints.ts';
import { type Grievances, startGrievances } from './grievances.harness.ts';

let grievances: Grievances;
beforeAll(async () => {
  grievances = await startGrievances();
});
afterAll(() => grievances.stop());

/** Delivers an event of which an earlier version is missing, or which comes late: it may be parked. */
const deliverOutOfOrder = <E extends AnyEvent>(event: E, data: DataOf<E>, options?: DeliveryOptions) =>
  deliver(grievances.service.messaging, recordOf(event, data, options));

const facts = householdFacts();
const row = async (table: string, id: string) =>
  (await grievances.rows(`SELECT * FROM subject_${table} WHERE id = $1`, [id]))[0];

describe('what registry publishes', () => {
  it('of a household is known once, however often and in whatever order it comes', async () => {
    const householdId = randomUUID();
    const about = { householdId, number: 'n', facts };
    const moved = { ...about, fromAreaCode: samfya, areaCode: lunga, on: '2026-11-01' as PlainDate };
    const registered = { ...about, areaCode: samfya, source: 'window' as const };
    await deliverOutOfOrder(HouseholdMoved, moved, { aggregateVersion: 3, id: randomUUID() });
    await grievances.publish(HouseholdRegistered, registered);
    await grievances.publish(
      HouseholdUpdated,
      { ...about, areaCode: samfya, changed: ['members'], reason: 'birth' },
      { aggregateVersion: 2 },
    );
    const id = randomUUID();
    const closed = { ...about, areaCode: lunga, on: '2026-11-02' as PlainDate, reason: 'dissolved' as const };
    await grievances.publish(HouseholdClosed, closed, { aggregateVersion: 4, id });
    await grievances.publish(HouseholdClosed, closed, { aggregateVersion: 4, id });
    expect(await row('households', householdId)).toEqual({ id: householdId, area_code: lunga, merged_into: null });
  });

  it('of a household that turned out to be another sends its complaints there, old and new, sensitive ones too', async () => {
    const [doubled, real] = [await grievances.household(), await grievances.household()];
    const { body: before } = await grievances.file({ householdId: doubled });
    const hidden = await grievances.file({ householdId: doubled, category: 'abuse' });
    const merged = { householdId: doubled, number: 'n', areaCode: samfya, intoHouseholdId: real };
    const again = { aggregateVersion: 2, id: randomUUID() };
    await grievances.publish(HouseholdMerged, merged, again);
    await grievances.publish(HouseholdMerged, merged, again);
    const { body: followed } = await grievances.officer.get(`/v1/cases/${before.id}`);
    expect(followed).toMatchObject({ householdId: real, version: 2 });
    expect((await grievances.file({ householdId: doubled })).body.householdId).toBe(real);
    const { body } = await grievances.sensitiveOfficer.get(`/v1/cases?householdId=${real}`);
    expect(body.items.map(({ number }) => number)).toEqual([hidden.body.number]);
  });

  it('of an area that is no more keeps complaints from arising there', async () => {
    const area = { code: 'ZM104011W44', level: 3, name: 'Old ward', parent: samfya };
    await grievances.publish(AreaPublished, { ...area, validFrom: '2020-01-01' as PlainDate });
    expect((await grievances.file({ areaCode: area.code })).status).toBe(201);
    const today = dateIn('Africa/Lusaka', new Date());
    const until = (validTo: PlainDate, aggregateVersion: number) =>
      grievances.publish(AreaPublished, { ...area, validFrom: '2020-01-01', validTo }, { aggregateVersion });
    await until(today, 2);
    expect((await grievances.file({ areaCode: area.code })).status).toBe(201);
    await until(addDays(today, -1), 3);
    expect(await grievances.file({ areaCode: area.code })).toMatchObject({
      status: 422,
      body: { code: 'grievances.area_unknown' },
    });
  });
});

describe('what eligibility publishes of an application', () => {
  it('adds up to the latest decision and to all who acted on it', async () => {
    const householdId = randomUUID();
    const applicationId = await grievances.application({ householdId, submittedBy: 'a', decidedBy: 'b' });
    const about = {
      applicationId,
      subject: { householdId },
      areaCode: samfya,
      programmeId: randomUUID(),
      programme: 'SCT',
      programmeVersion: 1,
      recommended: 'eligible' as const,
      reasons: [],
    };
    const id = randomUUID();
    const again = { aggregateVersion: 3, id, time: '2026-11-05T10:00:00.000Z' };
    for (let times = 0; times < 2; times += 1)
      await grievances.publish(ApplicationDecided, { ...about, outcome: 'approved', decidedBy: 'c' }, again);
    expect(await row('applications', applicationId)).toMatchObject({
      household_id: householdId,
      hands: ['a', 'b', 'c'],
      outcome: 'approved',
      decision_id: id,
    });
  });

  it('is left alone by what comes late', async () => {
    const applicationId = await grievances.application({ submittedBy: 'a', decidedBy: 'b' });
    const before = await row('applications', applicationId);
    await deliverOutOfOrder(ApplicationSubmitted, {
      applicationId,
      subject: { householdId: randomUUID() },
      areaCode: lunga,
      programmeId: randomUUID(),
      programme: 'SCT',
      programmeVersion: 1,
      submittedBy: 'z',
    });
    expect(await row('applications', applicationId)).toEqual(before);
  });
});

describe('what payments publishes of a payment', () => {
  it('adds up to when it last came to an end, and to who has stopped it', async () => {
    const due = {
      paymentId: randomUUID(),
      enrolmentId: randomUUID(),
      householdId: randomUUID(),
      cycleId: randomUUID(),
      programmeId: randomUUID(),
      programme: 'SCT',
      areaCode: samfya,
      period: '2026-11' as never,
      amountMinor: 40_000,
      currency: 'ZMW',
      provider: 'sandbox',
    };
    const time = '2026-11-06T10:00:00.000Z';
    await grievances.publish(PaymentHeld, { ...due, reasonCode: 'complaint', by: 'officer' });
    const paid = { ...due, instructionId: randomUUID(), paidMinor: 40_000, occurredAt: time };
    const again = { aggregateVersion: 2, id: randomUUID(), time };
    await grievances.publish(PaymentPaid, paid, again);
    await grievances.publish(PaymentPaid, paid, again);
    expect(await row('payments', due.paymentId)).toMatchObject({
      household_id: due.householdId,
      hands: ['officer'],
      settled_at: new Date(time),
    });
  });
});

describe('what identity publishes of an officer', () => {
  it('counts from then on, and leaves the name that they are known by here', async () => {
    await grievances.act((await grievances.file({})).body, { action: 'assign' });
    const officer = { actorId: 'grievance-officer', kind: 'person' as const, areas: [samfya], active: true };
    const again = { id: randomUUID() };
    for (let times = 0; times < 2; times += 1)
      await grievances.publish(AccessChanged, { ...officer, roles: ['grievance-officer'] }, again);
    const boss = await grievances.as({ roles: ['grievance-officer'], id: 'boss', name: 'The Boss' });
    const give = async () =>
      grievances.act((await grievances.file({})).body, { action: 'assign', to: 'grievance-officer' }, boss);
    expect((await give()).body.assignedTo).toEqual({ id: 'grievance-officer', name: 'Monde Lungu' });
    await grievances.publish(AccessChanged, { ...officer, roles: [], active: false }, { aggregateVersion: 2 });
    expect((await give()).body).toMatchObject({ code: 'grievances.officer_not_eligible' });
  });
});
