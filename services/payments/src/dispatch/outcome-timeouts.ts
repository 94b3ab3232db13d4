import { Injectable } from '@nestjs/common';
import { InstructionIssued, PaymentUnknown } from '@janela/contracts';
import { JobScheduler } from '@janela/jobs';
import { Outbox } from '@janela/messaging';
import { InjectConfig, insertAll, type Tx } from '@janela/platform';

import type { PaymentsConfig } from '../payments.config.ts';
import { instructedData } from '../payments/payment-events.ts';
import { type LockedPayment, lockPayments } from '../payments/locked-payment.ts';
import { PaymentStepEntity } from '../payments/payment-step.entity.ts';
import { AskProvider, NoteSent } from './due-jobs.ts';
import { InstructionIssuer } from './instruction-issuer.ts';

interface Batch {
  provider: string;
  enquiries: number;
}

const lookAgainMs = 2_000;
const longestWaitMs = 86_400_000;
const byActor = 'system:payments';

/** Watches over what providers have not answered: what is not known is unknown, is asked about, and is never sent anew. */
@Injectable()
export class OutcomeTimeouts {
  constructor(
    private readonly instructor: InstructionIssuer,
    private readonly outbox: Outbox,
    private readonly scheduler: JobScheduler,
    @InjectConfig() private readonly config: PaymentsConfig,
  ) {}

  /** A batch counts as sent once the broker has confirmed all of it: the relay removes what is confirmed. */
  async noteSent(tx: Tx, batchId: string): Promise<void> {
    const [batch] = await tx.query<{ sent: boolean; gone: boolean }[]>(
      `SELECT sent_at IS NOT NULL AS sent,
         NOT EXISTS (SELECT FROM outbox WHERE id <= outbox_until AND topic = $2 || '.' || provider) AS gone
       FROM dispatch_batches WHERE id = $1 FOR UPDATE`,
      [batchId, InstructionIssued.topic],
    );
    if (!batch || batch.sent) return;
    if (!batch.gone) return this.scheduler.schedule(tx, NoteSent, { batchId }, new Date(Date.now() + lookAgainMs));
    await tx.query('UPDATE dispatch_batches SET sent_at = now() WHERE id = $1', [batchId]);
    await tx.query(
      `WITH moved AS (
         UPDATE payments SET state = 'sent', version = version + 1 WHERE batch_id = $1 AND state = 'instructed'
         RETURNING id, area_code)
       INSERT INTO payment_steps (payment_id, area_code, state, by_actor) SELECT id, area_code, 'sent', $2 FROM moved`,
      [batchId, byActor],
    );
    await this.scheduler.schedule(tx, AskProvider, { batchId }, this.after(0));
  }

  /** What the provider is silent about is unknown from now on, and asked about; each time after twice as long. */
  async ask(tx: Tx, batchId: string): Promise<void> {
    const [batch] = await tx.query<Batch[]>(
      'SELECT provider, enquiries FROM dispatch_batches WHERE id = $1 FOR UPDATE',
      [batchId],
    );
    const unanswered = await lockPayments(tx, `p.batch_id = $1 AND p.state IN ('sent', 'unknown')`, [batchId]);
    if (!batch || unanswered.length === 0) return;
    const silent = unanswered.filter(notIn(await heardOf(tx, unanswered, this.config.JANELA_SILENCE_SECONDS)));
    await this.makeUnknown(
      tx,
      silent.filter(({ state }) => state === 'sent'),
    );
    if (batch.enquiries >= this.config.JANELA_ENQUIRIES) return;
    await this.instructor.repeat(tx, silent);
    await tx.query('UPDATE dispatch_batches SET enquiries = enquiries + 1 WHERE id = $1', [batchId]);
    await this.scheduler.schedule(tx, AskProvider, { batchId }, this.after(batch.enquiries + 1));
  }

  private async makeUnknown(tx: Tx, payments: readonly LockedPayment[]): Promise<void> {
    if (payments.length === 0) return;
    await tx.query(
      `UPDATE payments SET state = 'unknown', version = version + 1, reason_code = 'no_answer' WHERE id = ANY($1::uuid[])`,
      [payments.map(({ id }) => id)],
    );
    const step = { state: 'unknown' as const, byActor, reasonCode: 'no_answer', note: null, reference: null };
    await insertAll(
      tx,
      PaymentStepEntity,
      payments.map(({ id: paymentId, areaCode }) => ({ paymentId, areaCode, ...step })),
    );
    await this.outbox.addAll(
      tx,
      PaymentUnknown,
      payments.map((payment) => ({ ...instructedData(payment), reasonCode: 'no_answer' })),
    );
  }

  private after(enquiries: number): Date {
    const waitMs = this.config.JANELA_SILENCE_SECONDS * 1_000 * 2 ** enquiries;
    return new Date(Date.now() + Math.min(waitMs, longestWaitMs));
  }
}

/** Those about which the provider said something just now, if only that it works on them. */
async function heardOf(tx: Tx, payments: readonly LockedPayment[], withinSeconds: number): Promise<Set<string>> {
  const rows = await tx.query<{ id: string }[]>(
    `SELECT DISTINCT payment_id AS id FROM outcomes
     WHERE instruction_id = ANY($1::uuid[]) AND received_at > now() - make_interval(secs => $2)`,
    [payments.map(({ instructionId }) => instructionId), withinSeconds],
  );
  return new Set(rows.map(({ id }) => id));
}

const notIn = (heard: ReadonlySet<string>) => (payment: LockedPayment) => !heard.has(payment.id);
