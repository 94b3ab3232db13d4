import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { hasValidCheckDigit, parseHouseholdNumber } from '@janela/kernel';
import {
  type Household,
  HouseholdRegistered,
  HouseholdUpdated,
  PayeeDesignated,
  RegisteredHousehold,
} from '@janela/contracts';
import { fullHousehold, grandchild, household, ifMatch, member } from '@janela/testing';

import { numberFormats, samfya } from './country.ts';
import { errorsOf, file, importFile, row } from './importing.ts';
import { type Registry, startRegistry } from './registry.harness.ts';

let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry();
});
afterAll(() => registry.stop());

const events = () => registry.published();
const rows = (sql: string) => registry.db.query<Record<string, unknown>[]>(sql);
const read = (id: string) => registry.caseworker.get(`/v1/households/${id}`);

describe('registering a household', () => {
  it('answers its number, its version and its members, with every number masked', async () => {
    const { status, headers, body } = await registry.register(fullHousehold());
    expect(status).toBe(201);
    expect(headers.get('etag')).toBe('"1"');
    expect(RegisteredHousehold.parse(body)).toMatchObject({
      version: 1,
      state: 'active',
      areaCode: samfya,
      possibleDuplicates: [],
    });
    expect(parseHouseholdNumber(body.number).areaCode).toBe(samfya);
    expect(body.members.map(({ givenNames, relationship }) => [givenNames, relationship])).toEqual([
      ['Chanda', 'head'],
      ['Mutale', 'grandchild'],
    ]);
    expect(body.members[0]).toMatchObject({ identifiers: [{ type: 'ZM-NRC', masked: '••• 8/1' }], phone: '••• 567' });
    expect(body.payee).toMatchObject({ personId: body.members[0]?.personId, account: '••• 567', provider: 'sandbox' });
    expect(body.residence).toMatchObject({ months: 30, urban: false });
    expect(body.consent?.purposes.toSorted()).toEqual(['eligibility', 'payment', 'statistics']);
    expect(JSON.stringify(body)).not.toMatch(/123456|971234567/);
  });

  it('publishes the facts, without a name, and for payments who collects', async () => {
    const { body } = await registry.register(
      fullHousehold({ members: [member(), grandchild()], externalReference: 'f-1' }),
    );
    const [registered] = (await registry.published(HouseholdRegistered)).filter(({ key }) => key === body.id);
    expect(registered).toMatchObject({ id: body.lastEventId, topic: 'registry.household', aggregateVersion: 1 });
    expect(registered?.data).toMatchObject({
      number: body.number,
      source: 'window',
      facts: { size: 2, assets: ['radio', 'bicycle'] },
    });
    const [designated] = (await registry.published(PayeeDesignated)).filter(({ key }) => key === body.id);
    expect(designated).toMatchObject({
      topic: 'registry.payee',
      data: { name: 'Chanda Mwape', account: '+260971234567' },
    });
  });

  it('keeps what is left out unknown, and fills nothing in', async () => {
    const { body } = await registry.register(household());
    expect(Object.keys(body).toSorted()).toEqual([
      'areaCode',
      'id',
      'lastEventId',
      'members',
      'number',
      'possibleDuplicates',
      'registeredAt',
      'state',
      'updatedAt',
      'version',
    ]);
    expect(Object.keys(body.members[1] ?? {}).toSorted()).toEqual([
      'bornOn',
      'bornOnPrecision',
      'familyName',
      'givenNames',
      'identifiers',
      'personId',
      'relationship',
      'sex',
    ]);
    const [event] = (await registry.published(HouseholdRegistered)).filter(({ key }) => key === body.id);
    expect(Object.keys(event?.data.facts ?? {})).toEqual(['size', 'members']);
  });

  it('gives each household of an area the next number, with a check digit', async () => {
    const numbers = [];
    for (let count = 0; count < 12; count += 1) numbers.push((await registry.register(household())).body.number);
    const serials = numbers.map((number) => parseHouseholdNumber(number).serial);
    expect(serials).toEqual(serials.map((_, index) => (serials[0] ?? 0) + index));
    expect(hasValidCheckDigit('0')).toBe(false);
  });

  it('stores national numbers, telephones and accounts encrypted only', async () => {
    await registry.register(
      fullHousehold({
        members: [
          member({ phone: '+260977000111', identifiers: [{ type: 'ZM-NRC', value: '654321/10/1' }] }),
          grandchild(),
        ],
      }),
    );
    for (const table of ['people', 'identifiers', 'payees', 'household_changes', 'audit_entries', 'access_log'])
      expect(
        JSON.stringify(
          await registry.db.transaction(async (tx) => {
            await tx.query(`SELECT set_config('janela.areas', '{ZM}', true)`);
            return tx.query(`SELECT * FROM ${table}`) as Promise<unknown>;
          }),
        ),
      ).not.toMatch(/654321|977000111|971234567/);
  });

  it('takes a household once, however often the same request is sent', async () => {
    const key = { 'idempotency-key': randomUUID() };
    const first = await registry.register(household(), key);
    const again = await registry.register(household(), key);
    expect(again.body).toEqual(first.body);
    const other = await registry.register(household({ address: 'elsewhere' }), key);
    expect(other).toMatchObject({ status: 422, body: { code: 'idempotency.key_reused' } });
  });

  it('takes one household when ten identical requests come at once', async () => {
    const key = { 'idempotency-key': randomUUID() };
    const input = household({ externalReference: 'ten-at-once' });
    const answers = await Promise.all(Array.from({ length: 10 }, () => registry.register(input, key)));
    const taken = answers.filter(({ status }) => status === 201);
    expect(answers.every(({ status }) => status === 201 || status === 409)).toBe(true);
    expect(new Set(taken.map(({ body }) => body.id)).size).toBe(1);
    const stored = (await events()).filter(({ key: id }) => id === taken[0]?.body.id);
    expect(stored.map(({ type }) => type)).toEqual(['registry.household.registered.v1']);
  });

  it('takes a form once, and says which household it became', async () => {
    const first = await registry.register(household({ externalReference: 'form-77' }));
    const second = await registry.register(household({ externalReference: 'form-77' }));
    expect(second).toMatchObject({
      status: 409,
      body: { code: 'registry.duplicate_reference', householdId: first.body.id, number: first.body.number },
    });
  });

  it('takes a form once also where five register it at one time, and shows the others which household it became', async () => {
    const input = household({ externalReference: 'five-at-once' });
    const answers = await Promise.all(Array.from({ length: 5 }, () => registry.register(input)));
    const [first, ...more] = answers.filter(({ status }) => status === 201);
    expect(more).toEqual([]);
    for (const { status, body } of answers.filter((answer) => answer !== first))
      expect({ status, body }).toMatchObject({
        status: 409,
        body: { code: 'registry.duplicate_reference', householdId: first?.body.id },
      });
  });

  it('says who may be here already, and takes the household all the same', async () => {
    const nrc = [{ type: 'ZM-NRC', value: '111222/33/1' }];
    const first = await registry.register(
      household({
        members: [member({ givenNames: 'Bwalya', familyName: 'Chilufya', bornOn: '1961-05-17', identifiers: nrc })],
      }),
    );
    const again = await registry.register(
      household({
        members: [member({ givenNames: 'Chilufya', familyName: 'Bwaria', bornOn: '1961-05-17', identifiers: nrc })],
      }),
    );
    expect(again.status).toBe(201);
    expect(again.body.possibleDuplicates[0]).toEqual({
      householdId: first.body.id,
      number: first.body.number,
      personId: first.body.members[0]?.personId,
      likenessPercent: 99,
      because: ['identifier', 'sounds_like_name', 'birth_date', 'area'],
    });
    const other = await registry.register(
      household({ members: [member({ givenNames: 'Bwalya', familyName: 'Chilufya', bornOn: '1931-05-17' })] }),
    );
    expect(other.body.possibleDuplicates).toEqual([]);
  });
});

describe('a person who may be here already', () => {
  it.each([
    ['an accent that is not typed', ['Ŵiza', 'Nyirenda'], ['wiza', 'Nyirenda']],
    ['another kind of space', ['Anna\u00a0Maria', 'Tembo_Zulu'], ['Anna Maria', 'Tembo Zulu']],
    ['Arabic letters', ['محمّد', 'أحمد'], ['محمد', 'احمد']],
    ['Cyrillic letters', ['Алексей', 'Иванов'], ['АЛЕКСЕЙ', 'ИВАНОВ']],
    ['Ethiopic letters', ['አበበ', 'ቢቂላ'], ['አበበ', 'ቢቂላ']],
    ['a fifth word', ['Aaa Bbb Ccc Ddd Kunda', 'Zimba'], ['Kunda', 'Zimba']],
  ])('is pointed at, written with %s', async (_what, one, other) => {
    const named = ([givenNames = '', familyName = '']: readonly string[]) =>
      household({ members: [member({ givenNames, familyName, bornOn: '1973-07-07' })] });
    const { body: first } = await registry.register(named(one));
    const { body: second } = await registry.register(named(other));
    expect(second.possibleDuplicates.map(({ householdId }) => householdId)).toContain(first.id);
  });
});

describe('what a registration refuses', () => {
  const nrc = (value: string) => member({ identifiers: [{ type: 'ZM-NRC', value }] });

  it.each([
    ['no head', household({ members: [grandchild()] }), 'head_missing', '/members'],
    ['two heads', household({ members: [member(), member()] }), 'two_heads', '/members/1/relationship'],
    ['without members', household({ members: [] }), 'too_small', '/members'],
    [
      'a sex outside the list',
      household({ members: [member({ sex: 'X' as 'male' })] }),
      'invalid_value',
      '/members/0/sex',
    ],
    [
      'a day that does not exist',
      household({ members: [member({ bornOn: '1956-02-30' })] }),
      'invalid_format',
      '/members/0/bornOn',
    ],
    [
      'a birth in the future',
      household({ members: [member({ bornOn: '2096-01-01' })] }),
      'date_in_future',
      '/members/0/bornOn',
    ],
    ['a field that is not known', { ...household(), income: 3 }, 'unknown_field', '/income'],
    [
      'a payee who is not a member',
      household({ payee: { member: 5, channel: 'cash' } }),
      'payee_not_a_member',
      '/payee/member',
    ],
    ['an area that is none', household({ areaCode: 'ZM1' }), 'area_malformed', '/areaCode'],
    [
      'a malformed national number',
      household({ members: [nrc('12345')] }),
      'identifier_malformed',
      '/members/0/identifiers/0/value',
    ],
    [
      'a kind of number that the country has not',
      household({ members: [member({ identifiers: [{ type: 'MZ-BI', value: '1' }] })] }),
      'identifier_type_unknown',
      '/members/0/identifiers/0/type',
    ],
    [
      'one number for two people',
      household({ members: [nrc('123456/78/1'), { ...nrc('123456/78/1'), relationship: 'spouse' as const }] }),
      'identifier_twice',
      '/members/1/identifiers/0/value',
    ],
  ])('is %s', async (_what, input, code, pointer) => {
    const answer = await registry.caseworker.post('/v1/households', input);
    expect(answer).toMatchObject({ status: 400, body: { code: 'request.invalid' } });
    expect(answer.body.errors).toContainEqual(expect.objectContaining({ in: 'body', pointer, code }));
  });

  it.each([
    ['an area that does not exist', 'ZM104011W99', 422, 'registry.area_unknown'],
    ['an area that is another district', 'ZM104005', 403, 'access.area_out_of_reach'],
  ])('is %s', async (_what, areaCode, status, code) => {
    expect(await registry.register(household({ areaCode }))).toMatchObject({ status, body: { code } });
  });

  it.each([
    ['an area that is no more', 'ZM104012', 'registry.area_closed'],
    ['a whole country', 'ZM', 'registry.area_too_large'],
  ])('is %s, also for a caller who reaches every area', async (_what, areaCode, code) => {
    const caller = await registry.as({ roles: ['supervisor'], areas: ['ZM'] });
    expect(await caller.post('/v1/households', household({ areaCode }))).toMatchObject({ status: 422, body: { code } });
  });

  it.each([
    ['text that is not JSON', '{"areaCode":', 'application/json', 400, 'request.not_json'],
    ['another media type', '<household/>', 'application/xml', 415, 'request.unsupported_media_type'],
    ['twenty megabytes', `"${'x'.repeat(20_000_000)}"`, 'application/json', 413, 'request.too_large'],
  ])('is %s', async (_what, body, type, status, code) => {
    const answer = await registry.caseworker.untyped.post('/v1/households', body, { 'content-type': type });
    expect(answer).toMatchObject({ status, body: { code } });
  });

  it('leaves nothing behind', async () => {
    const before = (await events()).length;
    await registry.register(household({ externalReference: 'refused', members: [nrc('1')] }));
    expect((await events()).length).toBe(before);
    expect(await rows(`SELECT FROM idempotency_keys WHERE key = 'refused'`)).toEqual([]);
  });
});

describe('the numbers that people give', () => {
  const wallet = (account: string, channel: 'mobile_money' | 'bank_transfer' = 'mobile_money') =>
    household({ payee: { member: 0, channel, provider: 'sandbox', account } });
  const designations = async (id: string) =>
    (await registry.published(PayeeDesignated)).filter(({ key }) => key === id);

  it('are kept in one form, so that one wallet that is written two ways is one', async () => {
    const accounts = ['0971234567', '260971234567', '00260 97 123-4567', '(097) 123 4567', '971234567'];
    const ids = await Promise.all(accounts.map(async (account) => (await registry.register(wallet(account))).body.id));
    for (const id of ids) expect((await designations(id))[0]?.data.account).toBe('+260971234567');
    const { body } = await registry.register(wallet('zm 0012-3456', 'bank_transfer'));
    expect((await designations(body.id))[0]?.data.account).toBe('ZM00123456');
  });

  it('are the same in a registration, a change and a search', async () => {
    const nrc = (value: string) => [{ type: 'ZM-NRC', value }];
    const { body: before } = await registry.register(
      household({ members: [member({ phone: '0955 121 314', identifiers: nrc('455555 66 1') })] }),
    );
    const [head] = before.members;
    const same = { personId: head?.personId, phone: '00260955121314', identifiers: nrc('455555661') };
    const { body: after } = await registry.caseworker.untyped.patch<Household>(
      `/v1/households/${before.id}`,
      { reason: 'correction', members: [same] },
      ifMatch(before),
    );
    expect(after.version).toBe(1);
    expect(after.members[0]).toMatchObject({ phone: '••• 314', identifiers: [{ masked: '••• 6/1' }] });
  });

  it.each([
    ['a number that a spreadsheet has spoilt', 'mobile_money', '2.60971E+11', '+260971234567'],
    ['a dash', 'mobile_money', '-', '+260971234567'],
    ['a telephone that is one digit short', 'mobile_money', '097123456', '+260971234567'],
    ['a wallet of another country', 'mobile_money', '+258841234567', '+260971234567'],
    ['sixty-four letters', 'bank_transfer', 'A'.repeat(64), '0012345678901'],
    ['a word', 'bank_transfer', 'account', '0012345678901'],
  ] as const)('are refused with an example where they are no account: %s', async (_what, channel, account, example) => {
    const refused = await registry.caseworker.post('/v1/households', {
      ...wallet(account),
      payee: { member: 0, channel, account },
    });
    expect(refused).toMatchObject({ status: 400, body: { code: 'request.invalid' } });
    const problem = { in: 'body', code: 'account_invalid', message: expect.stringContaining(example) };
    expect(refused.body.errors).toEqual([{ ...problem, pointer: '/payee/account' }]);

    const { body } = await registry.register(household());
    const payee = { personId: body.members[0]?.personId, channel, account };
    const put = await registry.caseworker.untyped.put<{ errors: object[] }>(
      `/v1/households/${body.id}/payee`,
      payee,
      ifMatch(body),
    );
    expect([put.status, put.body.errors]).toEqual([400, [{ ...problem, pointer: '/account' }]]);
  });

  it('name a provider of the country, where it has said which there are', async () => {
    const account = '+260971234567';
    const paidBy = (provider: string) => ({ channel: 'mobile_money', provider, account }) as const;
    const register = (provider: string) =>
      registry.caseworker.post('/v1/households', household({ payee: { member: 0, ...paidBy(provider) } }));
    expect((await register('another')).status).toBe(201);
    await registry.administrator.put('/v1/number-formats', { ...numberFormats, providers: ['sandbox'] });
    const unknown = { in: 'body', code: 'provider_unknown', message: 'is no provider of the country' };
    expect((await register('sandbox')).status).toBe(201);
    expect(await register('another')).toMatchObject({
      status: 422,
      body: { code: 'registry.provider_unknown', errors: [{ ...unknown, pointer: '/payee/provider' }] },
    });
    const { body } = await registry.register(household());
    const payee = { personId: body.members[0]?.personId, ...paidBy('another') };
    expect(
      await registry.caseworker.untyped.put(`/v1/households/${body.id}/payee`, payee, ifMatch(body)),
    ).toMatchObject({
      status: 422,
      body: { code: 'registry.provider_unknown', errors: [{ ...unknown, pointer: '/provider' }] },
    });
    const over = await importFile(
      registry.administrator,
      file(row('provider', { payee: 'yes', ...paidBy('another') })),
    );
    expect(await errorsOf(registry.administrator, over.id)).toEqual(['2 provider provider_unknown']);
    await registry.administrator.put('/v1/number-formats', numberFormats);
    expect((await register('another')).status).toBe(201);
  });

  it('are refused with an example where they are no telephone and no card', async () => {
    const members = [member({ phone: '2.60971E+11', identifiers: [{ type: 'ZM-NRC', value: '12/3' }] })];
    const refused = await registry.caseworker.post('/v1/households', household({ members }));
    expect(refused.body.errors).toEqual([
      {
        in: 'body',
        pointer: '/members/0/phone',
        code: 'telephone_invalid',
        message: expect.stringContaining('+260971234567'),
      },
      {
        in: 'body',
        pointer: '/members/0/identifiers/0/value',
        code: 'identifier_malformed',
        message: expect.stringContaining('123456/78/1'),
      },
    ]);
  });

  it('are written as the country says, which the administrator publishes', async () => {
    const { body } = await registry.caseworker.get('/v1/number-formats');
    expect(body).toEqual(numberFormats);
    const wrong = {
      ...numberFormats,
      accounts: [{ kind: 'number', channel: 'agent', pattern: '^(a+)+$', example: 'a' }],
    };
    expect(await registry.administrator.untyped.put('/v1/number-formats', wrong)).toMatchObject({
      status: 400,
      body: { code: 'request.invalid' },
    });
  });
});

describe('changing a household', () => {
  const change = (of: { id: string; version: number }, body: object) =>
    registry.caseworker.untyped.patch<Household>(`/v1/households/${of.id}`, body, ifMatch(of));

  it('changes what is named, forgets what is null, and leaves the rest', async () => {
    const { body: before } = await registry.register(fullHousehold());
    const [head] = before.members;
    const { status, body } = await change(before, {
      reason: 'correction',
      note: 'She said so at the window.',
      address: null,
      assets: ['radio'],
      members: [{ personId: head?.personId, familyName: 'Mwape-Phiri', phone: null, chronicIllness: true }],
    });
    expect([status, body.version]).toEqual([200, 2]);
    expect(body.address).toBeUndefined();
    expect(body.assets).toEqual(['radio']);
    expect(body.dwelling).toEqual(before.dwelling);
    expect(body.members[0]).toMatchObject({ familyName: 'Mwape-Phiri', chronicIllness: true, work: 'own_farm' });
    expect(body.members[0]?.phone).toBeUndefined();
    expect((await read(before.id)).body).toEqual(body);

    const sent = (await events()).filter(({ key }) => key === before.id).slice(2);
    // She collects, and another name is published for the provider only when another person has confirmed it.
    expect(sent.map(({ type }) => type)).toEqual([
      'registry.payee.change_requested.v1',
      'registry.household.updated.v1',
    ]);
    expect(sent[0]?.data).toEqual({ householdId: before.id });
    expect(sent[1]).toMatchObject({
      id: body.lastEventId,
      data: { reason: 'correction', changed: ['members', 'assets', 'address', 'contact'] },
    });
  });

  it('is nothing when nothing differs', async () => {
    const { body: before } = await registry.register(fullHousehold());
    const [head] = before.members;
    const count = (await events()).length;
    const { body } = await change(before, {
      reason: 'renewal',
      residence: { months: 30, urban: false },
      members: [
        { personId: head?.personId, phone: '+260971234567', identifiers: [{ type: 'ZM-NRC', value: '123456/78/1' }] },
      ],
    });
    expect(body.version).toBe(1);
    expect(body.lastEventId).toBe(before.lastEventId);
    expect((await events()).length).toBe(count);
  });

  it('withdraws a purpose that a new consent no longer names', async () => {
    const { body: before } = await registry.register(fullHousehold());
    const consent = { purposes: ['payment'], givenOn: '2026-11-10', method: 'signature' };
    const { body } = await change(before, { reason: 'circumstances', consent });
    expect(body.consent).toEqual({ purposes: ['payment'], givenOn: '2026-11-02', method: 'thumbprint' });
    expect(body.consents?.flatMap(({ purpose, withdrawnOn }) => (withdrawnOn === undefined ? [] : purpose))).toEqual([
      'eligibility',
      'statistics',
    ]);
  });

  it('needs the version that was seen, and loses against a newer one', async () => {
    const { body: before } = await registry.register(household());
    const path = `/v1/households/${before.id}` as const;
    const input = { reason: 'correction', address: 'By the lake' };
    expect(await registry.caseworker.untyped.patch(path, input)).toMatchObject({ status: 428 });
    expect(await registry.caseworker.untyped.patch(path, input, { 'if-match': '"9"' })).toMatchObject({
      status: 412,
      body: { code: 'request.stale_version', currentVersion: 1 },
    });
    const answers = await Promise.all(
      ['By the lake', 'By the road'].map((address) => change(before, { reason: 'correction', address })),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 412]);
  });

  it('moves the head from one member to another, and never leaves none or two', async () => {
    const { body: before } = await registry.register(
      household({ members: [member(), member({ givenNames: 'Mulenga', sex: 'male', relationship: 'spouse' })] }),
    );
    const [head, spouse] = before.members.map(({ personId }) => personId);
    const refuse = (members: object[]) => change(before, { reason: 'correction', members });
    expect(await refuse([{ personId: spouse, relationship: 'head' }])).toMatchObject({
      status: 422,
      body: { code: 'registry.two_heads' },
    });
    expect(await refuse([{ personId: head, relationship: 'parent' }])).toMatchObject({
      status: 422,
      body: { code: 'registry.head_missing' },
    });
    expect(await refuse([{ personId: randomUUID(), work: 'student' }])).toMatchObject({
      status: 422,
      body: { code: 'registry.member_not_found' },
    });
    const { status, body } = await refuse([
      { personId: spouse, relationship: 'head' },
      { personId: head, relationship: 'spouse' },
    ]);
    expect(status).toBe(200);
    expect(body.members.map(({ relationship }) => relationship)).toEqual(['spouse', 'head']);
    const updates = await registry.published(HouseholdUpdated);
    expect(updates.at(-1)?.data.changed).toEqual(['members', 'head']);
  });
});
