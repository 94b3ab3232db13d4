import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Household, HouseholdClosed, HouseholdMoved, HouseholdUpdated, PersonDied } from '@janela/contracts';
import { type Caller, fullHousehold, grandchild, household, member, published } from '@janela/testing';

import { lunga, samfya } from './country.ts';
import { type Registry, seen, startRegistry } from './registry.ts';

let registry: Registry;
let everywhere: Caller;
beforeAll(async () => {
  registry = await startRegistry();
  everywhere = await registry.as({ roles: ['supervisor'], areas: ['ZM104'] });
});
afterAll(() => registry.stop());

const beforeAllThat = '2026-11-03T08:00:00Z';
const at = (id: string, verb = '') => `/v1/households/${id}${verb && `/${verb}`}`;
const post = (of: Household, verb: string, body: object, caller = registry.caseworker) =>
  caller.post<Household & { code?: string }>(at(of.id, verb), body, seen(of));
const eventsOf = async ({ id }: Household) =>
  (await published(registry.database.dataSource))
    .filter(({ key }) => key === id)
    .map(({ type }) => type.split('.').at(-2));

describe('a new member', () => {
  it('is counted from then on, with a reason', async () => {
    const { body: before } = await registry.register(household());
    const baby = member({ givenNames: 'Taonga', bornOn: '2026-10-02', relationship: 'child' });
    const { status, body } = await post(before, 'members', { reason: 'birth', on: '2026-10-02', member: baby });
    expect([status, body.version, body.members.length]).toEqual([201, 2, 3]);
    const [update] = (await published(registry.database.dataSource, HouseholdUpdated)).slice(-1);
    expect(update).toMatchObject({
      id: body.lastEventId,
      data: { reason: 'birth', changed: ['members'], facts: { size: 3 } },
    });
  });

  it('is the head only if it is said what the head of today becomes', async () => {
    const { body: before } = await registry.register(household());
    const head = { reason: 'arrival', member: member({ givenNames: 'Joseph', sex: 'male' }) };
    expect(await post(before, 'members', head)).toMatchObject({ status: 422, body: { code: 'registry.head_twice' } });
    const { status, body } = await post(before, 'members', { ...head, formerHeadIs: 'parent' });
    expect([status, ...body.members.map(({ relationship }) => relationship)]).toEqual([
      201,
      'parent',
      'grandchild',
      'head',
    ]);
  });

  it('comes once, however often the same request is sent', async () => {
    const { body: before } = await registry.register(household());
    const send = (key: string) =>
      registry.caseworker.post<Household>(
        at(before.id, 'members'),
        { reason: 'arrival', member: grandchild() },
        { ...seen(before), 'idempotency-key': key },
      );
    const key = randomUUID();
    const [first, again] = [await send(key), await send(key)];
    expect(again.body).toEqual(first.body);
    expect((await send(randomUUID())).status).toBe(412);
  });

  it('is not one too many', async () => {
    const members = [member(), ...Array.from({ length: 59 }, () => grandchild())];
    const { body: before } = await registry.register(household({ members }));
    const answer = await post(before, 'members', { reason: 'arrival', member: grandchild() });
    expect(answer).toMatchObject({ status: 422, body: { code: 'registry.too_many_members' } });
  });
});

describe('a move', () => {
  it('takes the whole household and its records along, and keeps its number', async () => {
    const { body: before } = await registry.registerAt(beforeAllThat, fullHousehold());
    const { status, body } = await post(before, 'move', { areaCode: lunga, on: '2026-11-10' }, everywhere);
    expect(status).toBe(200);
    expect(body).toMatchObject({ areaCode: lunga, number: before.number, residence: { since: '2026-11-10' } });
    expect(body.address).toBeUndefined();
    expect(body.residence?.urban).toBeUndefined();

    expect((await registry.caseworker.get(at(before.id))).status).toBe(404);
    expect((await registry.neighbour.get<Household>(at(before.id))).body).toMatchObject({
      payee: body.payee,
      consent: body.consent,
      members: [{ identifiers: [{ masked: '••• 8/1' }] }, {}],
    });
    const history = await registry.neighbour.get<{ items: { what: string }[] }>(at(before.id, 'history'));
    expect(history.body.items.map(({ what }) => what)).toEqual(['moved', 'registered']);
    const found = await registry.neighbour.get<{ items: object[] }>('/v1/people?name=Chanda+Mwape');
    expect(found.body.items).toHaveLength(1);
    const [event] = await published(registry.database.dataSource, HouseholdMoved);
    expect(event?.data).toMatchObject({ fromAreaCode: samfya, areaCode: lunga, on: '2026-11-10', facts: { size: 2 } });
  });

  it('goes to where the caseworker may go herself', async () => {
    const { body: before } = await registry.register(household());
    const answer = await post(before, 'move', { areaCode: lunga, on: '2026-11-10' });
    expect(answer).toMatchObject({ status: 403, body: { code: 'access.area_out_of_reach' } });
    const nowhere = await post(before, 'move', { areaCode: 'ZM104099', on: '2026-11-10' }, everywhere);
    expect(nowhere).toMatchObject({ status: 422, body: { code: 'registry.area_unknown' } });
  });
});

describe('a closed household', () => {
  it('stays to be read, and nothing starts for it any more', async () => {
    const { body: before } = await registry.registerAt(beforeAllThat, household());
    const { status, body } = await post(before, 'close', { on: '2026-11-12', reason: 'moved_away' });
    expect([status, body.state, body.closedOn, body.closingReason]).toEqual([
      200,
      'closed',
      '2026-11-12',
      'moved_away',
    ]);
    const [event] = await published(registry.database.dataSource, HouseholdClosed);
    expect(event).toMatchObject({ id: body.lastEventId, data: { on: '2026-11-12', reason: 'moved_away' } });

    const refused = { status: 409, body: { code: 'registry.household_not_active' } };
    expect(await post(body, 'close', { on: '2026-11-12', reason: 'moved_away' })).toMatchObject(refused);
    expect(await post(body, 'members', { reason: 'arrival', member: grandchild() })).toMatchObject(refused);
    expect(
      await registry.caseworker.patch(at(body.id), { reason: 'correction', address: 'x' }, seen(body)),
    ).toMatchObject(refused);
    expect((await registry.caseworker.get(at(body.id))).status).toBe(200);
  });
});

describe('a death', () => {
  const report = (personId: string | undefined, certainty: string, on = '2026-11-05') =>
    registry.caseworker.post<Household & { code?: string }>(`/v1/people/${String(personId)}/death`, {
      on,
      source: 'household',
      certainty,
    });

  it('is reported, certified, and then final; told twice it is one', async () => {
    const { body: before } = await registry.register(household());
    const [, grandson] = before.members;
    const { status, body } = await report(grandson?.personId, 'reported');
    expect([status, body.version, body.members[1]?.diedOn]).toEqual([200, 2, '2026-11-05']);
    expect((await report(grandson?.personId, 'reported')).body.version).toBe(2);
    expect((await report(grandson?.personId, 'certified')).body.version).toBe(3);
    expect(await report(grandson?.personId, 'withdrawn')).toMatchObject({
      status: 409,
      body: { code: 'registry.death_certified' },
    });

    const deaths = (await published(registry.database.dataSource, PersonDied)).filter(
      ({ key }) => key === grandson?.personId,
    );
    expect(deaths.map(({ data }) => data.certainty)).toEqual(['reported', 'certified']);
    const updates = (await published(registry.database.dataSource, HouseholdUpdated)).filter(
      ({ key }) => key === before.id,
    );
    expect(updates[0]?.data).toMatchObject({ reason: 'death', changed: ['members'], facts: { size: 1 } });
  });

  it('that was not so is taken back', async () => {
    const { body: before } = await registry.register(household());
    const [, grandson] = before.members;
    expect(await report(grandson?.personId, 'withdrawn')).toMatchObject({
      status: 409,
      body: { code: 'registry.no_death_reported' },
    });
    await report(grandson?.personId, 'reported');
    const { body } = await report(grandson?.personId, 'withdrawn');
    expect(body.members[1]?.diedOn).toBeUndefined();
    const updates = (await published(registry.database.dataSource, HouseholdUpdated)).filter(
      ({ key }) => key === before.id,
    );
    expect(updates.map(({ data }) => data.facts.size)).toEqual([1, 2]);
  });

  it('does not come before the birth, nor to somebody who is not there', async () => {
    const { body: before } = await registry.register(household());
    expect(await report(before.members[1]?.personId, 'reported', '2015-12-31')).toMatchObject({
      status: 422,
      body: { code: 'registry.death_before_birth' },
    });
    expect(await report(randomUUID(), 'reported')).toMatchObject({
      status: 404,
      body: { code: 'registry.person_not_found' },
    });
    const stranger = await registry.neighbour.post(`/v1/people/${String(before.members[1]?.personId)}/death`, {
      ...{ on: '2026-11-05', source: 'household', certainty: 'reported' },
    });
    expect(stranger.status).toBe(404);
  });

  it('of the head leaves the household without one until somebody says who it is', async () => {
    const { body: before } = await registry.register(household());
    const [head, grandson] = before.members;
    const { body: bereaved } = await report(head?.personId, 'reported');
    expect((await published(registry.database.dataSource, HouseholdUpdated)).at(-1)?.data.facts.members).toHaveLength(
      1,
    );
    const members = [{ personId: grandson?.personId, relationship: 'head' }];
    const { status } = await registry.caseworker.patch(at(before.id), { reason: 'death', members }, seen(bereaved));
    expect(status).toBe(200);
  });

  it('of the last one leaves a household that can only be closed', async () => {
    const { body: before } = await registry.registerAt(beforeAllThat, household({ members: [member()] }));
    const { body: empty } = await report(before.members[0]?.personId, 'reported');
    expect(empty.state).toBe('active');
    expect(
      await registry.caseworker.patch(at(before.id), { reason: 'correction', address: 'x' }, seen(empty)),
    ).toMatchObject({
      status: 409,
      body: { code: 'registry.nobody_alive' },
    });
    const { body: certified } = await report(before.members[0]?.personId, 'certified');
    const { status } = await post(certified, 'close', { on: '2026-11-06', reason: 'all_deceased' });
    expect(status).toBe(200);
    expect(await eventsOf(before)).toEqual(['registered', 'closed']);
  });
});
