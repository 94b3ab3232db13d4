import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { HouseholdUpdated } from '@janela/contracts';
import { type Caller, householdFacts } from '@janela/testing';

import { type Reporting, startReporting } from './reporting.harness.ts';
import { bySeriesAndSex, getSdg, numerators } from './sdg-figures.ts';
import { smallCountry } from './small-country.ts';
import { areas, SampleHousehold, lunga, person, programme, samfya, eventOnDay } from './event-on-day.ts';

let reporting: Reporting;
let statistician: Caller<'reporting'>;
const lastOfOctober = 'areaCode=ZM&asOf=2026-10-31';

beforeAll(async () => {
  reporting = await startReporting();
  await reporting.publishAll(smallCountry);
  await reporting.loadDenominators();
  statistician = await reporting.as('statistician');
});
afterAll(() => reporting.stop());

describe('the figures of a small country that was counted by hand', () => {
  it('count everybody once, whatever they receive', async () => {
    expect(numerators(await getSdg(statistician, lastOfOctober))).toEqual({
      // p1 p2 p3 p22 | p4 p5 | p7 p8 p23 | p14 p15 p16 | p19, whose sex was not written down
      SI_COV_BENFTS: { _T: 13, F: 7, M: 5 },
      SI_COV_CHLD: { _T: 2, F: 1, M: 1 },
      SI_COV_MATNL: { F: null },
      SI_COV_DISAB: { _T: 1, F: 0, M: 1 },
      SI_COV_UEMP: { _T: null, F: null, M: null },
      SI_COV_WKINJRY: { _T: null, F: null, M: null },
      SI_COV_PENSN: { _T: 3, F: 1, M: 2 },
      SI_COV_VULN: { _T: 11, F: 6, M: 4 },
      SI_COV_POOR: { _T: 7, F: 4, M: 2 },
    });
  });

  it('are divided by one set of denominators, in which the sexes add up, and not by a newer total', async () => {
    const { items } = await getSdg(statistician, lastOfOctober);
    expect(bySeriesAndSex(items, ({ denominator }) => denominator)).toEqual({
      SI_COV_BENFTS: { _T: 190, F: 100, M: 90 },
      SI_COV_CHLD: { _T: 86, F: 43, M: 43 },
      SI_COV_MATNL: { F: 8 },
      SI_COV_DISAB: { _T: 19, F: null, M: null },
      SI_COV_UEMP: { _T: null, F: null, M: null },
      SI_COV_WKINJRY: { _T: null, F: null, M: null },
      SI_COV_PENSN: { _T: 15, F: 10, M: 5 },
      SI_COV_VULN: { _T: 188, F: 99, M: 89 },
      SI_COV_POOR: { _T: 95, F: null, M: null },
    });
    const share = items.find(({ series, sex }) => series === 'SI_COV_BENFTS' && sex === '_T');
    expect(share).toMatchObject({ value: 6.842105, unit: 'PT', ageGroup: '_T' });
    expect(share?.denominatorSource).toBe('Small Prospects 2019, Office of Small Numbers; estimate for 2025');
  });

  it('say why where they cannot be computed, and what else one must know', async () => {
    const { items } = await getSdg(statistician, lastOfOctober);
    const noteOf = (series: string, sex: string) => items.find((row) => row.series === series && row.sex === sex)?.note;
    expect(noteOf('SI_COV_UEMP', '_T')).toBe(
      'No programme in force on this day counts towards it. The number of the unemployed is not known for ZM.',
    );
    expect(noteOf('SI_COV_WKINJRY', '_T')).toContain('Needs a survey.');
    expect(noteOf('SI_COV_MATNL', 'F')).toContain('not marked as being for a birth');
    expect(noteOf('SI_COV_BENFTS', '_T')).toBe('1 of them are recorded as neither female nor male.');
    expect(noteOf('SI_COV_DISAB', '_T')).toBe('Illustrative. A guess.');
    expect(noteOf('SI_COV_POOR', 'F')).toContain('of one sex is not known');
    expect(noteOf('SI_COV_CHLD', 'F')).toBe('Of those aged 15-64 the part by years is taken.');
    expect(items.find(({ series }) => series === 'SI_COV_POOR')?.basis).toBe(
      'Persons. SCT: everybody in the household whom the enrolment covers.',
    );
  });

  it('follow people to where they live on the day', async () => {
    const benefits = async (areaCode: string, asOf: string) =>
      numerators(await getSdg(statistician, `areaCode=${areaCode}&asOf=${asOf}`))['SI_COV_BENFTS']?.['_T'];
    expect([await benefits(samfya, '2026-10-31'), await benefits(lunga, '2026-10-31')]).toEqual([8, 5]);
    expect(await benefits('ZM104', '2026-10-31')).toBe(13);
    expect(await benefits('ZM105', '2026-10-31')).toBe(0);
    // The day before the move; the dead man lives, the baby is not born, p8 has paid in but p23 was not paid yet.
    expect(await benefits(samfya, '2026-10-09')).toBe(9);
    expect(await benefits(lunga, '2026-10-09')).toBe(0);
  });

  it('change with the day: a death, a payment that grows old', async () => {
    const on = async (asOf: string) => numerators(await getSdg(statistician, `areaCode=ZM&asOf=${asOf}`));
    expect((await on('2026-10-19'))['SI_COV_PENSN']).toEqual({ _T: 3, F: 1, M: 2 });
    expect((await on('2026-10-20'))['SI_COV_PENSN']).toEqual({ _T: 2, F: 1, M: 1 });
    expect((await on('2026-10-31'))['SI_COV_POOR']?.['_T']).toBe(7);
    expect((await on('2026-11-01'))['SI_COV_POOR']?.['_T']).toBe(6);
    expect((await on('2026-02-01'))['SI_COV_BENFTS']?.['_T']).toBe(0);
  });

  it('of a district share its known total out as in the country, and say so; where nothing is known they say that', async () => {
    const inSamfya = (await getSdg(statistician, `areaCode=${samfya}&asOf=2026-10-31`)).items;
    const women = inSamfya.find(({ series, sex }) => series === 'SI_COV_PENSN' && sex === 'F');
    expect(women).toMatchObject({ denominator: 4, note: expect.stringMatching(/^Scaled: .*Small Prospects 2019/) });
    expect(inSamfya.find(({ series }) => series === 'SI_COV_BENFTS')).toMatchObject({ denominator: 80 });
    const inLunga = (await getSdg(statistician, `areaCode=${lunga}&asOf=2026-10-31`)).items;
    expect(inLunga.find(({ series }) => series === 'SI_COV_BENFTS')).toMatchObject({
      numerator: 5,
      denominator: null,
      value: null,
      note: `No population is known for ${lunga}. Not counted.`,
    });
  });

  it('show the query that ran, which gives the same again', async () => {
    const { items } = await getSdg(statistician, lastOfOctober);
    const query = items[0]?.query ?? '';
    expect(query).toMatch(/^\/\* in coverage_v2: \$1 area = 'ZM', \$2 day = '2026-10-31', \$3 pension_age = 65/);
    const again = await reporting.db.transaction(async (tx) => {
      await tx.query(`SELECT set_config('search_path', 'coverage_v2', true), set_config('janela.areas', '{""}', true)`);
      return tx.query<{ series: string; _T: number }[]>(query, ['ZM', '2026-10-31', 65, 18, 15, 10]);
    });
    expect(again.find(({ series }) => series === 'SI_COV_POOR')).toMatchObject({ _T: 7, F: 4, M: 2 });
  });
});

describe('people who do not agree to statistics', () => {
  const benefits = async (of: Caller<'reporting'>, areaCode: string) => {
    const { items } = await getSdg(of, `areaCode=${areaCode}&asOf=2026-10-31`);
    const rows = items.filter(({ series }) => series === 'SI_COV_BENFTS');
    return { count: numerators({ items: rows, areaCode, asOf: '2026-10-31' })['SI_COV_BENFTS'], note: rows[0]?.note };
  };
  /** A woman and a man who agree, and so many women who do not, all of Samfya and all paid. */
  const paidFor = (others: number) => {
    const agreeing = new SampleHousehold('agreeing', samfya, [person('a1'), person('a2', { sex: 'male' })]);
    const not = Array.from(
      { length: others },
      (_, index) => new SampleHousehold(`not ${index}`, samfya, [person(`n${index}`)]),
    );
    return [
      ...[
        agreeing.registered(),
        ...not.map((household) => household.registered('2026-01-10', ['eligibility', 'payment'])),
      ],
      ...[agreeing, ...not].flatMap((household) => {
        const enrolment = household.enrolment('SCT');
        return [enrolment.started('2026-03-01'), enrolment.paid('2026-09', '2026-09-20')];
      }),
    ];
  };

  it('count in the total of the country alone, and only where they are as many as a cell must hold', async () => {
    const small = await startReporting({ environment: { JANELA_MINIMUM_CELL: '3' } });
    try {
      const caller = await small.as('statistician');
      const sct = programme('SCT', { unit: 'household', sdgComponents: ['SI_COV_BENFTS'] });
      await small.publishAll([...areas, sct, ...paidFor(2)]);
      expect((await benefits(caller, 'ZM')).count).toEqual({ _T: 2, F: 1, M: 1 });
      await small.publishAll(paidFor(3));
      expect(await benefits(caller, 'ZM')).toEqual({
        count: { _T: 5, F: 1, M: 1 },
        note: expect.stringContaining('3 of them do not agree to statistics'),
      });
      await small.publishAll(paidFor(4));
      expect((await benefits(caller, 'ZM')).count).toEqual({ _T: 6, F: 1, M: 1 });
      for (const area of ['ZM104', samfya]) expect((await benefits(caller, area)).count).toEqual({ _T: 2, F: 1, M: 1 });
      // Who withdraws is not counted from then on, for whatever day.
      const withdrawn = new SampleHousehold('agreeing', samfya, [person('a1'), person('a2', { sex: 'male' })]);
      const { about, members } = withdrawn;
      const facts = { ...householdFacts({ members }), consentedPurposes: [] };
      const data = { ...about, facts, changed: ['consent' as const], reason: 'correction' as const };
      await small.publishAll([eventOnDay(HouseholdUpdated, '2026-11-01', data, 2)]);
      expect((await benefits(caller, 'ZM')).count).toEqual({ _T: 6, F: 0, M: 0 });
      expect((await benefits(caller, samfya)).count).toEqual({ _T: 0, F: 0, M: 0 });
    } finally {
      await small.stop();
    }
  });
});
