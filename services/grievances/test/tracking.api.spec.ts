import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { checkDigit } from '@janela/kernel';
import { Tracking } from '@janela/contracts';

import { type Grievances, startGrievances } from './grievances.harness.ts';

let grievances: Grievances;
// Behind one proxy, so that a spec can call from any address.
beforeAll(async () => {
  grievances = await startGrievances({ JANELA_PROXY_HOPS: '1', JANELA_TRACKING_MISSES: '5' });
});
afterAll(() => grievances.stop());

let caller = 0;
beforeEach(() => {
  caller += 1;
});
const track = (number: string, from = `198.51.100.${caller}`) =>
  grievances.anonymous.get(`/v1/track/${encodeURIComponent(number)}`, { 'x-forwarded-for': from });

/** Returns a number with a right check digit that no case has. */
const unusedNumber = (serial: number) => {
  const digits = `00000000${String(serial).padStart(4, '0')}`;
  return `${digits}${checkDigit(digits)}`;
};

describe('following a case by its number', () => {
  it('shows how far it is and when it is due, and nothing of whose it is', async () => {
    const householdId = await grievances.household();
    const { body: filed } = await grievances.file({ householdId });
    const { status, body, headers } = await track(filed.number);
    expect(status).toBe(200);
    expect(Tracking.strict().parse(body)).toEqual({
      number: filed.number,
      state: 'filed',
      filedAt: filed.filedAt,
      resolveBy: filed.resolveBy,
    });
    expect(headers.get('cache-control')).toMatch('no-store');
    const { body: assigned } = await grievances.act(filed, { action: 'assign' });
    await grievances.act(assigned, { action: 'resolve', resolution: 'upheld', answer: 'Yes.' });
    expect((await track(filed.number)).body).toMatchObject({ state: 'resolved', resolvedAt: expect.any(String) });
  });

  it('says until when an appeal can be filed, of a sensitive case as of any other', async () => {
    const decidedAt = new Date(Date.now() - 5 * 86_400_000).toISOString();
    const until = new Date(new Date(decidedAt).getTime() + 30 * 86_400_000).toISOString();
    const applicationId = await grievances.application({ householdId: await grievances.household(), decidedAt });
    const { body: ordinary } = await grievances.file({ category: 'decision_refused', applicationId });
    const { body: sensitive } = await grievances.file({ category: 'abuse', applicationId });
    const shown = async (number: string) => {
      const { body } = await track(number);
      return [Object.keys(body), body.appealUntil];
    };
    expect(await shown(ordinary.number)).toEqual([['number', 'state', 'filedAt', 'resolveBy', 'appealUntil'], until]);
    expect(await shown(sensitive.number)).toEqual(await shown(ordinary.number));
    await grievances.caseworker.post('/v1/appeals', { caseId: ordinary.id, applicationId, grounds: 'It is wrong.' });
    expect(await shown(ordinary.number)).toEqual([['number', 'state', 'filedAt', 'resolveBy'], undefined]);
    expect(await shown(sensitive.number)).toEqual(await shown(ordinary.number));
  });

  it('takes the number however it is spaced', async () => {
    const { body: filed } = await grievances.file({});
    for (const written of [filed.number.replaceAll('-', ''), filed.number.replaceAll('-', ' '), ` ${filed.number} `])
      expect((await track(written)).status).toBe(200);
  });

  it('answers alike to a wrong digit, a number that no case has, and what is none', async () => {
    const { body: filed } = await grievances.file({});
    const slip = `${filed.number.slice(0, -1)}${(Number(filed.number.at(-1)) + 1) % 10}`;
    const answers = [await track(slip), await track(unusedNumber(1)), await track('abc'), await track("' OR 1=1 --")];
    const alike = answers.map(({ status, body: { instance: _instance, ...rest } }) => ({ status, ...rest }));
    expect(new Set(alike.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(alike[0]).toMatchObject({ status: 404, code: 'grievances.number_unknown' });
  });

  it('makes an address wait that guesses, also for numbers that exist, and no other', async () => {
    const { body: filed } = await grievances.file({});
    const statuses = [];
    for (let guess = 0; guess < 8; guess += 1) statuses.push((await track(unusedNumber(guess))).status);
    expect(statuses).toEqual([404, 404, 404, 404, 404, 429, 429, 429]);
    const refused = await track(filed.number);
    expect(refused).toMatchObject({ status: 429, body: { code: 'grievances.too_many_guesses' } });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await track(filed.number, '203.0.113.9')).status).toBe(200);
  });

  it('takes nothing else', async () => {
    expect(await grievances.anonymous.get('/v1/track/1?lang=en')).toMatchObject({ status: 400 });
    expect(await track('9'.repeat(300))).toMatchObject({ status: 414 });
  });
});
