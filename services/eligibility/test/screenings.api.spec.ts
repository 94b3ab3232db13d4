import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { HouseholdUpdated, type Screening } from '@janela/contracts';
import { addDays, dateIn } from '@janela/kernel';
import { type Caller, type Harness, ok } from '@janela/testing';

import { loadZambia, outcome, startEligibility } from './eligibility.harness.ts';
import { registered } from './support/published-households.ts';
import { couple, livingIn, newcomer, oldMan, oldWomanUnasked, widow } from './support/situations.ts';

let eligibility: Harness<'eligibility'>;
let caseworker: Caller<'eligibility'>;

beforeAll(async () => {
  eligibility = await startEligibility();
  await loadZambia(eligibility);
  caseworker = await eligibility.as('caseworker');
});
afterAll(() => eligibility.stop());

const ask = (householdId: string, asOf?: string) =>
  caseworker.post('/v1/screenings', { householdId, ...(asOf && { asOf }) });
const resultOf = ({ results }: Screening, programme: string) => results.filter((each) => each.programme === programme);

describe('screening a household', () => {
  it('answers for every programme in force, with version, reasons and amount', async () => {
    const { householdId, facts } = await registered(eligibility, widow);
    const { body, status } = await ask(householdId);
    expect({ status, programmes: new Set(body.results.map(({ programme }) => programme)) }).toEqual({
      status: 200,
      programmes: new Set(['NAPSA-INF', 'SCT', 'SP65']),
    });
    expect(resultOf(body, 'SCT')).toMatchObject([
      {
        version: 2,
        outcome: 'eligible',
        entitlement: { amountMinor: 80_000, currency: 'ZMW', frequency: 'every_two_months' },
        title: { en: 'Social Cash Transfer', pt: 'Transferência Social Monetária', fr: expect.any(String) },
      },
    ]);
    expect(resultOf(body, 'SP65')).toMatchObject([
      { outcome: 'eligible', personId: facts.members[0]?.personId, entitlement: { amountMinor: 40_000 } },
    ]);
  });

  it('gives each reason in three languages, with what was seen and what is needed', async () => {
    const { householdId } = await registered(eligibility, widow);
    const [sct] = resultOf(ok(await ask(householdId)), 'SCT');
    expect(sct?.reasons.find(({ criterion }) => criterion === 'resident_six_months')).toMatchObject({
      title: { pt: 'Vive na área há seis meses' },
      met: true,
      seen: { en: expect.stringMatching(/^Time lived in this area: \d+ months$/) },
      needed: { fr: 'Durée de résidence dans cette zone\u00a0: au moins 6 mois' },
      legalReference: expect.any(String),
    });
  });

  it('says what would change the answer, and promises no amount to a household that does not qualify', async () => {
    const { householdId } = await registered(eligibility, couple);
    const body = ok(await ask(householdId));
    const [sct] = resultOf(body, 'SCT');
    expect(sct).toMatchObject({ outcome: 'ineligible' });
    expect(sct?.entitlement).toBeUndefined();
    expect(sct?.wouldChange.map(({ outcome }) => outcome)).toContain('eligible');
  });

  it('names each person who may qualify, and one where no one may', async () => {
    const { householdId, facts } = await registered(eligibility, couple);
    const body = ok(await ask(householdId));
    expect(resultOf(body, 'NAPSA-INF').map(({ personId }) => personId)).toEqual(
      facts.members.map(({ personId }) => personId),
    );
    expect(resultOf(body, 'SP65')).toMatchObject([{ outcome: 'ineligible', personId: facts.members[0]?.personId }]);
  });

  it('leaves open what is not known', async () => {
    const { householdId } = await registered(eligibility, newcomer);
    const [sct] = resultOf(ok(await ask(householdId)), 'SCT');
    expect(sct).toMatchObject({ outcome: 'needs_review' });
    expect(sct?.reasons.find(({ met }) => met === null)).toMatchObject({
      criterion: 'resident_six_months',
      seen: { en: 'Time lived in this area: not known' },
    });
  });

  it('promises no amount while it depends on something that was not asked', async () => {
    const { householdId } = await registered(eligibility, oldWomanUnasked);
    const [sct] = resultOf(ok(await ask(householdId)), 'SCT');
    expect({ outcome: sct?.outcome, entitlement: sct?.entitlement }).toEqual({ outcome: 'eligible' });
  });

  it('goes by the rules and the ages of the day that is asked for', async () => {
    const { householdId } = await registered(eligibility, widow);
    const then = ok(await ask(householdId, '2025-06-30'));
    expect(resultOf(then, 'SCT')).toMatchObject([{ version: 1 }]);
    expect(ok(await ask(householdId, '2014-06-30')).results).toEqual([]);
  });

  it('goes by the newest facts', async () => {
    const home = await registered(eligibility, widow);
    const facts = { ...home.facts, residence: { since: '2026-11-01' as const } };
    const { householdId, number, areaCode } = home;
    const data = {
      householdId,
      number,
      areaCode,
      facts,
      changed: ['residence' as const],
      reason: 'correction' as const,
    };
    await eligibility.publish(HouseholdUpdated, data, { aggregateVersion: 2 });
    expect(resultOf(ok(await ask(householdId, '2026-11-20')), 'SCT')).toMatchObject([{ outcome: 'ineligible' }]);
  });
});

describe('what cannot be screened', () => {
  it('is a day that has yet to come in the country; today and yesterday are judged', async () => {
    const { householdId } = await registered(eligibility, widow);
    const today = dateIn('Africa/Lusaka', new Date());
    expect(outcome(await ask(householdId, addDays(today, 1)))).toEqual([422, 'eligibility.as_of_in_future']);
    expect(outcome(await ask(householdId, '2090-01-01'))).toEqual([422, 'eligibility.as_of_in_future']);
    for (const day of [today, addDays(today, -1), '0001-01-02'])
      expect(outcome(await ask(householdId, day))).toEqual([200, undefined]);
  });

  it('is a household of which nothing is known yet; that is not "ineligible"', async () => {
    const answer = await ask(randomUUID());
    expect([...outcome(answer), answer.headers.get('retry-after')]).toEqual([
      404,
      'eligibility.facts_not_arrived',
      '1',
    ]);
  });

  it('is a household of another area, with the same answer as one that is not known', async () => {
    const { householdId } = await registered(eligibility, livingIn('ZM104005', oldMan));
    expect(outcome(await ask(householdId))).toEqual([404, 'eligibility.facts_not_arrived']);
    const neighbour = await eligibility.as({ roles: ['caseworker'], areas: ['ZM104005'], id: 'caseworker-lunga' });
    expect(outcome(await neighbour.post('/v1/screenings', { householdId }))).toEqual([200, undefined]);
  });

  it.each([
    ['no household', {}, '/householdId'],
    ['what is no id', { householdId: 'one' }, '/householdId'],
    ['an unknown field', { householdId: randomUUID(), programme: 'SCT' }, '/programme'],
    ['a day that there is not', { householdId: randomUUID(), asOf: '2026-02-30' }, '/asOf'],
  ])('is %s', async (_, body, pointer) => {
    const answer = await caseworker.untyped.post('/v1/screenings', body);
    expect(answer).toMatchObject({ status: 400, body: { code: 'request.invalid', errors: [{ pointer }] } });
  });

  it('is anything but JSON of a reasonable size', async () => {
    const bodies: [string, string][] = [
      ['{', 'application/json'],
      ['<household/>', 'application/xml'],
      [JSON.stringify({ householdId: 'x'.repeat(20_000_000) }), 'application/json'],
    ];
    const answers = await Promise.all(
      bodies.map(([body, type]) => caseworker.untyped.post('/v1/screenings', body, { 'content-type': type })),
    );
    expect(answers.map(outcome)).toEqual([
      [400, 'request.not_json'],
      [415, 'request.unsupported_media_type'],
      [413, 'request.too_large'],
    ]);
  });
});
