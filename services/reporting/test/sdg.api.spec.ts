import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AreaPublished } from '@janela/contracts';
import type { Caller } from '@janela/testing';
import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';

import { type Reporting, startReporting } from './reporting.harness.ts';
import { getSdg } from './sdg-figures.ts';
import { smallCountry } from './small-country.ts';
import { samfya, eventOnDay } from './event-on-day.ts';

let reporting: Reporting;
let statistician: Caller<'reporting'>;
const path = '/v1/sdg/1.3.1?areaCode=ZM&asOf=2026-10-31';
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

beforeAll(async () => {
  reporting = await startReporting();
  await reporting.publishAll(smallCountry);
  await reporting.publishAll([
    eventOnDay(AreaPublished, '2026-01-06', {
      code: 'ZM104013',
      level: 2,
      name: '=1+1',
      parent: 'ZM104',
      validFrom: '2026-03-01',
      validTo: '2026-09-30',
    }),
  ]);
  await reporting.loadDenominators();
  statistician = await reporting.as('statistician');
});
afterAll(() => reporting.stop());

async function bytesOf(query: string, headers: Record<string, string> = {}) {
  const token = await reporting.service.issuer.token({ roles: ['statistician'] });
  const response = await fetch(`${reporting.service.running.address}${query}`, {
    headers: { authorization: `Bearer ${token}`, ...headers },
  });
  return { response, bytes: new Uint8Array(await response.arrayBuffer()) };
}

describe('SDG 1.3.1 as a file', () => {
  it('is CSV when a link or the Accept header asks for it, with all that the JSON says', async () => {
    const byLink = await statistician.get(`${path}&format=csv`);
    expect(byLink.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(byLink.headers.get('content-disposition')).toBe('attachment; filename="sdg-1.3.1-ZM-2026-10-31.csv"');
    expect((await statistician.get(path, { accept: 'text/csv' })).text).toBe(byLink.text);

    const rows = parse<Record<string, string>>(byLink.text, { columns: true });
    const { items } = await getSdg(statistician, 'areaCode=ZM&asOf=2026-10-31');
    const shown = (value: number | null) => (value === null ? '' : String(value));
    expect(
      rows.map(({ series, sex, numerator, denominator, value }) => [series, sex, numerator, denominator, value]),
    ).toEqual(
      items.map(({ series, sex, ...row }) => [
        series,
        sex,
        shown(row.numerator),
        shown(row.denominator),
        shown(row.value),
      ]),
    );
    expect(rows[0]?.['query']).toMatch(/^\/\* in coverage_v2: .*SELECT series.*GROUP BY series/);
  });

  it('is a workbook of figures, definitions and notes, the same bytes each time', async () => {
    const { response, bytes } = await bytesOf(`${path}&format=xlsx`, { accept: 'text/html, */*;q=0.8' });
    expect(response.headers.get('content-type')).toBe(xlsx);
    const again = await bytesOf(path, { accept: xlsx });
    expect(Buffer.from(again.bytes).equals(Buffer.from(bytes))).toBe(true);
    const files = unzipSync(bytes);
    expect(Object.keys(files)).toEqual(
      expect.arrayContaining(['[Content_Types].xml', 'xl/workbook.xml', 'xl/worksheets/sheet3.xml']),
    );
    const part = (name: string) => strFromU8(files[name] ?? new Uint8Array());
    expect(part('xl/workbook.xml')).toMatch(/name="SDG 1.3.1".*name="Definitions".*name="Notes"/);
    expect(part('xl/worksheets/sheet1.xml')).toContain('<v>13</v></c><c><v>190</v></c><c><v>6.842105</v>');
    expect(part('xl/worksheets/sheet3.xml')).toContain('WITH RECURSIVE schemes');
    expect(Object.values(files).some((bytesOfPart) => strFromU8(bytesOfPart).includes('<f>'))).toBe(false);
  });

  it('is nothing else', async () => {
    for (const accept of ['text/html', 'application/xml', 'application/vnd.sdmx.data+csv'])
      expect(await statistician.get(path, { accept })).toMatchObject({
        status: 406,
        body: { code: 'request.not_acceptable' },
      });
    for (const format of ['pdf', 'XLSX', 'toString', '']) {
      const answer = await statistician.get(`${path}&format=${format}`);
      expect(answer).toMatchObject({ status: 406, body: { code: 'reporting.format_unknown' } });
    }
  });
});

describe('SDG 1.3.1 that cannot be had', () => {
  const refusal = async (query: string) => {
    const { status, body } = await statistician.get(`/v1/sdg/1.3.1?${query}`);
    return [status, body.code];
  };

  it('says that there is no such area, or that it is not of this country', async () => {
    expect(await refusal('areaCode=ZM199')).toEqual([404, 'reporting.area_unknown']);
    expect(await refusal('areaCode=MZ')).toEqual([403, 'access.area_out_of_reach']);
    expect(await refusal('areaCode=Samfya')).toEqual([400, 'request.invalid']);
    expect(await refusal("areaCode=ZM' OR true --")).toEqual([400, 'request.invalid']);
  });

  it('says that an area is not there on that day', async () => {
    expect(await refusal('areaCode=ZM104013&asOf=2026-02-28')).toEqual([422, 'reporting.area_not_valid_on_date']);
    expect(await refusal('areaCode=ZM104013&asOf=2026-10-01')).toEqual([422, 'reporting.area_not_valid_on_date']);
    expect((await statistician.get('/v1/sdg/1.3.1?areaCode=ZM104013&asOf=2026-09-30')).status).toBe(200);
  });

  it('says that a day has not come, or lies before everything', async () => {
    expect(await refusal('areaCode=ZM&asOf=2199-01-01')).toEqual([422, 'reporting.date_in_future']);
    expect(await refusal('areaCode=ZM&asOf=2026-01-04')).toEqual([422, 'reporting.date_before_first_event']);
    expect((await statistician.get('/v1/sdg/1.3.1?areaCode=ZM&asOf=2026-01-05')).status).toBe(200);
    expect(await refusal('areaCode=ZM&asOf=2026-02-29')).toEqual([400, 'request.invalid']);
    expect(await refusal('areaCode=ZM&asOf=yesterday')).toEqual([400, 'request.invalid']);
  });

  it('says that a parameter is not known, or given twice', async () => {
    expect(await refusal('areaCode=ZM&sex=F')).toEqual([400, 'request.invalid']);
    expect(await refusal('areaCode=ZM&areaCode=ZM')).toEqual([400, 'request.repeated_parameter']);
  });
});

describe('indicators', () => {
  it('are defined in three languages, each series with its ages', async () => {
    const { body } = await statistician.get('/v1/indicators');
    expect(body.items.map(({ code }) => code)).toEqual(['1.3.1', ...body.items.slice(1).map(({ code }) => code)]);
    expect(body.items).toHaveLength(10);
    expect(body.items.every(({ title }) => title['en'] && title['pt'] && title['fr'])).toBe(true);
    expect((await statistician.get('/v1/indicators/SI_COV_PENSN')).body).toMatchObject({
      ageGroup: 'Y_GE65',
      partOf: '1.3.1',
    });
    expect((await statistician.get('/v1/indicators/1.3.1')).body).toMatchObject({
      custodian: expect.stringContaining('ILO'),
    });
  });

  it('that do not exist are not found', async () => {
    const answer = await statistician.get('/v1/indicators/SI_COV_LMKT');
    expect(answer).toMatchObject({ status: 404, body: { code: 'reporting.indicator_unknown' } });
  });
});

describe('a country without any events', () => {
  it('has no areas, and so no figures', async () => {
    const empty = await startReporting();
    try {
      const caller = await empty.as('statistician');
      const answer = await caller.get(`/v1/sdg/1.3.1?areaCode=${samfya}`);
      expect(answer).toMatchObject({ status: 404, body: { code: 'reporting.area_unknown' } });
    } finally {
      await empty.stop();
    }
  });
});
