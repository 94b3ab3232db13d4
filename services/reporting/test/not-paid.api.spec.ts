import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  CycleOpened,
  EnrolmentEnded,
  type NotPaid,
  PaymentFailed,
  PaymentHeld,
  PaymentInstructed,
  PaymentUnknown,
} from '@janela/contracts';
import { type Caller, readingProblems } from '@janela/testing';

import { type Reporting, startReporting } from './reporting.harness.ts';
import {
  areas,
  SampleHousehold,
  idOf,
  lunga,
  person,
  programme,
  samfya,
  eventOnDay,
  type EventOnDay,
} from './event-on-day.ts';

let reporting: Reporting;
let officer: Caller<'reporting'>;

const period = '2026-09';
const enrolmentOf = (name: string, areaCode = samfya) => {
  const household = new SampleHousehold(`household of ${name}`, areaCode, [person(name)]);
  return { household, enrolment: household.enrolment('SCT') };
};
const fates = ['paid', 'failed', 'then paid', 'held', 'unknown', 'under way', 'left out', 'ended', 'far away'] as const;
const all = Object.fromEntries(
  fates.map((name) => [name, enrolmentOf(name, name === 'far away' ? lunga : samfya)]),
) as Record<(typeof fates)[number], ReturnType<typeof enrolmentOf>>;

const cycle = (about: { period: `${number}-${number}` }, on: string) =>
  eventOnDay(CycleOpened, on, {
    cycleId: idOf(`cycle ${about.period}`),
    programmeId: idOf('SCT'),
    programme: 'SCT',
    periodMonths: 2,
    count: 8,
    totalMinor: 320_000,
    currency: 'ZMW',
    by: 'officer',
    ...about,
  });
const failed = (name: 'failed' | 'then paid'): EventOnDay =>
  eventOnDay(PaymentFailed, '2026-09-11', {
    ...all[name].enrolment.payment(period),
    reasonCode: 'AC04',
    occurredAt: '2026-09-11T09:00:00Z',
  });
const secondAttempt = { ...all['then paid'].enrolment.payment(period), paymentId: idOf('second attempt') };

beforeAll(async () => {
  reporting = await startReporting();
  officer = await reporting.as('payments-officer');
  const { provider: _, instructionId: __, ...held } = all.held.enrolment.payment(period);
  await reporting.publishAll([
    ...areas,
    programme('SCT', { unit: 'household', sdgComponents: ['SI_COV_BENFTS'] }),
    ...fates.flatMap((name) => [all[name].household.registered(), all[name].enrolment.started('2026-03-01')]),
    { ...cycle({ period }, '2026-09-01'), event: CycleOpened },
    all.paid.enrolment.paid(period, '2026-09-10'),
    failed('failed'),
    failed('then paid'),
    {
      ...all.paid.enrolment.paid(period, '2026-09-20'),
      data: { ...secondAttempt, paidMinor: 40_000, occurredAt: '2026-09-20T09:00:00Z' },
    },
    eventOnDay(PaymentHeld, '2026-09-10', { ...held, reasonCode: 'no_payee', by: 'officer' }),
    eventOnDay(PaymentUnknown, '2026-09-12', all.unknown.enrolment.payment(period)),
    eventOnDay(PaymentInstructed, '2026-09-10', all['under way'].enrolment.payment(period)),
    eventOnDay(
      EnrolmentEnded,
      '2026-08-01',
      { ...all.ended.enrolment.about, reason: 'own_request', from: '2026-08-15' },
      2,
    ),
  ]);
});
afterAll(() => reporting.stop());

type Answer = { items: NotPaid[]; next: string | null };
const ask = async (query: string) => (await officer.get(`/v1/not-paid?${query}`)).body;
const reasons = ({ items }: Answer) =>
  Object.fromEntries(
    items.map(({ householdId, because, reasonCode }) => [
      fates.find((name) => all[name].household.householdId === householdId),
      reasonCode ? `${because} ${reasonCode}` : because,
    ]),
  );

describe('who should have been paid and was not', () => {
  it('is on record as having been looked at, and all else that is read here shows no person', async () => {
    const figures = 'It counts, and shows no line of a person.';
    const { enrolmentId } = all.failed.enrolment;
    const problems = await readingProblems(reporting.service, {
      ...Object.fromEntries(
        ['indicators', 'indicators/:code', 'sdg/1.3.1', 'complaints'].map((of) => [`GET /v1/${of}`, figures]),
      ),
      ...Object.fromEntries(
        ['snapshots', 'snapshots/:id', 'snapshots/:id/table'].map((of) => [`GET /v1/${of}`, figures]),
      ),
      'GET /v1/denominators': 'It shows what the country counted, by place and age.',
      'GET /v1/not-paid': {
        by: officer,
        path: `/v1/not-paid?areaCode=${samfya}`,
        shows: enrolmentId,
        names: enrolmentId,
      },
    });
    expect(problems).toEqual([]);
  });

  it('is everybody live whose money is not known to have arrived, with the reason', async () => {
    expect(reasons(await ask(`areaCode=${samfya}&period=${period}`))).toEqual({
      failed: 'failed AC04',
      held: 'held no_payee',
      unknown: 'unknown',
      'under way': 'on_its_way',
      'left out': 'not_sent_yet',
    });
    expect(reasons(await ask(`areaCode=${lunga}`))).toEqual({ 'far away': 'not_sent_yet' });
  });

  it('says what was due, for which period, and which attempt was the last', async () => {
    const { items } = await ask(`areaCode=${samfya}`);
    const line = items.find(({ householdId }) => householdId === all.failed.household.householdId);
    expect(line).toEqual({
      enrolmentId: all.failed.enrolment.enrolmentId,
      householdId: all.failed.household.householdId,
      areaCode: samfya,
      programme: 'SCT',
      period,
      amountMinor: 40_000,
      currency: 'ZMW',
      because: 'failed',
      reasonCode: 'AC04',
      paymentId: all.failed.enrolment.payment(period).paymentId,
    });
  });

  it('comes page by page, each household once', async () => {
    const seen: NotPaid[] = [];
    for (let next: string | null = ''; next !== null;) {
      const page: Answer = await ask(`areaCode=ZM&limit=2${next && `&after=${next}`}`);
      seen.push(...page.items);
      next = page.next;
    }
    expect(new Set(seen.map(({ enrolmentId }) => enrolmentId)).size).toBe(6);
    expect(seen).toHaveLength(6);
  });

  it('is no one in a period that has no cycle, or a programme that is not there', async () => {
    expect((await ask('areaCode=ZM&period=2026-07')).items).toEqual([]);
    expect((await ask('areaCode=ZM&programme=NONE')).items).toEqual([]);
  });

  it('is refused for what is no area, period, programme or cursor', async () => {
    const refusal = async (query: string) => {
      const { status, body } = await officer.get(`/v1/not-paid?${query}`);
      return [status, body.code];
    };
    expect(await refusal('areaCode=ZM199')).toEqual([404, 'reporting.area_unknown']);
    expect(await refusal('areaCode=ZM&period=2026-13')).toEqual([400, 'request.invalid']);
    expect(await refusal('areaCode=ZM&programme=sct')).toEqual([400, 'request.invalid']);
    expect(await refusal('areaCode=ZM&after=abc')).toEqual([400, 'request.bad_cursor']);
    expect(await refusal('areaCode=ZM&limit=201')).toEqual([400, 'request.invalid']);
  });

  it('is no one who does not agree to statistics', async () => {
    const household = new SampleHousehold('not asked', samfya, [person('not asked')]);
    await reporting.publishAll([
      household.registered('2026-01-10', ['eligibility', 'payment']),
      household.enrolment('SCT').started('2026-03-01'),
    ]);
    const { items } = await ask(`areaCode=${samfya}&period=${period}`);
    expect(items.map(({ householdId }) => householdId)).not.toContain(household.householdId);
  });

  it('is not shown to statisticians, and each time it is shown leaves a trace', async () => {
    const statistician = await reporting.as('statistician');
    expect((await statistician.get('/v1/not-paid?areaCode=ZM')).status).toBe(403);
    const { items } = await ask(`areaCode=${samfya}`);
    const [entry] = await reporting.db.query<{ actor: string; details: object }[]>(
      `SELECT actor, details FROM audit_entries WHERE action = 'not-paid.listed' ORDER BY id DESC LIMIT 1`,
    );
    expect(entry).toMatchObject({
      actor: 'payments-officer',
      details: { enrolmentIds: items.map(({ enrolmentId }) => enrolmentId) },
    });
  });

  it('follows a household to another area', async () => {
    const moved = all.failed.enrolment.changed('2026-09-15', 2, [idOf('failed')]);
    await reporting.publishAll([{ ...moved, data: { ...moved.data, areaCode: lunga } }]);
    expect(reasons(await ask(`areaCode=${lunga}`))).toEqual({ 'far away': 'not_sent_yet', failed: 'failed AC04' });
    expect(reasons(await ask(`areaCode=${samfya}`))).not.toHaveProperty('failed');
  });
});
