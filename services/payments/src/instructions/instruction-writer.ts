import { Injectable } from '@nestjs/common';
import { InstructionIssued, type DataOf } from '@janela/contracts';
import { invariant } from '@janela/kernel';
import { Outbox } from '@janela/messaging';
import { Clock, type Tx } from '@janela/platform';

import { PayeesService } from '../payees/payees.service.ts';
import type { LockedPayment } from '../payments/locked-payment.ts';
import { instructionData } from './instruction.ts';

/** Writes what providers have to pay into the outbox, with names and accounts that are encrypted everywhere else. */
@Injectable()
export class InstructionWriter {
  constructor(
    private readonly payees: PayeesService,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Publishes the instructions of payments, and returns them. */
  async issue(tx: Tx, payments: readonly LockedPayment[], at: Date): Promise<DataOf<typeof InstructionIssued>[]> {
    const instructions = await this.write(tx, payments, at);
    await this.outbox.addAll(tx, InstructionIssued, instructions);
    return instructions;
  }

  /** Publishes instructions again under the same references, which are the same payments: providers say what became of them. */
  async repeat(tx: Tx, payments: readonly LockedPayment[]): Promise<void> {
    for (const [batchId, ofBatch] of Map.groupBy(payments, (payment) => payment.batchId)) {
      const [batch] = await tx.query<{ madeAt: Date }[]>(
        'SELECT made_at AS "madeAt" FROM dispatch_batches WHERE id = $1',
        [batchId],
      );
      invariant(batch, 'what was instructed was in a batch');
      await this.issue(tx, ofBatch, batch.madeAt);
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
      const payable = { ...details, ...(deputyName && !payee.deputyDead && { deputyName }) };
      return instructionData(payment, payable, asked);
    });
  }
}

interface Sealed {
  id: string;
  details: string;
  /** Had died when the instruction was made, and may not collect instead. */
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
