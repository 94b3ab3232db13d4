import { randomUUIDv7 } from 'node:crypto';

import { defineEvent, PaymentPaid, type DataOf } from '@janela/contracts';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The event that there are most of, on a topic of the bench's own. */
export function paidEventOf(service: string) {
  return defineEvent(`${service}.payment.paid.v1`, {
    summary: 'Money reached the payee.',
    key: ({ paymentId }) => paymentId,
    data: PaymentPaid.data,
  });
}

export type PaidEvent = ReturnType<typeof paidEventOf>;
type Paid = DataOf<PaidEvent>;

/** As many events, four of each payment, a whole round of payments at a time. */
export function payments(count: number): Paid[] {
  const one = (): Paid => ({
    paymentId: randomUUIDv7(),
    enrolmentId: randomUUIDv7(),
    householdId: randomUUIDv7(),
    cycleId: '0199a2f0-7c1e-7000-8000-000000000001',
    programmeId: '0199a2f0-7c1e-7000-8000-000000000002',
    programme: 'SCT',
    areaCode: 'ZM104011',
    period: '2026-11' as Paid['period'],
    amountMinor: 80_000,
    currency: 'ZMW' as Paid['currency'],
    provider: 'sandbox',
    instructionId: randomUUIDv7(),
    paidMinor: 80_000,
    occurredAt: '2026-11-20T09:30:00.000Z',
  });
  const round = Array.from({ length: Math.ceil(count / 4) }, one);
  return [...round, ...round, ...round, ...round].slice(0, count);
}

/** A read model as a service would have it: the latest of each payment, and a sum for each area and period. */
export class CreatePaid20261120100000 implements MigrationInterface {
  readonly name = 'CreatePaid20261120100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE paid (
      payment_id uuid PRIMARY KEY, household_id uuid NOT NULL, area_code text NOT NULL, period text NOT NULL,
      paid_minor bigint NOT NULL, version int NOT NULL) WITH (fillfactor = 80)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE paid');
  }
}
