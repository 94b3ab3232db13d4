import { createHash, randomUUIDv7 } from 'node:crypto';

import { Injectable } from '@nestjs/common';
import { InstructionIssued, PaymentInstructed, type DataOf } from '@janela/contracts';
import { invariant } from '@janela/kernel';
import { JobScheduler } from '@janela/jobs';
import { Outbox } from '@janela/messaging';
import { Clock, insertAll, type Tx } from '@janela/platform';

import { accounts } from '../ledger/accounts.ts';
import { LedgerService } from '../ledger/ledger.service.ts';
import { transfer } from '../ledger/posting.ts';
import { PayeesService } from '../payees/payees.service.ts';
import { instructedData } from '../payments/payment-events.ts';
import type { LockedPayment } from '../payments/locked-payment.ts';
import { PaymentStepEntity } from '../payments/payment-step.entity.ts';
import { NoteSent } from './due-jobs.ts';
import { instructionData } from './instruction.ts';

/** The only one who tells a provider to pay: the payment, the book and what is sent become true in one transaction. */
@Injectable()
export class InstructionIssuer {
  constructor(
    private readonly payees: PayeesService,
    private readonly ledger: LedgerService,
    private readonly outbox: Outbox,
    private readonly scheduler: JobScheduler,
    private readonly clock: Clock,
  ) {}

  /** Hands frozen payments of one cycle, all of them for one provider, over to it. */
  async instruct(tx: Tx, actorId: string, frozen: readonly LockedPayment[]): Promise<void> {
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
    const instructions = await this.write(tx, payments, new Date());
    await this.outbox.addAll(tx, InstructionIssued, instructions);
    await insertBatch(tx, { batchId, actorId, first, instructions });
    await writeInstructed(tx, payments);
    await insertAll(
      tx,
      PaymentStepEntity,
      payments.map((payment) => stepOf(payment, actorId)),
    );
    const { cycleId, programme, currency } = first;
    const entries = transfer(accounts.committed(programme), accounts.inFlight(first.provider ?? ''), totalOf(payments));
    await this.ledger.post(tx, actorId, [{ what: 'batch_instructed', about: { cycleId, batchId }, currency, entries }]);
    await this.outbox.addAll(tx, PaymentInstructed, payments.map(instructedData));
    await this.scheduler.schedule(tx, NoteSent, { batchId });
  }

  /** Tells the provider the same again: the same reference, and so the same payment. It answers what became of it. */
  async repeat(tx: Tx, payments: readonly LockedPayment[]): Promise<void> {
    for (const [batchId, ofBatch] of Map.groupBy(payments, (payment) => payment.batchId)) {
      const [batch] = await tx.query<{ made_at: Date }[]>('SELECT made_at FROM dispatch_batches WHERE id = $1', [
        batchId,
      ]);
      invariant(batch, 'what was instructed was in a batch');
      await this.outbox.addAll(tx, InstructionIssued, await this.write(tx, ofBatch, batch.made_at));
    }
  }

  private async write(
    tx: Tx,
    payments: readonly LockedPayment[],
    at: Date,
  ): Promise<DataOf<typeof InstructionIssued>[]> {
    const requestedOn = this.clock.dayOf(at);
    const sealed = await readSealed(tx, payments, at);
    const titles = await readTitles(tx, payments);
    return payments.map((payment) => {
      const { payeeId, programmeId } = payment;
      const payee = sealed.get(payeeId ?? '');
      invariant(payeeId !== null && payee !== undefined, 'whom an instruction is to pay is known');
      const asked = { requestedOn, title: titles.get(programmeId) ?? payment.programme };
      const { deputyName, ...details } = this.payees.reveal(payeeId, payee.details);
      const known = { ...details, ...(deputyName && !payee.deputyDead && { deputyName }) };
      return instructionData(payment, known, asked);
    });
  }
}

interface Sealed {
  id: string;
  details: string;
  /** Had died when the instruction was made: nobody who has died may collect instead. */
  deputyDead: boolean;
}

async function readSealed(tx: Tx, payments: readonly LockedPayment[], at: Date): Promise<Map<string, Sealed>> {
  const rows = await tx.query<Sealed[]>(
    `SELECT y.id, y.details, d.person_id IS NOT NULL AS "deputyDead" FROM payees y
     LEFT JOIN deaths d ON d.person_id = y.deputy_person_id AND d.heard_at <= $2
     WHERE y.id = ANY($1::uuid[]) AND y.details IS NOT NULL`,
    [payments.map(({ payeeId }) => payeeId), at],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

async function readTitles(tx: Tx, payments: readonly LockedPayment[]): Promise<Map<string, string>> {
  const rows = await tx.query<{ id: string; title: string }[]>(
    `SELECT id, title ->> 'en' AS title FROM programmes WHERE id = ANY($1::uuid[])`,
    [[...new Set(payments.map(({ programmeId }) => programmeId))]],
  );
  return new Map(rows.map(({ id, title }) => [id, title]));
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

async function writeInstructed(tx: Tx, payments: readonly LockedPayment[]): Promise<void> {
  await tx.query(
    `UPDATE payments p SET state = 'instructed', version = p.version + 1, instruction_id = given.instruction_id, batch_id = $3
     FROM unnest($1::uuid[], $2::uuid[]) AS given (id, instruction_id) WHERE p.id = given.id`,
    [payments.map(({ id }) => id), payments.map(({ instructionId }) => instructionId), payments[0]?.batchId],
  );
}

function stepOf({ id: paymentId, areaCode, state }: LockedPayment, byActor: string): PaymentStepEntity {
  return { paymentId, areaCode, state, byActor, reasonCode: null, note: null, reference: null };
}

function totalOf(payments: readonly LockedPayment[]): bigint {
  return payments.reduce((sum, { amountMinor }) => sum + amountMinor, 0n);
}
