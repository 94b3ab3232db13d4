import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type ReportDeath,
  type Consent,
  type Household,
  HouseholdClosed,
  HouseholdMoved,
  HouseholdRegistered,
  HouseholdUpdated,
  PersonDied,
  type PlainDate,
} from '@janela/contracts';
import { type Answer, type Caller, fullHousehold, grandchild, household, ifMatch, member } from '@janela/testing';

import { lunga, samfya } from './country.ts';
import { errorsOf, file, importFile, row } from './importing.ts';
import { type Registry, startRegistry } from './registry.harness.ts';

let registry: Registry;
let everywhere: Caller<'registry'>;
beforeAll(async () => {
  registry = await startRegistry();
  everywhere = await registry.as({ roles: ['supervisor'], areas: ['ZM104'] });
});
afterAll(() => registry.stop());

const beforeAllThat = '2026-11-03T08:00:00Z';
const at = <const Part extends '' | `/${string}` = ''>(id: string, part?: Part) =>
  `/v1/households/${id}${part ?? ('' as Part)}` as const;
const post = (of: Household, verb: string, body: object, caller = registry.caseworker) =>
  caller.untyped.post<Household & { code?: string }>(`/v1/households/${of.id}/${verb}`, body, ifMatch(of));
const eventsOf = async ({ id }: Household) =>
  (await registry.published()).filter(({ key }) => key === id).map(({ type }) => type.split('.').at(-2));

describe('a new member', () => {
  it('is counted from then on, with a reason', async () => {
    const { body: before } = await registry.register(household());
    const baby = member({ givenNames: 'Taonga', bornOn: '2026-10-02', relationship: 'child' });
    const { status, body } = await post(before, 'members', { reason: 'birth', on: '2026-10-02', member: baby });
    expect([status, body.version, body.members.length]).toEqual([201, 2, 3]);
    const [update] = (await registry.published(HouseholdUpdated)).slice(-1);
    expect(update).toMatchObject({
      id: body.lastEventId,
      data: { reason: 'birth', changed: ['members'], facts: { size: 3 } },
    });
  });

  it('does not come by birth who was born more than five years ago', async () => {
    const { body: before } = await registry.register(household());
    const grown = member({ givenNames: 'Taonga', bornOn: '2019-10-02', relationship: 'child' });
    expect(await post(before, 'members', { reason: 'birth', member: grown })).toMatchObject({
      status: 422,
      body: { code: 'registry.birth_long_ago' },
    });
    expect((await post(before, 'members', { reason: 'arrival', member: grown })).status).toBe(201);
  });

  it('is the head only if it is said what the head of today becomes', async () => {
    const { body: before } = await registry.register(household());
    const head = { reason: 'arrival', member: member({ givenNames: 'Joseph', sex: 'male' }) };
    expect(await post(before, 'members', head)).toMatchObject({ status: 422, body: { code: 'registry.two_heads' } });
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
      registry.caseworker.post(
        at(before.id, '/members'),
        { reason: 'arrival', member: grandchild() },
        { ...ifMatch(before), 'idempotency-key': key },
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

describe('an official number', () => {
  const numbered = (value: string) => [{ type: 'ZM-NRC', value }];
  const household1 = (value: string) =>
    household({ members: [member({ identifiers: numbered(value) }), grandchild()] });

  it('of one member is not the number of another who comes', async () => {
    const { body: before } = await registry.register(household1('430001/11/1'));
    const again = member({ relationship: 'child', bornOn: '2001-01-04', identifiers: numbered('430001 11 1') });
    expect(await post(before, 'members', { reason: 'arrival', member: again })).toMatchObject({
      status: 422,
      body: { code: 'registry.identifier_twice' },
    });
    await registry.caseworker.post(`/v1/people/${String(before.members[0]?.personId)}/death`, {
      on: '2026-11-05',
      source: 'household',
      certainty: 'certified',
    });
    const { body: now } = await registry.caseworker.get(at(before.id));
    expect(await post(now, 'members', { reason: 'arrival', member: again })).toMatchObject({ status: 422 });
  });

  it('of one member is not given to another by a correction, but two can be put right at once', async () => {
    const { body: before } = await registry.register(household1('430002/11/1'));
    const [head, boy] = before.members.map(({ personId }) => personId);
    const correct = (...members: object[]) =>
      registry.caseworker.untyped.patch<Household>(at(before.id), { reason: 'correction', members }, ifMatch(before));
    expect(await correct({ personId: boy, identifiers: numbered('430002/11/1') })).toMatchObject({
      status: 422,
      body: { code: 'registry.identifier_twice' },
    });
    const swapped = await correct(
      { personId: head, identifiers: numbered('430003/11/1') },
      { personId: boy, identifiers: numbered('430002/11/1') },
    );
    expect(swapped.status).toBe(200);
  });
});

describe('a change', () => {
  it.each(['birth', 'death', 'merge', 'import'])(
    'is not put down to a %s, which has a way of its own',
    async (reason) => {
      const { body: before } = await registry.register(household());
      const path = at(before.id);
      expect(
        await registry.caseworker.untyped.patch(path, { reason, address: 'By the lake' }, ifMatch(before)),
      ).toMatchObject({ status: 400, body: { errors: [{ pointer: '/reason', code: 'reason_given_elsewhere' }] } });
    },
  );

  it.each(['2026-02-30', '12', '...', '👵🏾'])('does not call a person %s, which has no letters', async (givenNames) => {
    const body = household({ members: [member({ givenNames })] });
    expect(await registry.register(body)).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/members/0/givenNames', code: 'name_without_letters' }] },
    });
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
    expect((await registry.neighbour.get(at(before.id))).body).toMatchObject({
      payee: body.payee,
      consent: body.consent,
      members: [{ identifiers: [{ masked: '••• 8/1' }] }, {}],
    });
    const history = await registry.neighbour.get(at(before.id, '/history'));
    expect(history.body.items.map(({ what }) => what)).toEqual(['moved', 'registered']);
    const found = await registry.neighbour.get('/v1/people?name=Chanda+Mwape');
    expect(found.body.items).toHaveLength(1);
    const [event] = await registry.published(HouseholdMoved);
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
    const [event] = await registry.published(HouseholdClosed);
    expect(event).toMatchObject({ id: body.lastEventId, data: { on: '2026-11-12', reason: 'moved_away' } });

    const refused = { status: 409, body: { code: 'registry.household_not_active' } };
    expect(await post(body, 'close', { on: '2026-11-12', reason: 'moved_away' })).toMatchObject(refused);
    expect(await post(body, 'members', { reason: 'arrival', member: grandchild() })).toMatchObject(refused);
    expect(
      await registry.caseworker.patch(at(body.id), { reason: 'correction', address: 'x' }, ifMatch(body)),
    ).toMatchObject(refused);
    expect((await registry.caseworker.get(at(body.id))).status).toBe(200);
  });
});

describe('a death', () => {
  const report = (personId: string | undefined, certainty: ReportDeath['certainty'], on = '2026-11-05') =>
    registry.caseworker.post(`/v1/people/${String(personId)}/death`, { on, source: 'household', certainty });

  it('that was certified by mistake is withdrawn by another person, with a reason, and she is who she was', async () => {
    const { body: before } = await registry.register(household());
    const [, boy] = before.members;
    await report(boy?.personId, 'certified');
    const withdraw = (caller: Caller<'registry'>, reason?: string) =>
      caller.post(`/v1/people/${String(boy?.personId)}/death`, {
        on: '2026-11-05',
        source: 'household',
        certainty: 'withdrawn',
        ...(reason && { reason }),
      });
    const why = 'The certificate is of his grandfather.';
    expect(await withdraw(registry.caseworker, why)).toMatchObject({
      status: 403,
      body: { code: 'registry.death_withdrawal_own' },
    });
    const both = await registry.as({ roles: ['caseworker', 'supervisor'] });
    expect(await withdraw(both, why)).toMatchObject({ status: 403 });
    expect(await withdraw(registry.supervisor)).toMatchObject({
      status: 422,
      body: { code: 'registry.death_reason_missing' },
    });
    const { status, body } = await withdraw(registry.supervisor, why);
    expect([status, body.members[1]?.personId, body.members[1]?.diedOn]).toEqual([200, boy?.personId, undefined]);
    const { body: history } = await registry.supervisor.get(at(before.id, '/history'));
    expect(history.items[0]).toMatchObject({ what: 'death_withdrawn', note: why });
    const [withdrawal] = (await registry.published(PersonDied)).slice(-1);
    expect(withdrawal?.data).toEqual({
      personId: boy?.personId,
      householdId: before.id,
      on: '2026-11-05',
      source: 'household',
      certainty: 'withdrawn',
    });
  });

  it('is reported, certified, and then changed no more; reported twice it is one', async () => {
    const { body: before } = await registry.register(household());
    const [, grandson] = before.members;
    const { status, body } = await report(grandson?.personId, 'reported');
    expect([status, body.version, body.members[1]?.diedOn]).toEqual([200, 2, '2026-11-05']);
    expect((await report(grandson?.personId, 'reported')).body.version).toBe(2);
    expect((await report(grandson?.personId, 'certified')).body.version).toBe(3);
    expect(await report(grandson?.personId, 'certified', '2026-11-06')).toMatchObject({
      status: 409,
      body: { code: 'registry.death_certified' },
    });

    const deaths = (await registry.published(PersonDied)).filter(({ key }) => key === grandson?.personId);
    expect(deaths.map(({ data }) => data.certainty)).toEqual(['reported', 'certified']);
    const updates = (await registry.published(HouseholdUpdated)).filter(({ key }) => key === before.id);
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
    const updates = (await registry.published(HouseholdUpdated)).filter(({ key }) => key === before.id);
    expect(updates.map(({ data }) => data.facts.size)).toEqual([1, 2]);
  });

  it('that is sent again with its key is answered as before, whatever has happened since', async () => {
    const { body: before } = await registry.register(household());
    const [, grandson] = before.members;
    const send = (certainty: ReportDeath['certainty'], key: string) =>
      registry.caseworker.post(
        `/v1/people/${String(grandson?.personId)}/death`,
        { on: '2026-11-05', source: 'household', certainty },
        { 'idempotency-key': key },
      );
    const [reporting, withdrawing] = [randomUUID(), randomUUID()];
    const reported = await send('reported', reporting);
    const withdrawn = await send('withdrawn', withdrawing);
    expect([reported.body.version, withdrawn.body.version]).toEqual([2, 3]);
    expect((await send('reported', reporting)).body).toEqual(reported.body);
    expect((await send('withdrawn', withdrawing)).body).toEqual(withdrawn.body);
    const { body: now } = await registry.caseworker.get(at(before.id));
    expect([now.version, now.members[1]?.diedOn]).toEqual([3, undefined]);
    expect((await send('reported', randomUUID())).body.version).toBe(4);
  });

  it('does not come before the birth, nor to a person who is not there', async () => {
    const { body: before } = await registry.register(household());
    expect(await report(before.members[1]?.personId, 'reported', '2015-12-31')).toMatchObject({
      status: 422,
      body: { code: 'registry.death_before_birth' },
    });
    expect(await report(randomUUID(), 'reported')).toMatchObject({
      status: 404,
      body: { code: 'registry.person_not_found' },
    });
    const outOfReach = await registry.neighbour.post(`/v1/people/${String(before.members[1]?.personId)}/death`, {
      on: '2026-11-05',
      source: 'household',
      certainty: 'reported',
    });
    expect(outOfReach.status).toBe(404);
  });

  it('of the head leaves the household without one until a caseworker says who it is', async () => {
    const { body: before } = await registry.register(household());
    const [head, grandson] = before.members;
    const { body: bereaved } = await report(head?.personId, 'reported');
    expect((await registry.published(HouseholdUpdated)).at(-1)?.data.facts.members).toHaveLength(1);
    const members = [{ personId: grandson?.personId, relationship: 'head' }];
    const { status } = await registry.caseworker.untyped.patch(
      at(before.id),
      { reason: 'circumstances', members },
      ifMatch(bereaved),
    );
    expect(status).toBe(200);
  });

  it('of the last one leaves a household that can only be closed', async () => {
    const { body: before } = await registry.registerAt(beforeAllThat, household({ members: [member()] }));
    const { body: empty } = await report(before.members[0]?.personId, 'reported');
    expect(empty.state).toBe('active');
    expect(
      await registry.caseworker.patch(at(before.id), { reason: 'correction', address: 'x' }, ifMatch(empty)),
    ).toMatchObject({ status: 409, body: { code: 'registry.no_living_member' } });
    const { body: certified } = await report(before.members[0]?.personId, 'certified');
    const { status } = await post(certified, 'close', { on: '2026-11-06', reason: 'all_deceased' });
    expect(status).toBe(200);
    expect(await eventsOf(before)).toEqual(['registered', 'closed']);
  });
});

describe('a consent', () => {
  const change = (of: Household, body: object) =>
    registry.caseworker.patch(at(of.id), { reason: 'circumstances', ...body }, ifMatch(of));
  const lastFacts = async ({ id }: Household) => {
    const updates = await registry.published(HouseholdUpdated);
    return updates.filter(({ key }) => key === id).at(-1)?.data;
  };

  it('is published with the facts, purpose by purpose, and no more once it is withdrawn', async () => {
    const { body: before } = await registry.register(fullHousehold());
    const [registered] = (await registry.published(HouseholdRegistered)).filter(({ key }) => key === before.id);
    expect(registered?.data.facts.consentedPurposes).toEqual(['eligibility', 'payment', 'statistics']);

    const withoutPayment = await change(before, { withdrawConsent: { purposes: ['payment'] } });
    expect(withoutPayment.body.consent?.purposes.toSorted()).toEqual(['eligibility', 'statistics']);
    expect(withoutPayment.body.consents).toContainEqual({
      purpose: 'payment',
      givenOn: '2026-11-02',
      method: 'thumbprint',
      withdrawnOn: registry.today(),
    });
    const update = await lastFacts(before);
    expect(update?.changed).toEqual(['consent']);
    expect(update?.facts.consentedPurposes?.toSorted()).toEqual(['eligibility', 'statistics']);

    const none = await change(withoutPayment.body, { withdrawConsent: {} });
    expect([none.body.consent, none.body.consents?.length]).toEqual([undefined, 3]);
    expect((await lastFacts(before))?.facts.consentedPurposes).toBeUndefined();
    const again = await change(none.body, { withdrawConsent: {} });
    expect(again.body.version).toBe(none.body.version);
  });

  it('that was withdrawn is given again with a new day only', async () => {
    const { body: before } = await registry.register(fullHousehold());
    const { body: withdrawn } = await change(before, { withdrawConsent: { on: '2026-11-10' } });
    const consent = (givenOn: string) => ({ consent: { purposes: ['payment'], givenOn, method: 'signature' } });
    expect(await change(withdrawn, consent('2026-11-09'))).toMatchObject({
      status: 422,
      body: { code: 'registry.consent_withdrawn' },
    });
    const { body } = await change(withdrawn, consent('2026-11-10'));
    expect(body.consent).toEqual({ purposes: ['payment'], givenOn: '2026-11-10', method: 'signature' });
  });

  it('that is recorded again for more purposes keeps the day of those that it was given for before', async () => {
    const { body: before } = await registry.register(
      fullHousehold({ consent: { purposes: ['eligibility', 'payment'], givenOn: '2026-11-02', method: 'thumbprint' } }),
    );
    const recorded = { purposes: ['eligibility', 'payment', 'statistics'], givenOn: '2026-11-10', method: 'signature' };
    const { body } = await change(before, { consent: recorded });
    const first = { givenOn: '2026-11-02', method: 'thumbprint' };
    const later = { givenOn: '2026-11-10', method: 'signature' };
    expect(body.consents?.toSorted((a, b) => (a.purpose < b.purpose ? -1 : 1))).toEqual([
      { purpose: 'eligibility', ...first },
      { purpose: 'payment', ...first },
      { purpose: 'statistics', ...later },
    ]);
    const { body: again } = await change(body, { consent: recorded });
    expect(again.version).toBe(body.version);
    const earlier = { ...recorded, givenOn: '2026-11-01' };
    const { body: corrected } = await change(body, { consent: earlier });
    expect(new Set(corrected.consents?.map(({ givenOn }) => givenOn))).toEqual(new Set(['2026-11-01']));
  });

  it('is not older than the oldest of the household, nor withdrawn before it was given', async () => {
    const { body: before } = await registry.register(fullHousehold());
    const refused = { status: 422, body: { code: 'registry.date_too_early' } };
    const give = (givenOn: string) =>
      change(before, { consent: { purposes: ['payment'], givenOn, method: 'signature' } });
    for (const day of ['0001-01-01', '1956-02-29']) expect(await give(day)).toMatchObject(refused);
    expect(await change(before, { withdrawConsent: { on: '2026-11-01' } })).toMatchObject(refused);
    const early: Consent = { purposes: ['payment'], givenOn: '1956-02-29', method: 'signature' };
    expect(await registry.register(fullHousehold({ consent: early }))).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/consent/givenOn', code: 'date_before_start' }] },
    });
  });
});

const consentOn = (day: string) => ({ consent_given_on: day, consent_method: 'signature' });

describe('the day in the country', () => {
  const justBeforeMidnight = '2026-11-20T21:59:59Z';
  const midnight = '2026-11-20T22:00:00Z';
  /** What a caller is answered at this moment. */
  const atMoment = async <T>(moment: string, ask: () => Promise<T>): Promise<T> => {
    registry.clock.stopAt(moment);
    return ask().finally(registry.clock.resume);
  };
  const future = (pointer: string) => ({ status: 400, body: { errors: [{ pointer, code: 'date_in_future' }] } });

  const asks: [string, string, (of: Household, on: string) => Promise<Answer<unknown>>][] = [
    [
      'a birth at registration',
      '/members/1/bornOn',
      (_, on) =>
        registry.register(
          household({ members: [member(), grandchild({ bornOn: on as PlainDate, bornOnPrecision: 'day' })] }),
        ),
    ],
    [
      'a consent at registration',
      '/consent/givenOn',
      (_, on) =>
        registry.register(
          household({ consent: { purposes: ['payment'], givenOn: on as PlainDate, method: 'spoken' } }),
        ),
    ],
    [
      'a birth that is corrected',
      '/members/0/bornOn',
      (of, bornOn) => {
        const members = [{ personId: of.members[1]?.personId, bornOn }];
        return registry.caseworker.untyped.patch(at(of.id), { reason: 'correction', members }, ifMatch(of));
      },
    ],
    [
      'a consent',
      '/consent/givenOn',
      (of, givenOn) => {
        const consent = { purposes: ['payment'], givenOn, method: 'signature' };
        return registry.caseworker.untyped.patch(at(of.id), { reason: 'renewal', consent }, ifMatch(of));
      },
    ],
    [
      'the withdrawal of a consent',
      '/withdrawConsent/on',
      (of, on) => registry.caseworker.patch(at(of.id), { reason: 'renewal', withdrawConsent: { on } }, ifMatch(of)),
    ],
    ['an arrival', '/on', (of, on) => post(of, 'members', { reason: 'arrival', on, member: grandchild() })],
    [
      'the birth of who arrives',
      '/member/bornOn',
      (of, bornOn) => post(of, 'members', { reason: 'birth', member: grandchild({ bornOn: bornOn as PlainDate }) }),
    ],
    ['a move', '/on', (of, on) => post(of, 'move', { areaCode: 'ZM104011W01', on })],
    ['a closing', '/on', (of, on) => post(of, 'close', { on, reason: 'dissolved' })],
    [
      'a death',
      '/on',
      (of, on) =>
        registry.caseworker.post(`/v1/people/${String(of.members[1]?.personId)}/death`, {
          on,
          source: 'household',
          certainty: 'reported',
        }),
    ],
  ];

  it.each(asks)('decides whether %s has come: tomorrow is refused until midnight', async (_what, pointer, ask) => {
    const { body: before } = await registry.registerAt('2026-11-20T06:00:00Z', fullHousehold());
    expect(await atMoment(justBeforeMidnight, () => ask(before, '2026-11-21'))).toMatchObject(future(pointer));
    expect((await atMoment(midnight, () => ask(before, '2026-11-21'))).status).toBeLessThan(300);
  });

  it('holds for a file as well, row by row', async () => {
    const born = (born_on: string) => row(`day-${born_on}`, { given_names: 'Lushomo', born_on });
    const form = file(born('2026-11-20'), born('2026-11-21'), row('day-consent', consentOn('1956-02-29')));
    const { id } = await atMoment(justBeforeMidnight, () => importFile(registry.administrator, form));
    expect(await errorsOf(registry.administrator, id)).toEqual([
      '3 born_on date_in_future',
      '4 consent_given_on date_before_start',
    ]);
  });

  it('is the first on which a household can move or end: the day of its registration there', async () => {
    // Ten to midnight in UTC, ten to two of the next day in the country.
    const { body: before } = await registry.registerAt('2026-11-09T23:50:00Z', household());
    const tooEarly = {
      status: 422,
      body: { code: 'registry.date_too_early', errors: [{ pointer: '/on', code: 'date_before_start' }] },
    };
    const move = { areaCode: 'ZM104011W01' };
    expect(await post(before, 'move', { ...move, on: '2026-11-09' })).toMatchObject(tooEarly);
    expect(await post(before, 'close', { on: '2026-11-09', reason: 'dissolved' })).toMatchObject(tooEarly);
    const { body: moved } = await post(before, 'move', { ...move, on: '2026-11-12' });
    expect(await post(moved, 'close', { on: '2026-11-11', reason: 'dissolved' })).toMatchObject(tooEarly);
    expect((await post(moved, 'close', { on: '2026-11-12', reason: 'dissolved' })).status).toBe(200);
    const { body: other } = await registry.registerAt('2026-11-09T23:50:00Z', household());
    expect((await post(other, 'close', { on: '2026-11-10', reason: 'dissolved' })).status).toBe(200);
  });

  it('does not let a person arrive, or die, before they were born', async () => {
    const { body: before } = await registry.register(household());
    const arrive = (on: string, bornOnPrecision: 'day' | 'year') =>
      post(before, 'members', { reason: 'birth', on, member: grandchild({ bornOn: '2026-10-02', bornOnPrecision }) });
    expect(await arrive('2026-10-01', 'day')).toMatchObject({ status: 422, body: { code: 'registry.date_too_early' } });
    expect((await arrive('2026-10-02', 'day')).status).toBe(201);
    const { body: other } = await registry.register(household());
    const personId = other.members[1]?.personId;
    const { body: dead } = await registry.caseworker.post(`/v1/people/${String(personId)}/death`, {
      on: '2026-11-05',
      source: 'household',
      certainty: 'reported',
    });
    const born = (bornOn: string) =>
      registry.caseworker.untyped.patch(
        at(other.id),
        { reason: 'correction', members: [{ personId, bornOn, bornOnPrecision: 'day' }] },
        ifMatch(dead),
      );
    expect(await born('2026-11-06')).toMatchObject({ status: 422, body: { code: 'registry.death_before_birth' } });
    expect((await born('2026-11-05')).status).toBe(200);
  });
});
