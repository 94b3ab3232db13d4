import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { hasValidCheckDigit } from '@janela/kernel';
import {
  AccessChanged,
  Case,
  CaseAssigned,
  CaseClosed,
  CaseEscalated,
  CaseFiled,
  CaseResolved,
} from '@janela/contracts';
import { idempotencyKey, ifMatch } from '@janela/testing';

import { complaint, lunga, samfya } from './complaints.ts';
import { type Grievances, startGrievances } from './grievances.harness.ts';

let grievances: Grievances;
beforeAll(async () => {
  grievances = await startGrievances();
});
afterAll(() => grievances.stop());

const eventsOf = async (id: string) => (await grievances.published()).filter(({ key }) => key === id);
const list = async (query = '') => (await grievances.officer.get(`/v1/cases?${query}`)).body;

describe('a complaint', () => {
  it('is filed with a number to follow it by, and published to other services', async () => {
    const householdId = await grievances.household();
    const { status, headers, body } = await grievances.file({ category: 'payment_not_received', householdId });
    expect([status, headers.get('etag')]).toEqual([201, '"1"']);
    expect(Case.parse(body)).toMatchObject({
      state: 'filed',
      areaCode: samfya,
      householdId,
      level: 'district',
      overdue: false,
      anonymous: false,
      steps: [{ by: 'Mutinta Phiri', action: 'filed' }],
    });
    expect(hasValidCheckDigit(body.number.replaceAll('-', ''))).toBe(true);
    const hours = (Date.parse(body.resolveBy) - Date.parse(body.filedAt)) / 3_600_000;
    expect(hours).toBe(336);
    const [event] = await eventsOf(body.id);
    expect(event).toMatchObject({ type: CaseFiled.type, aggregateVersion: 1 });
    expect(event?.data).toMatchObject({ category: 'payment_not_received', householdId, channel: 'window' });
    expect(event?.json).not.toContain('sent away');
  });

  it('runs its course from the officer who takes it to the day it is closed', async () => {
    let { body: found } = await grievances.file({});
    for (const [action, state] of [
      [{ action: 'assign' }, 'assigned'],
      [{ action: 'note', note: 'Rang the clinic.' }, 'assigned'],
      [{ action: 'escalate', note: 'Not ours to decide.' }, 'escalated'],
      [{ action: 'assign', note: 'Province takes it.' }, 'assigned'],
      [{ action: 'resolve', resolution: 'upheld', answer: 'The office opens daily now.' }, 'resolved'],
      [{ action: 'reopen', note: 'It does not.' }, 'assigned'],
      [{ action: 'resolve', resolution: 'partly_upheld', answer: 'From Monday on.' }, 'resolved'],
      [{ action: 'close' }, 'closed'],
    ] as const) {
      const answer = await grievances.act(found, action);
      expect([answer.status, answer.body.state]).toEqual([200, state]);
      expect(answer.headers.get('etag')).toBe(`"${found.version + 1}"`);
      found = answer.body;
    }
    expect(found).toMatchObject({ level: 'province', resolution: 'partly_upheld', answer: 'From Monday on.' });
    expect(found.steps?.map(({ action }) => action)).toEqual([
      ...['filed', 'assigned', 'noted', 'escalated', 'assigned', 'resolved', 'reopened', 'resolved', 'closed'],
    ]);
    const events = await eventsOf(found.id);
    expect(events.map(({ type }) => type)).toEqual(
      [CaseFiled, CaseAssigned, CaseEscalated, CaseAssigned, CaseResolved, CaseAssigned, CaseResolved, CaseClosed].map(
        ({ type }) => type,
      ),
    );
    expect(events[2]?.data).toMatchObject({ fromLevel: 'district', level: 'province', overdue: false });
    expect(events.at(-1)?.data).toMatchObject({ withdrawn: false });
    const trail = await grievances.rows<{ action: string }>(
      'SELECT action FROM audit_entries WHERE subject = $1 ORDER BY id',
      [`case:${found.id}`],
    );
    expect(trail).toHaveLength(9);
  });

  it('can be withdrawn, and is then closed as such', async () => {
    const { body: filed } = await grievances.file({});
    const { body: withdrawn } = await grievances.act(filed, { action: 'withdraw', note: 'She came back and said so.' });
    const { body: closed } = await grievances.act(withdrawn, { action: 'close' });
    expect(closed.state).toBe('closed');
    expect((await eventsOf(filed.id)).at(-1)?.data).toMatchObject({ withdrawn: true });
  });

  it('is stored encrypted, and comes back as the text it was, script and all', async () => {
    const description = '<script>alert("1")</script> & “quotes”\n\nof Chanda Mwape';
    const { body } = await grievances.file({ description });
    const read = await grievances.officer.get(`/v1/cases/${body.id}`);
    expect(read.headers.get('content-type')).toMatch('application/json');
    expect(read.body.description).toBe(description);
    for (const table of ['cases', 'case_steps', 'audit_entries', 'outbox', 'idempotency_keys', 'due_work'])
      expect(JSON.stringify(await grievances.rows(`SELECT * FROM ${table}`))).not.toMatch(/alert|Mwape/);
  });

  it('is filed once, however often the same request is sent', async () => {
    const key = idempotencyKey();
    const first = await grievances.file({}, key);
    const again = await grievances.file({}, key);
    expect(again.body).toEqual(first.body);
    const other = await grievances.file({ description: 'Something else.' }, key);
    expect(other).toMatchObject({ status: 422, body: { code: 'idempotency.key_reused' } });
    const keys = idempotencyKey();
    const ten = await Promise.all(Array.from({ length: 10 }, () => grievances.file({}, keys)));
    const numbers = ten.filter(({ status }) => status === 201).map(({ body }) => body.number);
    expect(new Set(numbers).size).toBe(1);
    expect(ten.every(({ status }) => status === 201 || status === 409)).toBe(true);
  });

  it('is about the household of the payment or application that it names', async () => {
    const householdId = await grievances.household();
    const paymentId = await grievances.payment(householdId);
    const { body } = await grievances.file({ category: 'payment_not_received', paymentId });
    expect(body).toMatchObject({ householdId, paymentId, areaCode: samfya });
  });
});

describe('a complaint that is refused', () => {
  const refusal = async (about: object) => {
    const { status, body } = await grievances.caseworker.post('/v1/cases', { ...complaint(), ...about });
    return [status, body.code, body.errors?.[0]?.code];
  };

  it('is one of a category that does not exist, or is about something that is not known', async () => {
    const unknown = randomUUID();
    expect(await refusal({ category: 'weather' })).toEqual([422, 'grievances.category_unknown', 'category_unknown']);
    expect(await refusal({ householdId: unknown })).toEqual([
      ...[422, 'grievances.household_unknown', 'household_unknown'],
    ]);
    expect(await refusal({ applicationId: unknown })).toEqual([
      ...[422, 'grievances.application_unknown', 'application_unknown'],
    ]);
    expect(await refusal({ paymentId: unknown })).toEqual([422, 'grievances.payment_unknown', 'payment_unknown']);
    expect(await refusal({ areaCode: 'ZM104099' })).toEqual([403, 'access.area_out_of_reach', undefined]);
    expect(await refusal({ areaCode: `${samfya}W77` })).toEqual([422, 'grievances.area_unknown', 'area_unknown']);
    expect(await refusal({ areaCode: 'ZM1' })).toEqual([400, 'request.invalid', 'area_malformed']);
  });

  it('does not say what it is about, or says two things', async () => {
    expect(await refusal({ category: 'exclusion' })).toEqual([422, 'grievances.subject_missing', 'required']);
    expect(await refusal({ category: 'decision_refused' })).toEqual([422, 'grievances.subject_missing', 'required']);
    expect(await refusal({ areaCode: undefined })).toEqual([422, 'grievances.area_missing', 'required']);
    const [one, other] = [await grievances.household(), await grievances.household()];
    const paymentId = await grievances.payment(one);
    expect(await refusal({ householdId: other, paymentId })).toEqual([422, 'grievances.subjects_differ', undefined]);
  });

  it('has no words, too many, a field that is not known, or comes in a strange form', async () => {
    expect(await refusal({ description: '  ' })).toEqual([400, 'request.invalid', 'too_small']);
    expect(await refusal({ description: 'x'.repeat(10_001) })).toEqual([400, 'request.invalid', 'too_big']);
    expect(await refusal({ channel: 'pigeon' })).toEqual([400, 'request.invalid', 'invalid_value']);
    expect(await refusal({ priority: 1 })).toEqual([400, 'request.invalid', 'unknown_field']);
    const send = (body: string, type = 'application/json') =>
      grievances.caseworker.untyped.post('/v1/cases', body, { 'content-type': type });
    expect(await send(JSON.stringify(complaint({ description: 'x'.repeat(1_048_577) })))).toMatchObject({
      status: 413,
      body: { code: 'request.too_large' },
    });
    expect(await send('{')).toMatchObject({ status: 400, body: { code: 'request.not_json' } });
    expect(await send('<case/>', 'application/xml')).toMatchObject({ status: 415 });
    expect(await send(JSON.stringify({ ...complaint(), description: 'nul \0' }))).toMatchObject({ status: 400 });
  });
});

describe('an action that is refused', () => {
  it('does not fit the state, sees an old version, or sees none', async () => {
    const { body: filed } = await grievances.file({});
    const resolve = { action: 'resolve', resolution: 'upheld', answer: 'Yes.' };
    expect(await grievances.act(filed, resolve)).toMatchObject({
      status: 409,
      body: { code: 'grievances.action_not_possible', state: 'filed' },
    });
    const { body: assigned } = await grievances.act(filed, { action: 'assign' });
    expect(await grievances.act(filed, { action: 'assign' })).toMatchObject({ status: 412 });
    const path = `/v1/cases/${filed.id}/actions` as const;
    expect(await grievances.officer.post(path, { action: 'assign' })).toMatchObject({ status: 428 });
    expect(await grievances.officer.untyped.post(path, { action: 'vanish' }, ifMatch(assigned))).toMatchObject({
      status: 400,
    });
    const { body: resolved } = await grievances.act(assigned, resolve);
    expect(await grievances.act(resolved, { action: 'assign' })).toMatchObject({ status: 409 });
    const { body: closed } = await grievances.act(resolved, { action: 'close' });
    for (const action of [{ action: 'note', note: 'More.' }, { action: 'reopen', note: 'More.' }, { action: 'close' }])
      expect(await grievances.act(closed, action)).toMatchObject({ status: 409 });
    expect(await grievances.act({ id: randomUUID(), version: 1 }, resolve)).toMatchObject({ status: 404 });
  });

  it('asks for a level above the highest', async () => {
    const escalate = { action: 'escalate', note: 'Higher.' };
    let { body } = await grievances.file({});
    for (const _to of ['province', 'national']) ({ body } = await grievances.act(body, escalate));
    expect(body.level).toBe('national');
    expect(await grievances.act(body, escalate)).toMatchObject({
      status: 409,
      body: { code: 'grievances.no_higher_level' },
    });
  });

  it('gives the case to an unknown officer, or to one who does not work on such cases there', async () => {
    const { body: filed } = await grievances.file({});
    const give = (to: string) => grievances.act(filed, { action: 'assign', to });
    expect(await give('unknown')).toMatchObject({ status: 422, body: { code: 'grievances.officer_unknown' } });
    const officer = { kind: 'person' as const, roles: ['grievance-officer' as const], areas: [samfya], active: true };
    await grievances.publish(AccessChanged, { ...officer, actorId: 'elsewhere', areas: [lunga] });
    await grievances.publish(AccessChanged, { ...officer, actorId: 'gone', active: false });
    await grievances.publish(AccessChanged, { ...officer, actorId: 'clerk', roles: ['caseworker'] });
    await grievances.publish(AccessChanged, { ...officer, actorId: 'colleague' });
    for (const to of ['elsewhere', 'gone', 'clerk'])
      expect(await give(to)).toMatchObject({ status: 422, body: { code: 'grievances.officer_not_eligible' } });
    expect((await give('colleague')).body.assignedTo).toEqual({ id: 'colleague', name: 'colleague' });
  });
});

describe('the list of cases', () => {
  it('begins with what is due first, ends with what is answered, and pages without a gap', async () => {
    const householdId = await grievances.household();
    const filed: Case[] = [];
    for (let count = 0; count < 5; count += 1) filed.push((await grievances.file({ householdId })).body);
    const [first, second, third] = filed;
    if (!first || !second || !third) throw new Error('five were filed');
    await grievances.act(second, { action: 'assign' });
    const { body: assigned } = await grievances.act(third, { action: 'assign' });
    await grievances.act(assigned, { action: 'resolve', resolution: 'upheld', answer: 'Yes.' });
    const all = (await list(`householdId=${householdId}`)).items;
    const order = [0, 3, 4, 1, 2].map((index) => filed[index]?.id);
    expect(all.map(({ id }) => id)).toEqual(order);
    expect(JSON.stringify(all)).not.toContain('sent away');
    const paged: string[] = [];
    for (let next: string | null = ''; next !== null;) {
      const query: string = `householdId=${householdId}&limit=2${next && `&after=${next}`}`;
      const page = (await grievances.officer.get(`/v1/cases?${query}`)).body;
      paged.push(...page.items.map(({ id }) => id));
      next = page.next;
    }
    expect(paged).toEqual(order);
  });

  it('can be narrowed to a state or a category, and refuses what it does not know', async () => {
    await grievances.file({ category: 'other' });
    const others = (await list('category=other&state=filed')).items;
    expect(new Set(others.map(({ category, state }) => `${category} ${state}`))).toEqual(new Set(['other filed']));
    for (const query of ['state=lost', 'householdId=x', 'sensitive=true', 'limit=0', 'after=made-up'])
      expect(await grievances.officer.get(`/v1/cases?${query}`)).toMatchObject({ status: 400 });
  });
});
