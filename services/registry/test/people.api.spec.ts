import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { HouseholdSummary, PeopleFound, RegisteredHousehold } from '@janela/contracts';
import { type Caller, household, ifMatch, member } from '@janela/testing';

import { lunga, samfya } from './country.ts';
import { type Registry, startRegistry } from './registry.harness.ts';

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

async function found(query: Record<string, string>, caller: Caller<'registry'> = registry.caseworker) {
  const { status, body } = await caller.get(`/v1/people?${new URLSearchParams(query)}`);
  expect(status).toBe(200);
  return body.items;
}

/** Changes rows as nothing at the window does in so great a number. */
const inZambia = (sql: string) =>
  registry.db.transaction(async (tx) => {
    await tx.query(`SELECT set_config('janela.areas', '{ZM}', true)`);
    await tx.query(sql);
  });

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
    ['a name without its apostrophe', { q: 'Ngandu' }, 'name'],
    ['a name with a space for its apostrophe', { q: 'ng andu' }, 'name'],
    ['a name with other signs between its words', { q: 'mwansa_phiri,chanda' }, 'name'],
    ['the beginning of a name', { q: 'Cha' }, 'sounds_like_name'],
    ['the beginnings of two', { q: 'Chan Phi' }, 'sounds_like_name'],
    ['a letter too many', { q: 'Mwannsa' }, 'sounds_like_name'],
    ['a letter too few', { q: 'Mwnsa' }, 'sounds_like_name'],
    ['another letter', { q: 'Chandu Phiri' }, 'sounds_like_name'],
    ['two letters swapped', { q: 'Hcanda' }, 'sounds_like_name'],
    ['a slip in each of two words', { q: 'Chnada Phirri' }, 'sounds_like_name'],
    ['the telephone as it is dialled', { q: '0971234567' }, 'phone'],
    ['the telephone as it is dialled from abroad', { q: '00260 97 123 4567' }, 'phone'],
    ['the telephone with the prefix alone', { q: '260971234567' }, 'phone'],
    ['the telephone with dots and brackets', { phone: '(097) 123.45-67' }, 'phone'],
    ['the telephone without its first nought', { q: '971234567' }, 'phone'],
    ['the telephone beside a name', { q: 'Chanda 0971 234 567' }, 'phone'],
    ['the national number without slashes', { q: '123456781' }, 'identifier'],
    ['the national number with spaces', { q: '123456 78 1' }, 'identifier'],
    ['the national number with dashes, beside a name', { q: 'chanda 123456-78-1' }, 'identifier'],
    ['the number of the paper form', { q: 'form-1' }, 'number'],
    ['a name and a birth year', { q: 'Mwansa 1956' }, 'birth_year'],
    ['a name and a birthday', { q: '01/03/1956 Phiri' }, 'birth_date'],
    ['a name and a birth month', { name: 'Phiri', bornOn: '1956-03' }, 'birth_year'],
    ['a birthday alone', { q: '1956-03-01' }, 'birth_date'],
    ['a birth month alone', { q: 'March 1956' }, 'birth_year'],
  ])('finds a person by %s', async (_what, query, match) => {
    const items = await found(query as Record<string, string>);
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({ householdId: grandmother.id, householdNumber: grandmother.number });
    expect(items[0]?.matched).toContain(match);
  });

  it('finds a person by the number on the card, typed in small letters', async () => {
    expect(await found({ q: grandmother.number.toLowerCase() })).toMatchObject([{ matched: ['number'] }]);
  });

  it('finds a person by the number on the card without its dashes, or without its check digit', async () => {
    const { number } = grandmother;
    for (const typed of [number.replaceAll('-', ''), number.replaceAll('-', ' '), number.slice(0, -2)])
      for (const query of [{ q: typed }, { number: typed }] as Record<string, string>[])
        expect(await found(query)).toMatchObject([{ householdNumber: number, matched: ['number'] }]);
    const { body } = await registry.caseworker.get(`/v1/households?number=${number.replaceAll('-', '').toLowerCase()}`);
    expect(body.items).toMatchObject([{ id: grandmother.id }]);
  });

  it('finds those who were born in a year, and takes what is no name for no name', async () => {
    expect(names(await found({ q: '1960' }))).toEqual(['Mutale Mulenga']);
    expect(await found({ q: 'Mulenga 1975' })).toEqual([]);
    expect(await registry.caseworker.get('/v1/people?name=Mwansa&bornOn=31/02/1956')).toMatchObject({
      status: 400,
      body: { code: 'registry.birth_unreadable' },
    });
  });

  it('puts the birth year that fits exactly before those around it', async () => {
    const born = ['1970-05-05', '1971-05-05', '1972-05-05'] as const;
    const members = born.map((bornOn, index) =>
      member({ givenNames: 'Thandiwe', familyName: 'Sakala', bornOn, relationship: index === 0 ? 'head' : 'child' }),
    );
    await registry.register(household({ members }));
    for (const year of ['1970', '1971', '1972'])
      expect((await found({ q: `Sakala ${year}` }))[0]?.bornOn.slice(0, 4)).toBe(year);
  });

  it('finds names that have digits in them', async () => {
    await registry.register(household({ members: [member({ givenNames: 'Richard 3rd', familyName: 'King 1901' })] }));
    for (const q of ['Richard 3rd King', 'richard 3RD king 1901', 'King 1901'])
      expect(names(await found({ q }))).toEqual(['Richard 3rd King 1901']);
  });

  it('shows the exact name first, however many are like it', async () => {
    const like = ['Naomy', 'Noami', 'Naomie', 'Naome'];
    for (let batch = 0; batch < 8; batch += 1)
      await registry.register(
        household({
          members: Array.from({ length: 30 }, (_, index) =>
            member({
              givenNames: `${like[index % 4] ?? ''} ${'abcdefgh'[batch] ?? ''}`,
              familyName: 'Kasoma',
              relationship: index === 0 ? 'head' : 'child',
            }),
          ),
        }),
      );
    await registry.register(household({ members: [member({ givenNames: 'Naomi', familyName: 'Kasoma' })] }));
    for (const q of ['Naomi Kasoma', 'kasoma NAOMI', 'Naomi'])
      expect(names(await found({ q }))[0]).toBe('Naomi Kasoma');
    for (const q of ['Naomi Kasomba', 'Naomi Kaso', 'Naomi Kas', 'Kasmoa Naomi'])
      expect(names(await found({ q }))).toContain('Naomi Kasoma');
  }, 60_000);

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
    ['by what is no search term', '?sex=female', 'request.invalid'],
  ])('%s is refused', async (_what, query, code) => {
    expect(await registry.caseworker.untyped.get(`/v1/people${query}`)).toMatchObject({ status: 400, body: { code } });
  });

  it('stays on record, sealed', async () => {
    await found({ name: 'Chanda Mwansa' });
    const [entry] = await registry.db.query<{ actor: string; details: object }[]>(
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

  it('finds the living before any number of namesakes who have died or left', async () => {
    const named = (relationship: 'head' | 'child', givenNames = 'Lusungu') =>
      member({ givenNames, familyName: 'Hamoonga', relationship, bornOn: '1980-01-01' });
    for (let batch = 0; batch < 3; batch += 1)
      await registry.register(
        household({ members: [named('head'), ...Array.from({ length: 49 }, () => named('child'))] }),
      );
    await inZambia(`UPDATE people SET died_on = '2026-11-01', death_source = 'household', death_certainty = 'reported'
      WHERE family_name = 'Hamoonga' AND relationship = 'head'`);
    await inZambia(
      `UPDATE people SET left_on = '2026-11-01' WHERE family_name = 'Hamoonga' AND relationship <> 'head'`,
    );
    await registry.register(household({ members: [named('head')] }));
    await registry.register(household({ members: [named('head', 'Lusungwu')] }));
    for (const query of [{ name: 'Lusungu Hamoonga' }, { name: 'Lusungu Hamoonga', bornOn: '1980-01-01' }] as Record<
      string,
      string
    >[])
      expect((await found(query)).map(({ givenNames, diedOn }) => [givenNames, diedOn])).toEqual([
        ['Lusungu', undefined],
        ...Array.from({ length: 3 }, () => ['Lusungu', '2026-11-01']),
        ['Lusungwu', undefined],
      ]);
    await inZambia(`UPDATE people SET left_on = NULL, died_on = '2026-11-01', death_source = 'household', death_certainty = 'reported'
      WHERE family_name = 'Hamoonga' AND relationship <> 'head'`);
    for (const name of ['Lusungu Hamoonga', 'Hamoonga'])
      expect((await found({ name }))[0]).not.toHaveProperty('diedOn');
  });

  it('follows a name that is corrected', async () => {
    const { body } = await registry.register(
      household({ members: [member({ givenNames: 'Wrong', familyName: 'Name' })] }),
    );
    const members = [{ personId: body.members[0]?.personId, givenNames: 'Thokozani', familyName: 'Zimba' }];
    await registry.caseworker.untyped.patch(
      `/v1/households/${body.id}`,
      { reason: 'correction', members },
      ifMatch(body),
    );
    expect(names(await found({ name: 'Tokozani Zimba' }))).toEqual(['Thokozani Zimba']);
    expect(await found({ name: 'Wrong Name' })).toEqual([]);
  });
});

describe('a household', () => {
  const get = (query: string, caller: Caller<'registry'> = registry.caseworker) =>
    caller.untyped.get<{ items: HouseholdSummary[] }>(`/v1/households${query}`);

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

  it('is found page by page where forms of several districts have its number', async () => {
    const externalReference = 'form-of-many';
    const officer = await registry.as({ roles: ['caseworker'], areas: ['ZM'], id: 'caseworker-zm' });
    const ids = [];
    for (const areaCode of [samfya, lunga]) {
      const { body } = await officer.post('/v1/households', household({ areaCode, externalReference }));
      ids.unshift(body.id);
    }
    const page = (query: string) => officer.get(`/v1/households?externalReference=${externalReference}${query}`);
    const { body: first } = await page('&limit=1');
    const { body: rest } = await page(`&limit=1&after=${String(first.next)}`);
    expect([...first.items, ...rest.items].map(({ id }) => id)).toEqual(ids);
    expect([rest.next, (await page('&limit=2')).body.next]).toEqual([null, null]);
    expect(await page('&limit=0')).toMatchObject({ status: 400 });
  });

  it('whose head has died is known by the first who lives there, and by the head when no one does', async () => {
    const { body: of } = await registry.register(
      household({
        members: [
          member({ givenNames: 'Agness', familyName: 'Mumba' }),
          member({ givenNames: 'Moses', familyName: 'Mumba', relationship: 'sibling', bornOn: '1960-01-01' }),
        ],
      }),
    );
    const known = async () => {
      const [summary] = (await get(`?number=${of.number}`)).body.items;
      const names = await registry.caseworker.post('/v1/people/names', { householdIds: [of.id] });
      return [summary?.headName, summary?.size, names.body.households[0]?.head];
    };
    const die = (index: number) =>
      registry.caseworker.post(`/v1/people/${String(of.members[index]?.personId)}/death`, {
        on: '2026-11-05',
        source: 'household',
        certainty: 'certified',
      });
    expect(await known()).toEqual(['Agness Mumba', 2, 'Agness Mumba']);
    await die(0);
    expect(await known()).toEqual(['Moses Mumba', 1, 'Moses Mumba']);
    await die(1);
    expect(await known()).toEqual(['Agness Mumba', 0, null]);
  });
});
