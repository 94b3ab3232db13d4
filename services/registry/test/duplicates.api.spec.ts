import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type Duplicate,
  type Names,
  PersonDuplicateDismissed,
  PersonDuplicateSuspected,
  type RegisteredHousehold,
} from '@janela/contracts';
import { type Caller, household, ifMatch, member } from '@janela/testing';

import { lunga, samfya } from './country.ts';
import { file, importFile, row, sample } from './importing.ts';
import { type Registry, startRegistry } from './registry.harness.ts';

let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry();
});
afterAll(() => registry.stop());

const suspected = () => registry.published(PersonDuplicateSuspected);
const suspectedOf = async (personId: string | undefined) =>
  (await suspected()).map(({ data }) => data).filter(({ personIds }) => personIds.includes(personId ?? ''));
const dismissed = () => registry.published(PersonDuplicateDismissed);
const nrc = (value: string) => [{ type: 'ZM-NRC', value }];
const personOf = ({ members }: RegisteredHousehold) => members[0]?.personId;

async function list(path: string, caller: Caller<'registry'> = registry.supervisor): Promise<Duplicate[]> {
  const { body } = await caller.untyped.get<{ items: Duplicate[] }>(path);
  return body.items;
}

describe('a file with households that are registered for the second time', () => {
  it('says which share an official number, and publishes each pair once', async () => {
    const over = await importFile(registry.administrator, sample());
    const events = (await suspected()).map(({ data }) => data);
    const sameNumber = events.filter(({ matchedOn }) => matchedOn.includes('identifier'));
    expect(new Set(sameNumber.map(({ householdIds }) => householdIds.join())).size).toBe(8);
    expect(sameNumber).toHaveLength(14);
    expect(new Set(events.map(({ householdIds }) => householdIds.join())).size).toBeLessThanOrEqual(10);
    expect(over.possibleDuplicates).toBe(events.length);
    const own = await list(`/v1/duplicates?importId=${over.id}&limit=200`, registry.administrator);
    expect(own).toHaveLength(events.length);
    expect((await importFile(registry.administrator, sample())).possibleDuplicates).toBe(0);
    expect(await suspected()).toHaveLength(events.length);
  });

  it('finds the one who is there already when the register had her first, also in another district', async () => {
    const first = await registry.neighbour.post(
      '/v1/households',
      household({ areaCode: lunga, members: [member({ familyName: 'Tembo', identifiers: nrc('300001/11/1') })] }),
    );
    const cells = {
      family_name: 'Tembo',
      identifier_type: 'ZM-NRC',
      identifier_value: '300001/11/1',
      born_on: '1970-02-02',
    };
    const over = await importFile(registry.administrator, file(row('d-1', cells)));
    expect(over.possibleDuplicates).toBe(1);
    expect(await suspectedOf(personOf(first.body))).toMatchObject([
      {
        personIds: [personOf(first.body), expect.any(String)],
        matchedOn: expect.arrayContaining(['identifier', 'name']),
      },
    ]);
  });

  it.each([
    ["Ng'andu", 'Ngandu', 'Mercy', 'Mercy'],
    ['Mwansa-Phiri', 'Mwansa Phiri', 'Naomi', 'Naomi'],
    ['Chóla', 'CHOLA', 'Ruth  Anne', 'Anne Ruth'],
    ['Kalaba', 'Bwalya', 'Bwalya', 'Kalaba'],
  ])('finds the one who is there already as %s when the file says %s', async (first, second, given, otherGiven) => {
    const bornOn = '1961-07-08';
    const { body } = await registry.register(
      household({ members: [member({ givenNames: given, familyName: first, bornOn })] }),
    );
    const cells = { given_names: otherGiven, family_name: second, born_on: bornOn };
    const next = { ...cells, born_on: '1961-07-09' };
    const over = await importFile(registry.administrator, file(row(`s-${second}`, cells), row(`n-${second}`, next)));
    expect(over.households.taken).toBe(2);
    expect(await suspectedOf(personOf(body))).toMatchObject([{ matchedOn: ['name', 'birth'] }]);
  });

  it('does not pair thousands over a number that stands in for none', async () => {
    const cells = (index: number) => ({
      family_name: `Phiri${'abcdefghij'[index % 10]}`,
      born_on: `19${50 + index}-01-01`,
      identifier_type: 'ZM-NRC',
      identifier_value: '000000/00/1',
    });
    const rows = Array.from({ length: 45 }, (_, index) => row(`many-${index}`, cells(index)));
    const over = await importFile(registry.administrator, file(...rows));
    expect(over.households.taken).toBe(45);
    expect(over.possibleDuplicates).toBeLessThanOrEqual(45 * 20);
  });
});

describe('a caseworker who registers at the window', () => {
  it('is shown before anything is saved exactly what registering would say', async () => {
    const first = await registry.register(
      household({ members: [member({ givenNames: 'Mercy', familyName: 'Lungu', identifiers: nrc('300002/11/1') })] }),
    );
    const members = [member({ givenNames: 'Mersy', familyName: 'Lungu', identifiers: nrc('300002/11/1') })];
    const before = (await registry.published()).length;
    const path = '/v1/people/possible-duplicates';
    const probed = await registry.caseworker.post(path, { areaCode: samfya, members });
    expect(probed.status).toBe(200);
    expect(probed.body.possibleDuplicates[0]).toMatchObject({
      householdId: first.body.id,
      number: first.body.number,
      personId: personOf(first.body),
      because: expect.arrayContaining(['identifier']),
    });
    expect((await registry.published()).length).toBe(before);
    const second = await registry.register(household({ members }));
    expect(second.body.possibleDuplicates).toEqual(probed.body.possibleDuplicates);
    expect(await suspectedOf(personOf(second.body))).toContainEqual(
      expect.objectContaining({
        personIds: [personOf(first.body), personOf(second.body)],
        householdIds: [first.body.id, second.body.id],
        matchedOn: expect.arrayContaining(['identifier']),
      }),
    );
    expect(await registry.neighbour.post(path, { areaCode: samfya, members })).toMatchObject({ status: 403 });
    const there = await registry.neighbour.post(path, { areaCode: lunga, members });
    expect(there.body).toEqual({ possibleDuplicates: [], registeredElsewhere: 2 });
    expect(probed.body.registeredElsewhere).toBe(0);
    const elsewhere = household({ areaCode: lunga, members });
    const { body } = await registry.neighbour.post('/v1/households', elsewhere);
    expect(body).toMatchObject({ possibleDuplicates: [], registeredElsewhere: 2 });
    const other = [member({ givenNames: 'Obed', familyName: 'Zimba', identifiers: nrc('300012/11/1') })];
    expect((await registry.neighbour.post(path, { areaCode: lunga, members: other })).body).toEqual({
      possibleDuplicates: [],
      registeredElsewhere: 0,
    });
  });

  it('of two at the same time with one number has the pair kept all the same', async () => {
    const twice = ['Kelvin', 'Gideon'].map((givenNames, index) =>
      household({
        members: [
          member({ givenNames, bornOn: index === 0 ? '1960-01-01' : '1969-01-01', identifiers: nrc('300003/11/1') }),
        ],
      }),
    );
    const answers = await Promise.all(twice.map((input) => registry.register(input)));
    const ids = answers.map(({ body }) => personOf(body));
    const pairs = (await suspectedOf(ids[0])).filter(({ personIds }) => personIds.every((id) => ids.includes(id)));
    expect(pairs).toHaveLength(1);
  });

  it.each([
    [
      'a correction',
      (id: string | undefined) => ({
        reason: 'correction',
        members: [{ personId: id, identifiers: nrc('300004/11/1') }],
      }),
    ],
    [
      'a new member',
      () => ({
        reason: 'arrival',
        member: member({ relationship: 'sibling', bornOn: '1981-04-04', identifiers: nrc('300004/11/1') }),
      }),
    ],
  ])('and gives the number of another person later, by %s, has the pair kept', async (_what, change) => {
    const first = await registry.register(
      household({ members: [member({ bornOn: '1944-01-09', identifiers: nrc('300004/11/1') })] }),
    );
    const { body } = await registry.register(
      household({ members: [member({ givenNames: 'Obed', bornOn: '1999-01-09' })] }),
    );
    const input = change(personOf(body));
    const [method, path] = 'member' in input ? ['POST', '/members'] : ['PATCH', ''];
    const answer = await registry.caseworker.send(method, `/v1/households/${body.id}${path}`, input, ifMatch(body));
    expect(answer.status).toBeLessThan(300);
    const pairs = (await suspectedOf(personOf(first.body))).filter(({ householdIds }) =>
      householdIds.includes(body.id),
    );
    expect(pairs).toMatchObject([{ matchedOn: expect.arrayContaining(['identifier']) }]);
  });
});

describe('an official number of a person who is in the register no more', () => {
  const closing = { on: '2026-12-01', reason: 'registered_in_error' };
  const death = { on: '2026-11-20', source: 'household', certainty: 'certified' } as const;
  const febby = (familyName: string, value: string) =>
    member({ givenNames: 'Febby', familyName, bornOn: '1949-02-07', identifiers: nrc(value) });
  const accept = async (over: { id: string }) => {
    const [waiting] = await list(`/v1/imports/${over.id}/waiting`);
    await registry.supervisor.post(`/v1/imports/${over.id}/waiting/${String(waiting?.id)}/accept`);
  };

  it.each<[string, string, string, (before: RegisteredHousehold) => Promise<unknown>]>([
    [
      'dead',
      'Kunda',
      '300021/11/1',
      (of) => registry.caseworker.post(`/v1/people/${String(personOf(of))}/death`, death),
    ],
    [
      'household_closed',
      'Chileshe',
      '300022/11/1',
      (of) =>
        registry.caseworker.untyped.post(
          `/v1/households/${of.id}/close`,
          { ...closing, on: registry.today() },
          ifMatch(of),
        ),
    ],
  ])('is said before saving where she is %s, and is a suspicion', async (standing, familyName, value, end) => {
    const { body: first } = await registry.register(household({ members: [febby(familyName, value)] }));
    await end(first);
    const members = [febby(familyName, value)];
    const path = '/v1/people/possible-duplicates';
    const probed = await registry.caseworker.post(path, { areaCode: samfya, members });
    expect(probed.body.possibleDuplicates).toMatchObject([{ personId: personOf(first), standing }]);
    const { body: second } = await registry.register(household({ members }));
    expect(second.possibleDuplicates).toEqual(probed.body.possibleDuplicates);
    expect(await suspectedOf(personOf(second))).toMatchObject([
      { personIds: [personOf(first), personOf(second)], matchedOn: expect.arrayContaining(['identifier']) },
    ]);
    const cells = { identifier_type: 'ZM-NRC', identifier_value: value, given_names: 'Febby', family_name: familyName };
    const over = await importFile(registry.administrator, file(row(`gone-${standing}`, cells)));
    expect(over.possibleDuplicates).toBe(2);
  });

  it('is said before saving where she has left', async () => {
    const cells = { given_names: 'Febby', family_name: 'Musonda', relationship: 'spouse', identifier_type: 'ZM-NRC' };
    const gone = row('left-1', { ...cells, identifier_value: '300023/11/1' });
    await importFile(registry.administrator, file(row('left-1'), gone));
    await accept(await importFile(registry.administrator, file(row('left-1'))));
    const members = [febby('Musonda', '300023/11/1')];
    const path = '/v1/people/possible-duplicates';
    const { body } = await registry.caseworker.post(path, { areaCode: samfya, members });
    expect(body.possibleDuplicates).toMatchObject([{ standing: 'left' }]);
  });

  it('is a suspicion where she has died in another district, and is said there without saying who', async () => {
    const elsewhere = household({ areaCode: lunga, members: [febby('Chisanga', '300026/11/1')] });
    const { body: first } = await registry.neighbour.post('/v1/households', elsewhere);
    await registry.neighbour.post(`/v1/people/${String(personOf(first))}/death`, death);
    const members = [febby('Chisanga', '300026/11/1')];
    const { body: second } = await registry.register(household({ members }));
    expect(second).toMatchObject({ possibleDuplicates: [], registeredElsewhere: 1 });
    expect(await suspectedOf(personOf(second))).toMatchObject([
      { personIds: [personOf(first), personOf(second)], matchedOn: expect.arrayContaining(['identifier', 'name']) },
    ]);
  });

  it('and of a namesake without one says nothing', async () => {
    const { body: first } = await registry.register(household({ members: [febby('Mulenga', '300024/11/1')] }));
    await registry.caseworker.post(`/v1/people/${String(personOf(first))}/death`, death);
    const members = [febby('Mulenga', '300025/11/1')];
    const path = '/v1/people/possible-duplicates';
    const { body } = await registry.caseworker.post(path, { areaCode: samfya, members });
    expect(body.possibleDuplicates).toEqual([]);
  });
});

describe('two people who look like one', () => {
  let pair: RegisteredHousehold[];
  beforeAll(async () => {
    const twin = (bornOn: `${number}-${number}-${number}`) =>
      household({
        members: [member({ givenNames: 'Ireen', familyName: 'Zimba', bornOn, identifiers: nrc('300005/11/1') })],
      });
    pair = [(await registry.register(twin('1971-03-04'))).body, (await registry.register(twin('1971-03-05'))).body];
  });

  it('are shown with both households, as far as they are within reach', async () => {
    const [one, other] = pair;
    const [shown] = await list(`/v1/households/${String(other?.id)}/duplicates`);
    expect(shown).toMatchObject({
      state: 'open',
      people: [
        { personId: one && personOf(one), householdId: one?.id, number: one?.number },
        { personId: other && personOf(other), householdId: other?.id, number: other?.number },
      ],
    });
    const looks = async () => {
      const { body } = await registry.caseworker.get(`/v1/households/${String(one?.id)}/access-log?limit=200`);
      return body.items.filter(({ what }) => what === 'duplicates').length;
    };
    const before = await looks();
    expect(before).toBe(1);
    expect((await list('/v1/duplicates?state=open&limit=1')).map(({ id }) => id)).toEqual([shown?.id]);
    expect(await looks()).toBe(before + 1);
    expect((await list('/v1/duplicates?state=open', registry.neighbour)).map(({ id }) => id)).not.toContain(shown?.id);
    const missing = await registry.neighbour.get(`/v1/households/${String(other?.id)}/duplicates`);
    expect(missing).toMatchObject({ status: 404, body: { code: 'registry.household_not_found' } });
  });

  it('are two when a supervisor says so with a reason, who has registered neither', async () => {
    const [shown] = await list(`/v1/households/${String(pair[0]?.id)}/duplicates`);
    const path = `/v1/duplicates/${String(shown?.id)}/dismiss` as const;
    const reason = { reason: 'The two cards were held side by side.' };
    expect((await registry.caseworker.post(path, reason)).status).toBe(403);
    const clerk = await registry.as({ roles: ['caseworker', 'supervisor'] });
    expect(await clerk.post(path, reason)).toMatchObject({ status: 403, body: { code: 'registry.duplicate_own' } });
    const distant = await registry.as({ roles: ['supervisor'], areas: [lunga], id: 'supervisor-lunga' });
    expect(await distant.post(path, reason)).toMatchObject({ status: 404 });
    expect((await registry.supervisor.post(path, { reason: ' ' })).status).toBe(400);
    const done = await registry.supervisor.post(path, reason);
    expect(done).toMatchObject({ status: 200, body: { state: 'dismissed', ...reason } });
    expect(await registry.supervisor.post(path, reason)).toMatchObject({ status: 409 });
    expect((await dismissed()).map(({ data }) => data)).toEqual([
      { duplicateId: shown?.id, personIds: pair.map(personOf), householdIds: pair.map(({ id }) => id) },
    ]);
  });
});

describe('names for a list', () => {
  it('are those within reach, and that they were shown stays on record', async () => {
    const head = member({ givenNames: 'Ruth', familyName: 'Banda' });
    const mine = (await registry.register(household({ members: [head], address: 'Kasaba' }))).body;
    const theirs = await registry.neighbour.post('/v1/households', household({ areaCode: lunga }));
    const officer = await registry.as({ roles: ['payments-approver'], areas: [samfya], name: 'Ruth Approver' });
    const body = {
      personIds: [personOf(mine), personOf(theirs.body), randomUUID()],
      householdIds: [mine.id, theirs.body.id],
    };
    const names = await officer.untyped.post<Names>('/v1/people/names', body);
    expect(names).toMatchObject({ status: 200 });
    expect(names.body).toEqual({
      people: [{ personId: personOf(mine), name: 'Ruth Banda' }],
      households: [
        { householdId: mine.id, number: mine.number, head: 'Ruth Banda', address: 'Kasaba', areaCode: samfya },
      ],
    });
    const log = await registry.caseworker.get(`/v1/households/${mine.id}/access-log`);
    expect(log.body.items.filter((entry) => 'what' in entry && entry.what === 'names')).toHaveLength(1);
    const tooMany = Array.from({ length: 101 }, () => randomUUID());
    expect((await officer.post('/v1/people/names', { personIds: tooMany, householdIds: tooMany })).status).toBe(400);
    expect((await officer.post('/v1/people/names', {})).body).toEqual({ people: [], households: [] });
  });
});
