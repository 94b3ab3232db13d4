import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Enrolment, EnrolmentEnded, EnrolmentResumed, EnrolmentSuspended } from '@janela/contracts';
import { type Caller, type Harness, ifMatch, ok } from '@janela/testing';

import { applied, loadZambia, outcome, startEligibility } from './eligibility.harness.ts';
import { registered } from './support/published-households.ts';
import { oldMan, widow } from './support/situations.ts';

let eligibility: Harness<'eligibility'>;
let caseworker: Caller<'eligibility'>;
let supervisor: Caller<'eligibility'>;

beforeAll(async () => {
  eligibility = await startEligibility();
  await loadZambia(eligibility);
  [caseworker, supervisor] = await Promise.all([eligibility.as('caseworker'), eligibility.as('supervisor')]);
});
afterAll(() => eligibility.stop());

async function enrolled(home = widow): Promise<Enrolment> {
  const { householdId } = await registered(eligibility, home);
  const application = await applied(caseworker, { householdId, programme: 'SCT' });
  const path = `/v1/applications/${application.id}/decision` as const;
  const body = ok(await supervisor.post(path, { outcome: 'approved' }, ifMatch(application)));
  return ok(await caseworker.get(`/v1/enrolments/${body.enrolmentId}`));
}

const act = (what: 'suspend' | 'resume' | 'end', enrolment: Enrolment, body: object, by = supervisor) =>
  by.untyped.post<Enrolment>(`/v1/enrolments/${enrolment.id}/${what}`, body, ifMatch(enrolment));
const eventsOf = async ({ id }: Enrolment) =>
  (await eligibility.published()).filter(({ key }) => key === id).map(({ type, data }) => [type, data]);

describe('an enrolment', () => {
  it('is suspended, resumed and ended, each published once', async () => {
    const active = await enrolled();
    const suspended = ok(await act('suspend', active, { reason: 'case_open', until: '2090-01-31' }));
    expect(suspended).toMatchObject({ state: 'suspended', reason: 'case_open', suspendedUntil: '2090-01-31' });
    const resumed = ok(await act('resume', suspended, { reason: 'case_resolved' }));
    expect(resumed).toMatchObject({ state: 'active', reason: 'case_resolved' });
    expect(resumed.suspendedUntil).toBeUndefined();
    const ended = ok(await act('end', resumed, { reason: 'own_request', note: 'She has moved to her daughter.' }));
    expect(ended).toMatchObject({ state: 'ended', reason: 'own_request', version: active.version + 3 });
    expect((await eventsOf(active)).slice(1)).toEqual([
      [
        EnrolmentSuspended.type,
        expect.objectContaining({ reason: 'case_open', from: active.from, until: '2090-01-31' }),
      ],
      [EnrolmentResumed.type, expect.objectContaining({ reason: 'case_resolved' })],
      [EnrolmentEnded.type, expect.objectContaining({ reason: 'own_request', programme: 'SCT' })],
    ]);
  });

  it('may be applied for again once it has ended', async () => {
    const active = await enrolled(oldMan);
    ok(await act('end', active, { reason: 'own_request' }));
    const again = await applied(caseworker, { householdId: active.householdId, programme: 'SCT' });
    expect(again.state).toBe('recommended');
  });

  it('is found by its household, or in a programme; not in another area', async () => {
    const { id, householdId } = await enrolled();
    const path = `/v1/enrolments?householdId=${householdId}` as const;
    const found = await (await eligibility.as('payments-officer')).get(path);
    expect(found.body.items.map((each) => each.id)).toEqual([id]);
    const all = ok(await supervisor.get('/v1/enrolments?programme=SCT&state=active&limit=200'));
    expect(all.items.map((each) => each.id)).toContain(id);
    const elsewhere = await eligibility.as({ roles: ['supervisor'], areas: ['ZM104005'] });
    expect((await elsewhere.get(path)).body).toEqual({ items: [], next: null });
    expect(outcome(await elsewhere.get(`/v1/enrolments/${id}`))).toEqual([404, 'eligibility.enrolment_not_found']);
  });
});

describe('what cannot be done to an enrolment', () => {
  it('is what does not follow from its state', async () => {
    const active = await enrolled();
    expect(outcome(await act('resume', active, { reason: 'recertified' }))).toEqual([
      409,
      'eligibility.enrolment_state',
    ]);
    const ended = ok(await act('end', active, { reason: 'duplicate' }));
    for (const what of ['suspend', 'end'] as const) {
      const answer = await act(what, ended, { reason: 'own_request' });
      expect(outcome(answer)).toEqual([409, 'eligibility.enrolment_state']);
    }
  });

  it('is what holds from a day to come, or from before the last change', async () => {
    const active = await enrolled();
    for (const from of ['2090-01-01', '2020-01-01']) {
      const answer = await act('end', active, { reason: 'graduated', from });
      expect(outcome(answer)).toEqual([422, 'eligibility.day_out_of_range']);
    }
    const answer = await act('suspend', active, { reason: 'case_open', until: active.from });
    expect(outcome(answer)).toEqual([422, 'eligibility.day_out_of_range']);
  });

  it('is what has no reason that an officer can have', async () => {
    const active = await enrolled();
    for (const reason of ['approved', 'household_closed', undefined]) {
      expect(outcome(await act('end', active, { reason }))).toEqual([400, 'request.invalid']);
    }
  });

  it('is by another than a supervisor who looked at it', async () => {
    const active = await enrolled();
    const body = { reason: 'own_request' };
    expect(outcome(await act('end', active, body, caseworker))).toEqual([403, 'access.not_allowed']);
    expect(outcome(await supervisor.untyped.post(`/v1/enrolments/${active.id}/end`, body))).toEqual([
      428,
      'request.missing_version',
    ]);
    expect(outcome(await act('end', { ...active, version: 1 }, body))).toEqual([412, 'request.stale_version']);
    const elsewhere = await eligibility.as({ roles: ['supervisor'], areas: ['ZM104005'] });
    expect(outcome(await act('end', active, body, elsewhere))).toEqual([404, 'eligibility.enrolment_not_found']);
  });

  it('is one that does not say which it is about', async () => {
    expect(outcome(await supervisor.get('/v1/enrolments'))).toEqual([400, 'eligibility.search_without_term']);
    expect(outcome(await supervisor.get('/v1/enrolments?programme=NONE'))).toEqual([
      422,
      'eligibility.programme_unknown',
    ]);
    expect(outcome(await supervisor.get(`/v1/enrolments/${randomUUID()}`))).toEqual([
      404,
      'eligibility.enrolment_not_found',
    ]);
  });
});
