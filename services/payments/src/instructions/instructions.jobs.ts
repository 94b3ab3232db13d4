import { Injectable } from '@nestjs/common';
import { InstructionIssued, PaymentUnknown } from '@janela/contracts';
import { defineJob, JobScheduler, OnJob, type ReceivedJob } from '@janela/jobs';
import { Outbox } from '@janela/messaging';
import { Clock, InjectConfig, type Tx } from '@janela/platform';

import type { PaymentsConfig } from '../payments.config.ts';
import { type LockedPayment, lockPayments } from '../payments/locked-payment.ts';
import { movePayments } from '../payments/move-payments.ts';
import { instructedData } from '../payments/payment-events.ts';
import { system } from '../system.ts';
import { InstructionWriter } from './instruction-writer.ts';

/** Notes that a batch has reached the broker. */
export const NoteSent = defineJob('payments.note-sent', { ids: { batchId: 'uuid' }, attempts: 50 });

/** Enquires about those payments of a batch on which the provider is silent. */
export const AskProvider = defineJob('payments.ask-provider', { ids: { batchId: 'uuid' }, attempts: 50 });

interface Batch {
  provider: string;
  enquiries: number;
}

const lookAgainMs = 2_000;
const longestWaitMs = 86_400_000;
const reasonCode = 'no_answer';

/** Watches over what providers have not answered: it becomes unknown, is asked about, and is never sent as another payment. */
@Injectable()
export class InstructionsJobs {
  constructor(
    private readonly writer: InstructionWriter,
    private readonly outbox: Outbox,
    private readonly scheduler: JobScheduler,
    @InjectConfig() private readonly config: PaymentsConfig,
    private readonly clock: Clock,
  ) {}

  /** A batch counts as sent once the broker has confirmed all of it: the relay removes what is confirmed. */
  @OnJob(NoteSent)
  async noteSent({ ids: { batchId } }: ReceivedJob<typeof NoteSent>, tx: Tx): Promise<void> {
    const [batch] = await tx.query<{ sent: boolean; gone: boolean }[]>(
      `SELECT sent_at IS NOT NULL AS sent,
         NOT EXISTS (SELECT FROM outbox WHERE id <= outbox_until AND topic = $2 || '.' || provider) AS gone
       FROM dispatch_batches WHERE id = $1 FOR UPDATE`,
      [batchId, InstructionIssued.topic],
    );
    if (!batch || batch.sent) return;
    if (!batch.gone)
      return this.scheduler.schedule(tx, NoteSent, { batchId }, new Date(this.clock.now().getTime() + lookAgainMs));
    await tx.query('UPDATE dispatch_batches SET sent_at = now() WHERE id = $1', [batchId]);
    const instructed = await lockPayments(tx, `p.batch_id = $1 AND p.state = 'instructed'`, [batchId]);
    const sent = instructed.map((payment) => ({ ...payment, state: 'sent' as const, version: payment.version + 1 }));
    await movePayments(tx, sent, () => ({ byActor: system.id }));
    await this.scheduler.schedule(tx, AskProvider, { batchId }, this.after(0));
  }

  /** What the provider is silent about is unknown from now on, and asked about; each time after twice as long. */
  @OnJob(AskProvider)
  async askProvider({ ids: { batchId } }: ReceivedJob<typeof AskProvider>, tx: Tx): Promise<void> {
    const [batch] = await tx.query<Batch[]>(
      'SELECT provider, enquiries FROM dispatch_batches WHERE id = $1 FOR UPDATE',
      [batchId],
    );
    const unanswered = await lockPayments(tx, `p.batch_id = $1 AND p.state IN ('sent', 'unknown')`, [batchId]);
    if (!batch || unanswered.length === 0) return;
    const answered = await findAnswered(tx, unanswered, this.config.JANELA_SILENCE_SECONDS);
    const silent = unanswered.filter(({ id }) => !answered.has(id));
    await this.makeUnknown(
      tx,
      silent.filter(({ state }) => state === 'sent'),
    );
    if (batch.enquiries >= this.config.JANELA_ENQUIRIES) return;
    await this.writer.repeat(tx, silent);
    await tx.query('UPDATE dispatch_batches SET enquiries = enquiries + 1 WHERE id = $1', [batchId]);
    await this.scheduler.schedule(tx, AskProvider, { batchId }, this.after(batch.enquiries + 1));
  }

  private async makeUnknown(tx: Tx, payments: readonly LockedPayment[]): Promise<void> {
    const moved = payments.map((payment) => ({
      ...payment,
      state: 'unknown' as const,
      version: payment.version + 1,
      reasonCode,
    }));
    await movePayments(tx, moved, () => ({ byActor: system.id, reasonCode }));
    await this.outbox.addAll(
      tx,
      PaymentUnknown,
      moved.map((payment) => ({ ...instructedData(payment), reasonCode })),
    );
  }

  private after(enquiries: number): Date {
    const waitMs = this.config.JANELA_SILENCE_SECONDS * 1_000 * 2 ** enquiries;
    return new Date(this.clock.now().getTime() + Math.min(waitMs, longestWaitMs));
  }
}

/** Returns the ids of those about which the provider has said something just now, if only that it works on them. */
async function findAnswered(tx: Tx, payments: readonly LockedPayment[], withinSeconds: number): Promise<Set<string>> {
  const rows = await tx.query<{ id: string }[]>(
    `SELECT DISTINCT payment_id AS id FROM outcomes
     WHERE instruction_id = ANY($1::uuid[]) AND received_at > now() - make_interval(secs => $2)`,
    [payments.map(({ instructionId }) => instructionId), withinSeconds],
  );
  return new Set(rows.map(({ id }) => id));
}
