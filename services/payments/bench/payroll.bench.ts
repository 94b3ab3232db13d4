import type { Cycle } from '@janela/contracts';
import { dateIn, periodOf } from '@janela/kernel';
import { type Answer, type Caller, TestService } from '@janela/testing';

import { migrations } from '../src/data-source.ts';
import { PaymentsConfig } from '../src/payments.config.ts';
import { PaymentsModule } from '../src/payments.module.ts';
import { enrolAll, insertAgain } from './enrolled.ts';

const count = Number(process.env['PAYMENTS'] ?? 1_000_000);
const amountMinor = 40_000;

/** `payroll`: a cycle computed, frozen, submitted and reserved in the ledger, beside the bulk insert of the same rows. */
export async function bench(): Promise<Record<string, unknown>> {
  const environment = { JANELA_STATEMENT_TIMEOUT_MS: '600000' };
  const service = await TestService.start({ module: PaymentsModule, config: PaymentsConfig, migrations, environment });
  try {
    await enrolAll(service.database.migratorUrl, count);
    const [officer, approver] = await Promise.all([service.as('payments-officer'), service.as('payments-approver')]);
    const funds = await officer.post<{ id: string; version: number }>(
      '/v1/funds',
      {
        programme: 'SCT',
        source: 'GRZ',
        reference: 'BENCH',
        on: '2026-01-15',
        amount: { amountMinor: count * amountMinor, currency: 'ZMW' },
      },
      { 'idempotency-key': 'bench' },
    );
    await approver.post(`/v1/funds/${funds.body.id}/approve`, undefined, { 'if-match': '"1"' });
    const period = periodOf(dateIn('Africa/Lusaka', new Date()), 2);
    const [cycle, openS] = await timed(() =>
      officer.post<Cycle>('/v1/cycles', { programme: 'SCT', period }, { 'idempotency-key': 'bench' }),
    );
    const [submitted, submitS] = await timed(() => step(officer, cycle, 'submit'));
    const [, approveS] = await timed(() => step(approver, submitted, 'approve'));
    const floor = await insertAgain(service.database.migratorUrl);
    const figure = openS + submitS + approveS;
    return {
      unit: 's',
      figure: round(figure),
      floor: round(floor),
      ratio: round(figure / floor),
      goal: '<= 3',
      payments: count,
      parts: { open: round(openS), submit: round(submitS), approve: round(approveS) },
    };
  } finally {
    await service.stop();
  }
}

function step(by: Caller, { id, version }: Cycle, verb: string): Promise<Answer<Cycle>> {
  return by.post<Cycle>(`/v1/cycles/${id}/${verb}`, undefined, { 'if-match': `"${version}"` });
}

async function timed(work: () => Promise<Answer<Cycle>>): Promise<[Cycle, number]> {
  const began = performance.now();
  const { status, body, text } = await work();
  if (status >= 300) throw new Error(`refused with ${status}: ${text}`);
  return [body, (performance.now() - began) / 1_000];
}

const round = (value: number): number => Math.round(value * 100) / 100;
