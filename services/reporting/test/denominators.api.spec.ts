import { readdirSync, readFileSync } from 'node:fs';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { dateIn } from '@janela/kernel';

import type { LoadDenominators } from '@janela/contracts';
import type { Caller } from '@janela/testing';
import { parse } from 'csv-parse/sync';

import { type Reporting, startReporting } from './reporting.harness.ts';
import { getSdg } from './sdg-figures.ts';
import { smallCountry } from './small-country.ts';
import { smallDenominators } from './small-denominators.ts';
import { lunga, samfya } from './event-on-day.ts';

let reporting: Reporting;
let administrator: Caller<'reporting'>;
let statistician: Caller<'reporting'>;

beforeAll(async () => {
  reporting = await startReporting();
  await reporting.publishAll(smallCountry);
  administrator = await reporting.as('administrator');
  statistician = await reporting.as('statistician');
});
afterAll(() => reporting.stop());

const folder = new URL('../../../countries/zambia/', import.meta.url);
const zambia = (): LoadDenominators => ({
  rows: readdirSync(new URL('denominators/', folder))
    .sort()
    .flatMap((file) =>
      parse<LoadDenominators['rows'][number]>(readFileSync(new URL(`denominators/${file}`, folder)), { columns: true }),
    ),
  sources: JSON.parse(readFileSync(new URL('sources.json', folder), 'utf8')) as LoadDenominators['sources'],
});
const put = (body: unknown) => administrator.untyped.put<{ code: string; detail: string }>('/v1/denominators', body);

describe('denominators', () => {
  it('of Zambia are taken as they are written down, once', async () => {
    const { rows, sources } = zambia();
    expect(rows.length).toBeGreaterThan(290);
    expect((await put({ rows, sources })).body).toEqual({ taken: rows.length, unchanged: 0, replaced: 0 });
    expect((await put({ rows: rows.toReversed(), sources })).body).toEqual({
      taken: 0,
      unchanged: rows.length,
      replaced: 0,
    });
  });

  it('of Zambia give the country by World Population Prospects, and a district by its census', async () => {
    const rowOf = async (areaCode: string, series: string, sex = '_T') =>
      (await getSdg(statistician, `areaCode=${areaCode}&asOf=2026-10-31`)).items.find(
        (row) => row.series === series && row.sex === sex,
      );
    expect(await rowOf('ZM', 'SI_COV_BENFTS')).toMatchObject({
      denominator: 21_196_793,
      denominatorSource: expect.stringMatching(/^World Population Prospects 2019, .* for 2025$/),
    });
    expect(await rowOf('ZM', 'SI_COV_PENSN', 'F')).toMatchObject({ denominator: 289_014 });
    expect(await rowOf('ZM', 'SI_COV_PENSN', 'M')).toMatchObject({ denominator: 190_207 });
    expect(await rowOf('ZM', 'SI_COV_MATNL', 'F')).toMatchObject({ denominator: 721_060, value: null });
    expect(await rowOf('ZM', 'SI_COV_POOR')).toMatchObject({ denominator: 11_531_055 });
    expect(await rowOf(samfya, 'SI_COV_BENFTS')).toMatchObject({ denominator: 147_190 });
    expect(await rowOf(samfya, 'SI_COV_POOR')).toMatchObject({ denominator: null, value: null });
    expect(await rowOf(lunga, 'SI_COV_PENSN')).toMatchObject({ note: expect.stringContaining('Scaled') });
  });

  it('that are loaded again replace those that hold, which are kept', async () => {
    const { rows, sources } = smallDenominators;
    const first = await put({ rows, sources });
    expect(first.body).toMatchObject({ taken: rows.length, unchanged: 0 });
    const corrected = rows.map((row) => (row.measure === 'births' ? { ...row, value: '9' } : row));
    expect((await put({ rows: corrected, sources })).body).toEqual({
      taken: 1,
      unchanged: rows.length - 1,
      replaced: 1,
    });
    const births = await reporting.db.query<unknown[]>(
      `SELECT value::int, replaced_at IS NULL AS holds FROM denominators WHERE measure = 'births' AND year = 2025 AND source_key = 'small' ORDER BY id`,
    );
    expect(births).toEqual([
      { value: 8, holds: false },
      { value: 9, holds: true },
    ]);
    const { body } = await statistician.get('/v1/denominators?areaCode=ZM');
    expect(body.items).toContainEqual(expect.objectContaining({ measure: 'births', value: 9, year: 2025 }));
    const trail = await reporting.db.query<unknown[]>(
      `SELECT actor, details FROM audit_entries WHERE action = 'denominators.loaded' ORDER BY id DESC LIMIT 1`,
    );
    expect(trail).toEqual([{ actor: 'administrator', details: { taken: 1, unchanged: rows.length - 1, replaced: 1 } }]);
  });

  it('sent by two at once are loaded one after the other', async () => {
    const answers = await Promise.all([1, 2, 3].map(() => put(smallDenominators)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    const [row] = await reporting.db.query<{ count: number }[]>(
      'SELECT count(*)::int AS count FROM denominators WHERE replaced_at IS NULL',
    );
    expect(row?.count).toBe(smallDenominators.rows.length);
  });

  it('are refused when ages are missing or overlap, a source is not described, or a value is given twice', async () => {
    const { rows, sources } = smallDenominators;
    const without = rows.filter(({ age_group, sex }) => !(age_group === '15-64' && sex === 'male'));
    expect(await put({ rows: without, sources })).toMatchObject({
      status: 422,
      body: { code: 'reporting.age_groups_incomplete', detail: expect.stringContaining('male') },
    });
    const overlapping = rows.map((row) => (row.age_group === '15-64' ? { ...row, age_group: '14-64' } : row));
    expect((await put({ rows: overlapping, sources })).body.code).toBe('reporting.age_groups_incomplete');
    expect(await put({ rows, sources: {} })).toMatchObject({
      status: 422,
      body: { code: 'reporting.source_unknown', errors: [{ pointer: '/rows/0/source' }] },
    });
    expect((await put({ rows: [...rows, ...rows.slice(0, 1)], sources })).body.code).toBe(
      'reporting.duplicate_denominator',
    );
  });

  it('are refused where they were counted in a year that has yet to come; a projection may be of any', async () => {
    const { rows, sources } = smallDenominators;
    const [thisYear, nextYear] = [0, 1].map((more) =>
      String(Number(dateIn('Africa/Lusaka', new Date()).slice(0, 4)) + more),
    );
    const counted = (year: string | undefined, kind: 'census' | 'survey' | 'projection') =>
      put({ rows: rows.map((row) => (row.kind === 'census' ? { ...row, kind, year: year ?? '' } : row)), sources });
    expect((await counted(thisYear, 'census')).status).toBe(200);
    for (const kind of ['census', 'survey'] as const)
      expect(await counted(nextYear, kind)).toMatchObject({
        status: 422,
        body: { code: 'reporting.counted_in_future', errors: [{ code: 'date_in_future' }] },
      });
    expect((await counted(nextYear, 'projection')).status).toBe(200);
    const late = { ...sources, small: { ...sources['small'], year: Number(nextYear) } } as typeof sources;
    expect((await put({ rows, sources: late })).body.code).toBe('reporting.counted_in_future');
  });

  it('are refused with a reason for each row that is no row', async () => {
    const [row] = smallDenominators.rows;
    const wrong = [
      { ...row, value: '-1' },
      { ...row, value: '1e3' },
      { ...row, value: '' },
      { ...row, source: '' },
      { ...row, sex: 'both' },
      { ...row, year: '26' },
      { ...row, age_group: '0 to 4' },
      { ...row, area_code: 'Samfya' },
      { ...row, colour: 'blue' },
    ];
    const answer = await administrator.untyped.put<{ errors: { pointer: string }[] }>('/v1/denominators', {
      ...smallDenominators,
      rows: wrong,
    });
    expect(answer).toMatchObject({ status: 400, body: { code: 'request.invalid' } });
    expect(new Set(answer.body.errors.map(({ pointer }) => pointer.split('/')[2]))).toEqual(
      new Set(wrong.map((_, index) => String(index))),
    );
    expect((await put({ rows: [], sources: {} })).status).toBe(400);
  });

  it('of another country, or of all of it, are not for those who have a part', async () => {
    const { rows, sources } = smallDenominators;
    const abroad = rows.map((row) => ({ ...row, area_code: 'MZ' }));
    expect(await put({ rows: abroad, sources })).toMatchObject({
      status: 403,
      body: { code: 'access.area_out_of_reach' },
    });
    const local = await reporting.as({ roles: ['administrator'], areas: [samfya] });
    expect((await local.put('/v1/denominators', smallDenominators)).status).toBe(403);
  });

  it('of zero give no figure, and say so', async () => {
    const { rows, sources } = smallDenominators;
    const empty = rows.map((row) => (row.measure === 'population' && row.value !== '' ? { ...row, value: '0' } : row));
    await put({ rows: empty, sources });
    const { items } = await getSdg(statistician, 'areaCode=ZM&asOf=2026-10-31');
    expect(items[0]).toMatchObject({
      numerator: 13,
      denominator: 0,
      value: null,
      note: expect.stringContaining('zero'),
    });
  });
});
