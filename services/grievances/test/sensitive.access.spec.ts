import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Case, roles, SensitiveRecorded } from '@janela/contracts';
import { describeRoutes } from '@janela/platform';
import { type Answer, type Caller, idempotencyKey, ifMatch, ok } from '@janela/testing';

import { CasesJobs } from '../src/cases/cases.jobs.ts';
import { complaint, samfya } from './complaints.ts';
import { type Grievances, startGrievances } from './grievances.harness.ts';

let grievances: Grievances;
let householdId: string;
/** Filed by the caseworker about a household that has an ordinary case too. */
let number: string;
let found: Case;
beforeAll(async () => {
  grievances = await startGrievances();
  householdId = await grievances.household();
});
afterAll(() => grievances.stop());

const secret = 'The teacher came at night.';
const withoutIt = new Map<string, string>();

/** Every role that is not a sensitive-case officer, the whole country before them. */
const others = async (): Promise<[string, Caller<'grievances'>][]> =>
  Promise.all(
    roles
      .filter((role) => role !== 'sensitive-officer')
      .map(
        async (role) => [role, await grievances.as({ roles: [role], areas: ['ZM'] })] as [string, Caller<'grievances'>],
      ),
  );

/** Every way to look at more than one case, or at one that is known. */
const views = () => [
  '/v1/cases',
  `/v1/cases?householdId=${householdId}`,
  '/v1/cases?category=abuse',
  ...['filed', 'assigned', 'escalated', 'resolved', 'withdrawn', 'closed'].map(
    (state) => `/v1/cases?state=${state}` as const,
  ),
  '/v1/cases?limit=1',
  '/v1/appeals',
  '/v1/appeals?state=filed',
  '/v1/categories',
];

/** An answer without what differs each time: the trace, and cursors, which are sealed each time. */
const lookAt = async (caller: Caller<'grievances'>, path: string) => {
  const { status, text } = await caller.untyped.get(path);
  return `${status} ${text.replace(/"(instance|next)":"[^"]*"/g, '"$1":"…"')}`;
};

describe('a sensitive case', () => {
  it('is filed by any caseworker, who learns its number and nothing more', async () => {
    await grievances.file({ householdId });
    for (const [role, caller] of await others())
      for (const path of views()) withoutIt.set(`${role} ${path}`, await lookAt(caller, path));
    const key = idempotencyKey();
    const filed = await grievances.file({ category: 'abuse', householdId, description: secret }, key);
    expect(filed.status).toBe(201);
    expect(filed.body).toEqual({ number: expect.stringMatching(/^\d{4}-\d{4}-\d{4}-\d$/) });
    expect(filed.headers.get('etag')).toBeNull();
    number = filed.body.number;
    expect((await grievances.file({ category: 'abuse', householdId, description: secret }, key)).body).toEqual({
      number,
    });
    const { body } = await grievances.sensitiveOfficer.get('/v1/cases');
    expect(body.items.map((each) => each.number)).toEqual([number]);
    found = (await grievances.sensitiveOfficer.get(`/v1/cases/${body.items[0]?.id}`)).body;
    expect(found).toMatchObject({ sensitive: true, description: secret, householdId, level: 'national' });
  });

  it('changes nothing in any answer that others get', async () => {
    for (const [role, caller] of await others())
      for (const path of views())
        expect([role, path, await lookAt(caller, path)]).toEqual([role, path, withoutIt.get(`${role} ${path}`)]);
  });

  it('does not exist for others, by its id, on any route that takes one', async () => {
    const attempts: Record<string, (caller: Caller<'grievances'>, id: string) => Promise<Answer>> = {
      'GET /v1/cases/:id': (caller, id) => caller.get(`/v1/cases/${id}`),
      'POST /v1/cases/:id/actions': (caller, id) =>
        caller.post(`/v1/cases/${id}/actions`, { action: 'assign' }, ifMatch({ version: 1 })),
      'POST /v1/appeals': (caller, caseId) =>
        caller.post('/v1/appeals', { caseId, applicationId: randomUUID(), grounds: 'It was wrong.' }),
    };
    const forAll = await others();
    for (const [route, attempt] of Object.entries(attempts))
      for (const [role, caller] of forAll) {
        const [real, invented] = [await attempt(caller, found.id), await attempt(caller, randomUUID())];
        const { instance: _one, ...hidden } = real.body;
        const { instance: _other, ...absent } = invented.body;
        expect([route, role, real.status, hidden]).toEqual([route, role, invented.status, absent]);
        expect([403, 404]).toContain(real.status);
      }
    const names = describeRoutes(grievances.service.running.app).map(({ method, path }) => `${method} ${path}`);
    const lists = names.filter((name) => /cases|appeals/.test(name) && !(name in attempts));
    // The lists are looked at above; these take no case.
    expect(lists).toEqual([
      ...['POST /v1/cases', 'GET /v1/cases', 'GET /v1/appeals', 'GET /v1/appeals/:id', 'POST /v1/appeals/:id/decision'],
    ]);
  });

  it('is not there in a query to the database itself, without sensitive access', async () => {
    const ask = (sql: string, values?: unknown[]) => grievances.asService((tx) => tx.query<unknown[]>(sql, values));
    expect(await ask('SELECT FROM cases WHERE id = $1', [found.id])).toEqual([]);
    expect(await ask('SELECT FROM case_steps WHERE case_id = $1', [found.id])).toEqual([]);
    expect(await ask('SELECT FROM cases WHERE sensitive')).toEqual([]);
    const changed = ask('UPDATE cases SET sensitive = false, record_id = NULL WHERE id = $1 RETURNING 1', [found.id]);
    expect(await changed).toEqual([[], 0]);
    await expect(ask('UPDATE cases SET sensitive = true, record_id = uuidv7()')).rejects.toThrow(/row-level security/);
    await expect(ask(`DELETE FROM cases`)).rejects.toThrow(/permission denied/);
    await expect(ask(`UPDATE case_steps SET action = 'x'`)).rejects.toThrow(/permission denied/);
  });

  it('is worked on to its end by its own officer, without any event', async () => {
    for (const action of [
      { action: 'assign' },
      { action: 'note', note: 'She is safe with her aunt.' },
      { action: 'resolve', resolution: 'upheld', answer: 'He is suspended.' },
      { action: 'close' },
    ]) {
      const answer = await grievances.act(found, action, grievances.sensitiveOfficer);
      expect(answer.status).toBe(200);
      found = answer.body;
    }
    const events = await grievances.published();
    expect(JSON.stringify(events.filter(({ key }) => key !== householdId))).not.toMatch(
      new RegExp(`${found.id}|abuse|${number}`),
    );
    expect(events.filter(({ type }) => type.startsWith('grievances.case')).map(({ type }) => type)).toEqual([
      'grievances.case.filed.v1',
    ]);
  });

  it('stands in the audit trail by a name of its own: who worked on it, and not who complained or about what', async () => {
    const trail = await grievances.rows<{ action: string; actor: string; subject: string }>(
      `SELECT action, actor, subject, details FROM audit_entries WHERE action LIKE 'record.%' ORDER BY id`,
    );
    expect(trail.map(({ action, actor }) => `${action} ${actor}`)).toEqual([
      'record.filed system:grievances',
      'record.read sensitive-officer',
      'record.assigned sensitive-officer',
      'record.noted sensitive-officer',
      'record.resolved sensitive-officer',
      'record.closed sensitive-officer',
    ]);
    expect(new Set(trail.map(({ subject }) => subject)).size).toBe(1);
    const all = JSON.stringify(await grievances.rows('SELECT * FROM audit_entries'));
    expect(all.replaceAll(/"code":"abuse"|category:abuse/g, '')).not.toMatch(
      new RegExp(`${found.id}|${number}|"category":"abuse"|teacher|aunt`),
    );
  });

  it('is counted at night: one more, by an id that is nowhere else, and once', async () => {
    const jobs = grievances.service.running.app.get(CasesJobs);
    const night = () => grievances.asService((tx) => jobs.count(undefined, tx));
    expect(await grievances.published(SensitiveRecorded)).toEqual([]);
    await night();
    await night();
    const [event, ...more] = await grievances.published(SensitiveRecorded);
    expect(more).toEqual([]);
    expect(Object.keys(event?.data ?? {})).toEqual(['recordId']);
    expect(event?.data.recordId).not.toBe(found.id);
  });

  it('can be followed by anyone who has its number, like any other', async () => {
    const { status, body } = await grievances.anonymous.get(`/v1/track/${number}`);
    expect([status, Object.keys(body).toSorted()]).toEqual([
      ...[200, ['filedAt', 'number', 'resolveBy', 'resolvedAt', 'state']],
    ]);
  });
});

describe('the officers of sensitive cases', () => {
  it('see no ordinary cases, and those of their own area only', async () => {
    const { body: ordinary } = await grievances.file({});
    expect(await grievances.sensitiveOfficer.get(`/v1/cases/${ordinary.id}`)).toMatchObject({ status: 404 });
    expect(await grievances.act(ordinary, { action: 'assign' }, grievances.sensitiveOfficer)).toMatchObject({
      status: 404,
    });
    const elsewhere = await grievances.as({ roles: ['sensitive-officer'], areas: ['ZM104005'] });
    expect((await elsewhere.get('/v1/cases')).body.items).toEqual([]);
    expect(await elsewhere.get(`/v1/cases/${found.id}`)).toMatchObject({ status: 404 });
  });

  it('see both when they work on ordinary cases as well', async () => {
    const both = await grievances.as({ roles: ['grievance-officer', 'sensitive-officer'], id: 'both' });
    const { body } = await both.get(`/v1/cases?householdId=${householdId}`);
    expect(body.items.map(({ sensitive }) => sensitive).toSorted()).toEqual([false, true]);
  });

  it('learn the number only of what they file themselves', async () => {
    const input = complaint({ category: 'discrimination', areaCode: samfya });
    const { status, body } = await grievances.sensitiveOfficer.post('/v1/cases', input);
    expect([status, Object.keys(body)]).toEqual([201, ['number']]);
  });
});

describe('a complaint about staff', () => {
  it.each(['misconduct', 'fraud'])(
    'of %s is for sensitive-case officers, since it may be about the caseworkers and supervisors of the district',
    async (category) => {
      const { body } = await grievances.file({ category, description: 'The caseworker asked for money.' });
      expect(body).toEqual({ number: expect.any(String) });
      const find = async (caller: Caller<'grievances'>) => ok(await caller.get(`/v1/cases?category=${category}`)).items;
      expect(await find(grievances.sensitiveOfficer)).toMatchObject([{ number: body.number }]);
      for (const [, caller] of await others()) expect((await caller.get('/v1/cases')).text).not.toContain(body.number);
    },
  );
});
