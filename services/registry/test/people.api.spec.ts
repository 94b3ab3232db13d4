import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { HouseholdSummary, PeopleFound, RegisteredHousehold } from '@janela/contracts';
import { type Caller, household, member } from '@janela/testing';

import { lunga } from './country.ts';
import { type Registry, seen, startRegistry } from './registry.ts';

let registry: Registry;
let grandmother: RegisteredHousehold;
beforeAll(async () => {
  registry = await startRegistry();
  const head = member({
    givenNames: "Chanda Ng'andu",
    familyName: 'Mwansa-Phiri',
    identifiers: [{ type: 'ZM-NRC', value: '123456/78/1' }],
    phone: '+260971234567',
  });
  grandmother = (await registry.register(household({ members: [head], externalReference: 'form-1' }))).body;
  for (const bornOn of ['1990-06-01', '1960-01-01', '2001-12-24'] as const)
    await registry.register(household({ members: [member({ givenNames: 'Mutale', familyName: 'Mulenga', bornOn })] }));
  await registry.neighbour.post(
    '/v1/households',
    household({ areaCode: lunga, members: [member({ familyName: 'Mwansa' })] }),
  );
});
afterAll(() => registry.stop());

async function found(query: Record<string, string>, caller: Caller = registry.caseworker) {
  const { status, body } = await caller.get<PeopleFound>(`/v1/people?${new URLSearchParams(query)}`);
  expect(status).toBe(200);
  return body.items;
}

const names = (items: PeopleFound['items']) => items.map(({ givenNames, familyName }) => `${givenNames} ${familyName}`);

describe('a search', () => {
  it.each([
    ['the name', { name: 'Chanda Mwansa' }, 'name'],
    ['the name the other way round', { name: 'phiri CHANDA' }, 'name'],
    ['a name as it sounds', { name: 'Canda Muansa' }, 'sounds_like_name'],
    ['the national number, however it is written', { identifier: '123456 78 1' }, 'identifier'],
    ['the telephone', { phone: '+260 97 123 4567' }, 'phone'],
    ['whatever is typed: a telephone', { q: '+260971234567' }, 'phone'],
    ['whatever is typed: a national number', { q: '123456/78/1' }, 'identifier'],
    ['whatever is typed: a name', { q: "Ng'andu" }, 'name'],
  ])('finds somebody by %s', async (_what, query, match) => {
    const items = await found(query as Record<string, string>);
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({ householdId: grandmother.id, householdNumber: grandmother.number });
    expect(items[0]?.matched).toContain(match);
  });

  it('finds somebody by the number on the card, typed in small letters', async () => {
    expect(await found({ q: grandmother.number.toLowerCase() })).toMatchObject([{ matched: ['number'] }]);
  });

  it('puts the birthday that fits first, and leaves out those that are years away', async () => {
    const items = await found({ name: 'Mutale Mulenga', bornOn: '1990-06-01' });
    expect(items.map(({ bornOn, matched }) => [bornOn, matched])).toEqual([
      ['1990-06-01', ['name', 'birth_date', 'birth_year']],
    ]);
    expect(await found({ name: 'Mutale Mulenga' })).toHaveLength(3);
  });

  it('shows no telephone, national number or address', async () => {
    expect(JSON.stringify(await found({ name: 'Chanda Mwansa' }))).not.toMatch(
      /phone"|identifiers|address|123456|97123/,
    );
  });

  it('ends at the border of the district', async () => {
    expect(names(await found({ name: 'Chanda Mwansa' }, registry.neighbour))).toEqual(['Chanda Mwansa']);
    expect(await found({ identifier: '123456/78/1' }, registry.neighbour)).toEqual([]);
    expect(await found({ phone: '+260971234567' }, registry.neighbour)).toEqual([]);
    expect(await found({ number: grandmother.number }, registry.neighbour)).toEqual([]);
    const outside = await registry.neighbour.get('/v1/people?name=Chanda&areaCode=ZM104011');
    expect(outside).toMatchObject({ status: 403, body: { code: 'access.area_out_of_reach' } });
  });

  it.each([
    ['without a term', '', 'registry.search_without_term'],
    ['by an area only', '?areaCode=ZM104011', 'registry.search_without_term'],
    ['for a wildcard', '?name=%25', 'registry.search_without_term'],
    ['for a number with a slip of the pen', '?number=ZM104011-000001-0', 'registry.check_digit_wrong'],
    ['for what is no number', '?number=17', 'registry.number_malformed'],
    ['by what nobody can search by', '?sex=female', 'request.invalid'],
  ])('%s is refused', async (_what, query, code) => {
    expect(await registry.caseworker.get(`/v1/people${query}`)).toMatchObject({ status: 400, body: { code } });
  });

  it('stays on record, sealed', async () => {
    await found({ name: 'Chanda Mwansa' });
    const [entry] = await registry.database.dataSource.query<{ actor: string; details: object }[]>(
      `SELECT actor, details FROM audit_entries WHERE action = 'people.searched' ORDER BY id DESC LIMIT 1`,
    );
    expect(entry).toMatchObject({
      actor: 'caseworker',
      details: { by: ['words'], terms: { sealed: expect.any(String) } },
    });
  });

  it('does not find who has left, and still finds who has died', async () => {
    const { body } = await registry.register(
      household({ members: [member({ givenNames: 'Kunda', familyName: 'Besa' })] }),
    );
    const personId = body.members[0]?.personId;
    await registry.caseworker.post(`/v1/people/${String(personId)}/death`, {
      on: '2026-11-01',
      source: 'household',
      certainty: 'reported',
    });
    expect(await found({ name: 'Kunda Besa' })).toMatchObject([{ personId, diedOn: '2026-11-01' }]);
  });

  it('follows a name that is corrected', async () => {
    const { body } = await registry.register(
      household({ members: [member({ givenNames: 'Wrong', familyName: 'Name' })] }),
    );
    const members = [{ personId: body.members[0]?.personId, givenNames: 'Thokozani', familyName: 'Zimba' }];
    await registry.caseworker.patch(`/v1/households/${body.id}`, { reason: 'correction', members }, seen(body));
    expect(names(await found({ name: 'Tokozani Zimba' }))).toEqual(['Thokozani Zimba']);
    expect(await found({ name: 'Wrong Name' })).toEqual([]);
  });
});

describe('a household', () => {
  const get = (query: string, caller: Caller = registry.caseworker) =>
    caller.get<{ items: HouseholdSummary[] }>(`/v1/households${query}`);

  it('is found by its number or its form, and never listed', async () => {
    const summary = {
      id: grandmother.id,
      number: grandmother.number,
      state: 'active',
      headName: "Chanda Ng'andu Mwansa-Phiri",
      size: 1,
    };
    expect((await get(`?number=${grandmother.number}`)).body.items).toMatchObject([summary]);
    expect((await get('?externalReference=form-1')).body.items).toMatchObject([summary]);
    expect((await get('?externalReference=form-1', registry.neighbour)).body.items).toEqual([]);
    expect(await get('')).toMatchObject({ status: 400, body: { code: 'registry.search_without_term' } });
  });
});
