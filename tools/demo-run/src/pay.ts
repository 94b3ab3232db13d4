import { type Api, bodyOf, conditions, itemsOf } from '@janela/api-client';
import type { Cycle } from '@janela/contracts';
import type { Log } from '@janela/supervisor';

import { until } from './in-parallel.ts';
import { ApiError } from './api.ts';
import { closeCycle } from './close-cycle.ts';
import { fund } from './fund.ts';
import type { People } from './people.ts';

/** What the sample's people are paid from; both pay every two months. */
export const paidProgrammes = ['SCT', 'SP65'] as const;

/** What cannot be known yet, or has not been sent: the cycle stays open for it. */
/** States in which a payment is not settled, in the words of the window. */
const unsettled = { frozen: 'to be sent', instructed: 'being sent', sent: 'sent to provider', unknown: 'unconfirmed' };

/** One cycle of a programme: the officer prepares it, the approver approves, the provider pays, the ledger agrees, and it is closed. */
export async function payCycle(people: People, programme: string, period: string, log: Log): Promise<void> {
  const { 'payments-officer': officer, 'payments-approver': approver } = people;
  await allConsumed(officer, programme, log);
  await fund(people, programme, period);
  let cycle = await theCycle(officer, programme, period);
  const step = async (by: Api, verb: 'submit' | 'approve' | 'dispatch') => {
    cycle = await bodyOf(
      by.payments.POST(`/v1/cycles/{id}/${verb}`, {
        params: { path: { id: cycle.id } },
        headers: conditions({ version: cycle.version, idempotencyKey: `main-job-${verb}-${cycle.id}` }),
      }),
    );
  };
  if (cycle.state === 'open') await step(officer, 'submit');
  if (cycle.state === 'submitted') await step(approver, 'approve');
  if (cycle.state === 'approved') await step(officer, 'dispatch');
  cycle = await settled(officer, cycle, log);
  const parts = Object.entries(cycle.byState).map(([state, { count }]) => `${count} ${wordsOf(state)}`);
  log(
    `${programme}: ${cycle.count} payments in the cycle of ${period}, ${kwacha(cycle.totalMinor)}; ${parts.join(', ')}.`,
  );
  if (cycle.state !== 'closed') await closeCycle(people, cycle, log);
  await proveTheBooks(officer, cycle, log);
}

/** A cycle is for those whose enrolment payments has consumed: waits until these are all who are enrolled. */
async function allConsumed(officer: Api, programme: string, log: Log): Promise<void> {
  let enrolled = 0;
  const enrolments = itemsOf((page) =>
    officer.eligibility.GET('/v1/enrolments', { params: { query: { programme, state: 'active', ...page } } }),
  );
  for await (const _each of enrolments) enrolled += 1;
  await until(`the arrival of ${enrolled} enrolments at payments`, async () => {
    const { items } = await bodyOf(officer.payments.GET('/v1/programmes'));
    const consumed = items.find((each) => each.programme === programme)?.enrolments ?? 0;
    return consumed >= enrolled ? consumed : undefined;
  });
  log(`Enrolled in ${programme}: ${enrolled}, and all of them have arrived at payments.`);
}

async function theCycle(officer: Api, programme: string, period: string): Promise<Cycle> {
  try {
    const { id } = await bodyOf(
      officer.payments.POST('/v1/cycles', {
        body: { programme, period },
        headers: conditions({ idempotencyKey: `main-job-cycle-${programme}-${period}` }),
      }),
    );
    return await getCycle(officer, id);
  } catch (error) {
    if (!(error instanceof ApiError) || error.status !== 409) throw error;
    const cycles = itemsOf((page) => officer.payments.GET('/v1/cycles', { params: { query: page } }));
    for await (const cycle of cycles) if (cycle.programme === programme && cycle.period === period) return cycle;
    throw error;
  }
}

const getCycle = (officer: Api, id: string): Promise<Cycle> =>
  bodyOf(officer.payments.GET('/v1/cycles/{id}', { params: { path: { id } } }));

/** Waits while money is on its way. A provider that never answers leaves some unknown: that is a state, not a failure. */
async function settled(officer: Api, { id }: Cycle, log: Log): Promise<Cycle> {
  let before = '';
  return until(`the payments of cycle ${id}`, async () => {
    const cycle = await getCycle(officer, id);
    const open = Object.entries(unsettled)
      .map(([state, words]) => `${countOf(cycle, state)} ${words}`)
      .join(', ');
    if (open !== before) log(`  progress: ${open}`);
    before = open;
    const moving = ['frozen', 'instructed', 'sent'].some((state) => countOf(cycle, state) > 0);
    return moving ? undefined : cycle;
  });
}

const countOf = ({ byState }: Cycle, state: string): number =>
  Object.entries(byState).find(([name]) => name === state)?.[1].count ?? 0;

const wordsOf = (state: string): string => (state === 'unknown' ? unsettled.unknown : state);

async function proveTheBooks(officer: Api, { id }: Cycle, log: Log): Promise<void> {
  const { items } = await bodyOf(officer.payments.GET('/v1/ledger/trial-balance'));
  const debit = items.reduce((sum, row) => sum + row.debitMinor, 0);
  const credit = items.reduce((sum, row) => sum + row.creditMinor, 0);
  const { differences } = await bodyOf(
    officer.payments.GET('/v1/cycles/{id}/reconciliation', { params: { path: { id } } }),
  );
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
