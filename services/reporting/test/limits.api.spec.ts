import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DenominatorKind, DenominatorRow, LoadDenominators, TakeSnapshot } from '@janela/contracts';
import { AnyBody, type BodyRoute, routesNotTried, seeded, sendAnyBody } from '@janela/testing';

import { type Reporting, startReporting } from './reporting.harness.ts';
import { smallCountry } from './small-country.ts';
import { smallDenominators } from './small-denominators.ts';

const random = seeded('whatever a contract of reporting accepts');

let reporting: Reporting;
beforeAll(async () => {
  reporting = await startReporting();
  await reporting.publishAll(smallCountry);
});
afterAll(() => reporting.stop());

const { sources } = smallDenominators;
const [source = ''] = Object.keys(sources);

/** Every route that takes a body. */
const routes: Record<string, () => Promise<BodyRoute>> = {
  'POST /v1/snapshots': async () => ({
    by: await reporting.as('statistician'),
    schema: TakeSnapshot,
    to: () => ({ path: '/v1/snapshots' }),
    given: { asOf: () => random.pick(['2026-10-31', undefined]) },
  }),
  'PUT /v1/denominators': async () => {
    // A row that is missing has no value, and only a value says how it came about: by chance alone they seldom agree.
    let isMissing = false;
    const rows = new AnyBody(DenominatorRow, random, {
      measure: () => 'population',
      unit: () => 'persons',
      area_code: () => random.pick(['ZM', 'ZM104']),
      sex: () => 'all',
      age_group: () => random.pick(['all', '0-4', '65+']),
      value: () => {
        isMissing = random.next() < 0.3;
        return isMissing ? '' : undefined;
      },
      kind: () => (isMissing ? '' : random.pick(DenominatorKind.options)),
      status: () => (isMissing ? 'missing' : random.pick(['sourced', 'illustrative'])),
      source: () => source,
    });
    return {
      by: await reporting.as('administrator'),
      schema: LoadDenominators,
      given: { rows: () => [rows.next()], sources: () => sources },
      to: () => ({ path: '/v1/denominators' }),
    };
  },
};

describe('whatever a contract accepts', () => {
  it('is tried on every route that changes something', () => {
    expect(routesNotTried(reporting.service, Object.keys(routes))).toEqual([]);
  });

  it.each(Object.entries(routes))('makes no mistake of ours, and is taken: %s', async (name, route) => {
    await sendAnyBody(name, await route(), random);
    await reporting.published();
  });
});
