import type { Log } from '@janela/supervisor';

import { until } from './in-parallel.ts';
import { ApiError } from './api.ts';
import { closeCycle } from './close-cycle.ts';
import { fund } from './fund.ts';
import type { People } from './people.ts';

type Tally = { count: number; totalMinor: number };
type Cycle = {
  id: string;
  version: number;
  state: string;
  count: number;
  totalMinor: number;
  currency: string;
  byState: Record<string, Tally>;
};

/** What the sample's people are paid from; both pay every two months. */
export const paidProgrammes = ['SCT', 'SP65'] as const;

/** What cannot be known yet, or has not been sent: the cycle stays open for it. */
const unsettled = ['frozen', 'instructed', 'sent', 'unknown'];

/** One cycle of a programme: the officer prepares it, the approver approves, the provider pays, the ledger agrees, and it is closed. */
export async function payCycle(people: People, programme: string, period: string, log: Log): Promise<void> {
  const { 'payments-officer': officer, 'payments-approver': approver } = people;
  await everybodyHeardOf(officer, programme, log);
  await fund(people, programme, period);
  let cycle = await theCycle(officer, programme, period);
  const step = async (by: typeof officer, verb: string) => {
    cycle = await by.ask<Cycle>(`/payments/v1/cycles/${cycle.id}/${verb}`, {
      method: 'POST',
      version: cycle.version,
      key: `main-job-${verb}-${cycle.id}`,
    });
  };
  if (cycle.state === 'open') await step(officer, 'submit');
  if (cycle.state === 'submitted') await step(approver, 'approve');
  if (cycle.state === 'approved') await step(officer, 'dispatch');
  cycle = await settled(officer, cycle, log);
  const parts = Object.entries(cycle.byState).map(([state, { count }]) => `${count} ${state}`);
  log(
    `${programme}: ${cycle.count} payments in the cycle of ${period}, ${kwacha(cycle.totalMinor)}; ${parts.join(', ')}.`,
  );
  if (cycle.state !== 'closed') await closeCycle(people, cycle, log);
  await proveTheBooks(officer, cycle, log);
}

/** A cycle is for those whom payments has heard of: waits until these are all who are enrolled. */
async function everybodyHeardOf(officer: People['payments-officer'], programme: string, log: Log): Promise<void> {
  let enrolled = 0;
  const enrolments = `/eligibility/v1/enrolments?programme=${programme}&state=active`;
  for await (const _each of officer.list(enrolments)) enrolled += 1;
  await until(`the arrival of ${enrolled} enrolments at payments`, async () => {
    const { items } = await officer.ask<{ items: { programme: string; enrolments: number }[] }>(
      '/payments/v1/programmes',
    );
    const heard = items.find((each) => each.programme === programme)?.enrolments ?? 0;
    return heard >= enrolled ? heard : undefined;
  });
  log(`Enrolled in ${programme}: ${enrolled}, and payments has heard of all of them.`);
}

async function theCycle(officer: People['payments-officer'], programme: string, period: string): Promise<Cycle> {
  try {
    const opened = await officer.ask<Cycle>('/payments/v1/cycles', {
      body: { programme, period },
      key: `main-job-cycle-${programme}-${period}`,
    });
    return await officer.ask<Cycle>(`/payments/v1/cycles/${opened.id}`);
  } catch (error) {
    if (!(error instanceof ApiError) || error.status !== 409) throw error;
    for await (const cycle of officer.list<Cycle & { programme: string; period: string }>('/payments/v1/cycles'))
      if (cycle.programme === programme && cycle.period === period) return cycle;
    throw error;
  }
}

/** Waits while money is on its way. A provider that never answers leaves some unknown: that is a state, not a failure. */
async function settled(officer: People['payments-officer'], { id }: Cycle, log: Log): Promise<Cycle> {
  let before = '';
  return until(`the payments of cycle ${id}`, async () => {
    const cycle = await officer.ask<Cycle>(`/payments/v1/cycles/${id}`);
    const open = unsettled.map((state) => `${cycle.byState[state]?.count ?? 0} ${state}`).join(', ');
    if (open !== before) log(`  on the way: ${open}`);
    before = open;
    const moving = ['frozen', 'instructed', 'sent'].some((state) => (cycle.byState[state]?.count ?? 0) > 0);
    return moving ? undefined : cycle;
  });
}

type TrialBalance = { items: { currency: string; debitMinor: number; creditMinor: number }[] };

async function proveTheBooks(officer: People['payments-officer'], { id }: Cycle, log: Log): Promise<void> {
  const { items } = await officer.ask<TrialBalance>('/payments/v1/ledger/trial-balance');
  const debit = items.reduce((sum, row) => sum + row.debitMinor, 0);
  const credit = items.reduce((sum, row) => sum + row.creditMinor, 0);
  const { differences } = await officer.ask<{ differences: unknown[] }>(`/payments/v1/cycles/${id}/reconciliation`);
  log(
    `Ledger: ${kwacha(debit)} of debits, ${kwacha(credit)} of credits. Reconciliation: ${differences.length} differences.`,
  );
}

/** The first month of the two that are paid on this day of the country. */
export function periodNow(timeZone = 'Africa/Lusaka'): string {
  const [year = 0, month = 1] = new Intl.DateTimeFormat('en-CA', { timeZone }).format().split('-').map(Number);
  return `${year}-${String(month - ((month + 1) % 2)).padStart(2, '0')}`;
}

const kwacha = (minor: number): string => `K ${(minor / 100).toLocaleString('en', { minimumFractionDigits: 2 })}`;
