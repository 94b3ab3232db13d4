import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CaseClosed, CaseFiled, CaseResolved, SensitiveRecorded } from '@janela/contracts';
import { addDays, dateIn } from '@janela/kernel';
import type { Role } from '@janela/contracts';

import { type Reporting, startReporting } from './reporting.harness.ts';
import { areas, idOf, lunga, samfya, eventOnDay, type EventOnDay } from './event-on-day.ts';

let reporting: Reporting;

const about = (name: string, areaCode = samfya) => ({ caseId: idOf(name), category: 'not_paid', areaCode });
const filed = (name: string, on: string, areaCode?: string): EventOnDay =>
  eventOnDay(CaseFiled, on, {
    ...about(name, areaCode),
    channel: 'window',
    anonymous: false,
    level: 'district',
    acknowledgeBy: `${on}T20:00:00Z`,
    resolveBy: `${on}T20:00:00Z`,
  });
const resolved = (name: string, on: string, onTime: boolean, version = 2): EventOnDay =>
  eventOnDay(CaseResolved, on, { ...about(name), level: 'district', resolution: 'upheld', onTime }, version);

beforeAll(async () => {
  reporting = await startReporting({ environment: { JANELA_MINIMUM_CELL: '5' } });
  await reporting.publishAll([
    ...areas,
    ...[filed('quick', '2026-05-01'), resolved('quick', '2026-05-02', true)],
    ...[filed('slow', '2026-05-01'), resolved('slow', '2026-06-02', false)],
    // Taken up again, and answered too late the second time.
    ...[filed('again', '2026-05-03'), resolved('again', '2026-05-04', true), resolved('again', '2026-07-01', false, 3)],
    ...[filed('open', '2026-05-31')],
    filed('withdrawn', '2026-05-05'),
    eventOnDay(CaseClosed, '2026-05-06', { ...about('withdrawn'), level: 'district', withdrawn: true }, 2),
    ...[filed('elsewhere', '2026-05-01', lunga), filed('later', '2026-06-01')],
    eventOnDay(SensitiveRecorded, '2026-05-01', { recordId: idOf('one') }),
    eventOnDay(SensitiveRecorded, '2026-05-02', { recordId: idOf('another') }),
    eventOnDay(SensitiveRecorded, '2026-05-02', { recordId: idOf('another') }),
  ]);
});
afterAll(() => reporting.stop());

const ask = async (query: string, role: Role = 'statistician', areaCodes = ['ZM']) => {
  const caller = await reporting.as({ roles: [role], areas: areaCodes });
  return caller.get(`/v1/complaints?${query}`);
};

describe('how complaints fare', () => {
  it('is not known of the first year of all, nor of tomorrow', async () => {
    expect(await ask('areaCode=ZM&to=0001-06-01')).toMatchObject({
      status: 422,
      body: { code: 'reporting.area_not_valid_on_date' },
    });
    const tomorrow = addDays(dateIn('Africa/Lusaka', new Date()), 1);
    expect(await ask(`areaCode=ZM&to=${tomorrow}`)).toMatchObject({
      status: 422,
      body: { code: 'reporting.date_in_future' },
    });
  });

  it('is counted for those filed between two days, both included, in an area', async () => {
    const { body } = await ask(`areaCode=${samfya}&from=2026-05-01&to=2026-05-31`);
    expect(body).toEqual({
      areaCode: samfya,
      from: '2026-05-01',
      to: '2026-05-31',
      totals: { filed: 5, resolved: 3, resolvedOnTime: 1, withdrawn: 1, open: 1 },
      byCategory: [{ category: 'not_paid', filed: 5, resolved: 3, resolvedOnTime: 1 }],
      withheld: false,
    });
    expect((await ask('areaCode=ZM&from=2026-05-01&to=2026-06-01')).body.totals?.filed).toBe(7);
  });

  it('is not shown of fewer than the minimum cell, such as one complaint of a ward', async () => {
    const few = { byCategory: [], withheld: true };
    const ward = (await ask(`areaCode=${lunga}&from=2026-05-01&to=2026-05-31`)).body;
    expect(ward).toEqual({ areaCode: lunga, from: '2026-05-01', to: '2026-05-31', ...few });
    const four = (await ask(`areaCode=${samfya}&from=2026-05-01&to=2026-05-30`)).body;
    expect(four).toEqual({ areaCode: samfya, from: '2026-05-01', to: '2026-05-30', ...few });
  });

  it('is none where there are none', async () => {
    const { body } = await ask(`areaCode=${lunga}&from=2026-05-02&to=2026-05-31`);
    expect(body).toMatchObject({ totals: { filed: 0, open: 0 }, byCategory: [], withheld: false });
  });

  it('counts sensitive cases for a sensitive officer and the whole country, and else does not mention them', async () => {
    expect((await ask('areaCode=ZM', 'sensitive-officer')).body.sensitive).toBe(2);
    expect((await ask('areaCode=ZM104', 'sensitive-officer')).body).not.toHaveProperty('sensitive');
    for (const role of ['statistician', 'grievance-officer', 'auditor'] as const)
      expect((await ask('areaCode=ZM', role)).body).not.toHaveProperty('sensitive');
  });

  it('is refused for days in the wrong order or to come', async () => {
    expect((await ask('areaCode=ZM&from=2026-06-01&to=2026-05-01')).body.code).toBe('reporting.dates_in_wrong_order');
    expect((await ask('areaCode=ZM&to=2199-01-01')).body.code).toBe('reporting.date_in_future');
    expect((await ask('areaCode=ZM&to=2025-01-01')).body.code).toBe('reporting.date_before_first_event');
  });
});
