import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type AccessLogEntry, findEvent, type RegisteredHousehold } from '@janela/contracts';
import { fullHousehold, grandchild, household, ifMatch, member } from '@janela/testing';

import { samfya } from './country.ts';
import { type Registry, startRegistry } from './registry.harness.ts';

let registry: Registry;
let mine: RegisteredHousehold;
beforeAll(async () => {
  registry = await startRegistry();
  mine = (await registry.register(fullHousehold({ externalReference: 'form-9' }))).body;
});
afterAll(() => registry.stop());

/** As `fullHousehold` has it. */
const fullPayee = { channel: 'mobile_money', provider: 'sandbox', account: '+260971234567' };
const inSamfya = (sql: string) =>
  registry.db.transaction(async (tx) => {
    await tx.query(`SELECT set_config('janela.areas', '{${samfya}}', true)`);
    return tx.query<Record<string, unknown>[]>(sql);
  });

describe('who looked', () => {
  it('is there for the household to see, the latest first, page by page', async () => {
    const officer = await registry.as({ roles: ['grievance-officer'], areas: ['ZM'] });
    await registry.caseworker.get(`/v1/households/${mine.id}`);
    await officer.get(`/v1/households/${mine.id}`);
    await officer.get(`/v1/households/${mine.id}/history`);
    const read = (query: string) =>
      registry.caseworker.untyped.get<{ items: AccessLogEntry[]; next: string | null }>(
        `/v1/households/${mine.id}/access-log${query}`,
      );
    const first = await read('?limit=2');
    expect(first.body.items).toMatchObject([
      { by: 'Monde Lungu', role: 'grievance-officer', what: 'history' },
      { by: 'Monde Lungu', role: 'grievance-officer', what: 'household' },
    ]);
    const rest = await read(`?limit=2&after=${String(first.body.next)}`);
    expect(rest.body).toMatchObject({ items: [{ by: 'Mutinta Phiri', role: 'caseworker' }], next: null });
  });

  it('is there too where nothing was changed, and where the same is sent twice', async () => {
    const { body: of } = await registry.register(fullHousehold());
    const [head] = of.members;
    const path = `/v1/households/${of.id}` as const;
    const payee = { personId: head?.personId, deputyPersonId: of.members[1]?.personId };
    const linesOf = async () => {
      const { body } = await registry.caseworker.get(`${path}/access-log`);
      return body.items.map(({ by, what }) => `${by}: ${what}`);
    };
    expect(await linesOf()).toEqual([]);

    const supervisor = await registry.as({ roles: ['supervisor'], areas: ['ZM104'], name: 'Grace Tembo' });
    const death = { on: '2026-11-05', source: 'household', certainty: 'reported' } as const;
    const key = { 'idempotency-key': randomUUID() };
    const baby = { reason: 'birth', member: grandchild({ bornOn: '2026-10-02' }) };
    const asks = [
      () => supervisor.patch(path, { reason: 'correction' }, ifMatch(of)),
      () => supervisor.untyped.put(`${path}/payee`, { ...payee, ...fullPayee }, ifMatch(of)),
      () => supervisor.post(`${path}/move`, { areaCode: of.areaCode, on: registry.today() }, ifMatch(of)),
      () => supervisor.post(`/v1/people/${String(of.members[1]?.personId)}/death`, death),
      () => supervisor.post(`/v1/people/${String(of.members[1]?.personId)}/death`, death),
      () => supervisor.untyped.post(`${path}/members`, baby, { ...ifMatch({ version: 2 }), ...key }),
      () => supervisor.untyped.post(`${path}/members`, baby, { ...ifMatch({ version: 2 }), ...key }),
    ];
    for (const [index, ask] of asks.entries()) {
      expect((await ask()).status).toBeLessThan(300);
      expect(await linesOf()).toEqual(Array.from({ length: index + 1 }, () => 'Grace Tembo: household'));
    }
    const late = await supervisor.patch(path, { reason: 'correction', address: 'x' }, ifMatch(of));
    expect([late.status, JSON.stringify(late.body)]).toEqual([412, expect.not.stringMatching(/Chanda|members/)]);
    expect(await linesOf()).toHaveLength(asks.length);
  });

  it('is there for a household that was found, or named as one that may be the same', async () => {
    const who = { givenNames: 'Ngosa', familyName: 'Kabwe', identifiers: [{ type: 'ZM-NRC', value: '222333/44/1' }] };
    const { body: of } = await registry.register(household({ members: [member(who)], externalReference: 'form-10' }));
    await registry.supervisor.get(`/v1/households?number=${of.number}`);
    await registry.supervisor.get('/v1/households?externalReference=form-10');
    await registry.supervisor.post('/v1/households', household({ members: [member(who)] }));
    await registry.supervisor.get('/v1/people?name=Ngosa+Kabwe');
    await registry.supervisor.get('/v1/people?name=Ngosa+Missing');
    const log = await registry.caseworker.get(`/v1/households/${of.id}/access-log`);
    expect(log.body.items.map(({ what }) => what)).toEqual(['found', 'possible_duplicate', 'found', 'found']);
  });

  it('cannot be wiped out, nor what was changed', async () => {
    for (const table of ['access_log', 'household_changes', 'audit_entries'])
      for (const sql of [`DELETE FROM ${table}`, `UPDATE ${table} SET actor = 'another'`, `TRUNCATE ${table}`])
        await expect(inSamfya(sql)).rejects.toThrow(/permission denied/);
  });
});

describe('the history of a household', () => {
  it('says who changed what and why, and holds what there was before', async () => {
    const { body: before } = await registry.register(fullHousehold());
    const [head] = before.members;
    const change = {
      reason: 'correction',
      note: 'Read wrongly from the form.',
      address: 'Kasaba, by the harbour',
      members: [{ personId: head?.personId, bornOn: '1957-03-01' }],
    };
    await registry.caseworker.untyped.patch(`/v1/households/${before.id}`, change, ifMatch(before));
    const history = await registry.caseworker.get(`/v1/households/${before.id}/history`);
    expect(history.body.items).toMatchObject([
      {
        version: 2,
        by: 'Mutinta Phiri',
        what: 'updated',
        reason: 'correction',
        note: 'Read wrongly from the form.',
        changed: ['address', 'members'],
      },
      { version: 1, by: 'Mutinta Phiri', what: 'registered', changed: [] },
    ]);
    const [line] = await inSamfya(
      `SELECT before FROM household_changes WHERE household_id = '${before.id}' AND version = 2`,
    );
    expect(line?.['before']).toMatchObject({
      household: { was: { address: 'Kasaba, near the clinic', version: 1 } },
      people: { [String(head?.personId)]: { bornOn: '1956-03-01' } },
    });
  });
});

describe('what leaves the register', () => {
  it('names no one, but for payments', async () => {
    const everybody = fullHousehold({
      address: 'Xanadu',
      members: [
        member({
          givenNames: 'Zerubabbel',
          familyName: 'Qwertz',
          phone: '+260955123123',
          identifiers: [{ type: 'ZM-NRC', value: '987654/32/1' }],
        }),
        grandchild({ givenNames: 'Yolanda', familyName: 'Qwertz' }),
      ],
      payee: { member: 0, deputy: 1, channel: 'mobile_money', account: '+260955321321' },
    });
    const { body } = await registry.register(everybody);
    const members = [{ personId: body.members[1]?.personId, familyName: 'Wvutsr', phone: '+260955777777' }];
    await registry.caseworker.untyped.patch(
      `/v1/households/${body.id}`,
      { reason: 'correction', members },
      ifMatch(body),
    );
    const secrets = /Zerubabbel|Yolanda|Qwertz|Wvutsr|Xanadu|987654|955123123|955321321|955777777/;

    const events = await registry.published();
    const facts = events.filter(({ type }) => findEvent(type)?.kind === 'facts');
    const personal = events.filter(({ type }) => findEvent(type)?.kind === 'personal');
    expect(facts.length).toBeGreaterThan(3);
    expect(facts.filter(({ json }) => secrets.test(json))).toEqual([]);
    expect(personal.filter(({ json }) => secrets.test(json)).map(({ topic }) => topic)).toEqual(['registry.payee']);
    expect(JSON.stringify(await inSamfya('SELECT * FROM audit_entries'))).not.toMatch(secrets);
  });
});
