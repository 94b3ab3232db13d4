import { createHash, randomUUIDv7 } from 'node:crypto';

import { Injectable } from '@nestjs/common';
import { PaymentInstructed, type DataOf, type InstructionIssued } from '@janela/contracts';
import { JobScheduler } from '@janela/jobs';
import { Outbox } from '@janela/messaging';
import { Clock, type Tx } from '@janela/platform';

import { accounts } from '../ledger/accounts.ts';
import { LedgerService } from '../ledger/ledger.service.ts';
import { transfer } from '../ledger/posting.ts';
import type { LockedPayment } from '../payments/locked-payment.ts';
import { movePayments } from '../payments/move-payments.ts';
import { instructedData } from '../payments/payment-events.ts';
import { InstructionWriter } from './instruction-writer.ts';
import { NoteSent } from './instructions.jobs.ts';

/** Alone instructs providers to pay: payment, ledger and what is sent become true in one transaction. */
@Injectable()
export class IssueInstructionsService {
  constructor(
    private readonly writer: InstructionWriter,
    private readonly ledger: LedgerService,
    private readonly outbox: Outbox,
    private readonly scheduler: JobScheduler,
    private readonly clock: Clock,
  ) {}

  /** Sends frozen payments of one cycle, all of them of one provider, to it. */
  async issue(tx: Tx, actorId: string, frozen: readonly LockedPayment[]): Promise<void> {
    const [first] = frozen;
    if (!first) return;
    const batchId = randomUUIDv7();
    const payments = frozen.map((payment) => ({
      ...payment,
      state: 'instructed' as const,
      version: payment.version + 1,
      instructionId: randomUUIDv7(),
      batchId,
    }));
    const instructions = await this.writer.issue(tx, payments, this.clock.now());
    await insertBatch(tx, { batchId, actorId, first, instructions });
    await movePayments(tx, payments, () => ({ byActor: actorId }));
    const { cycleId, programme, currency } = first;
    const entries = transfer(accounts.committed(programme), accounts.inFlight(first.provider ?? ''), totalOf(payments));
    await this.ledger.post(tx, actorId, [{ what: 'batch_instructed', about: { cycleId, batchId }, currency, entries }]);
    await this.outbox.addAll(tx, PaymentInstructed, payments.map(instructedData));
    await this.scheduler.schedule(tx, NoteSent, { batchId });
  }
}

interface Batch {
  batchId: string;
  actorId: string;
  first: LockedPayment;
  instructions: readonly DataOf<typeof InstructionIssued>[];
}

/** The outbox already holds the instructions: up to its newest row everything must be gone before they count as sent. */
async function insertBatch(tx: Tx, { batchId, actorId, first, instructions }: Batch): Promise<void> {
  const hash = createHash('sha256');
  for (const { endToEndId, amountMinor, currency } of instructions)
    hash.update(`${endToEndId}|${amountMinor}|${currency}\n`);
  const total = instructions.reduce((sum, { amountMinor }) => sum + BigInt(amountMinor), 0n);
  await tx.query(
    `INSERT INTO dispatch_batches (id, cycle_id, provider, count, total_minor, hash, outbox_until, made_by)
     SELECT $1, $2, $3, $4, $5, $6, max(id), $7 FROM outbox`,
    [batchId, first.cycleId, first.provider, instructions.length, total, hash.digest(), actorId],
  );
}

function totalOf(payments: readonly LockedPayment[]): bigint {
  return payments.reduce((sum, { amountMinor }) => sum + amountMinor, 0n);
}
