import { Injectable } from '@nestjs/common';
import { PaymentPaid, paymentStates, type Difference, type SettleDifference } from '@janela/contracts';
import { minorToJson } from '@janela/kernel';
import { Outbox } from '@janela/messaging';
import { type Actor, Audit, Cursors, Database, insertAll, type Page, type Tx } from '@janela/platform';
import { z } from 'zod';

import { LedgerService } from '../ledger/ledger.service.ts';
import { DifferenceNotFound, DifferenceSettled, NotAcceptable } from '../payments.errors.ts';
import { instructedData } from '../payments/payment-events.ts';
import { type PaymentInHand, takeInstructed } from '../payments/payment-in-hand.ts';
import { PaymentStepEntity } from '../payments/payment-step.entity.ts';
import { PaymentEntity } from '../payments/payment.entity.ts';
import { mustReachCountry } from '../whole-country.ts';
import { findDifference, listDifferences } from './differences.queries.ts';
import { acceptancePostings } from './outcome-postings.ts';
import type { ListDifferences } from './outcomes.controller.ts';

const list = 'differences';

/** What providers said that does not fit, until a person has found out what is true. */
@Injectable()
export class DifferencesService {
  constructor(
    private readonly database: Database,
    private readonly cursors: Cursors,
    private readonly ledger: LedgerService,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
  ) {}

  list(actor: Actor, { settled, limit, after }: ListDifferences): Promise<Page<Difference>> {
    mustReachCountry(actor);
    const position = this.cursors.read(list, z.uuid(), after);
    return this.database.read(actor, async (tx) => {
      const wanted = { settled: settled === 'true', after: position, limit: limit + 1 };
      const rows = await listDifferences(tx, wanted);
      return this.cursors.page(
        list,
        rows,
        limit,
        (row) => row,
        ({ id }) => id,
      );
    });
  }

  /** Accepts that another amount was paid, which then goes through the book, or puts the difference aside. Both say why. */
  settle(actor: Actor, id: string, { resolution, note }: SettleDifference): Promise<Difference> {
    mustReachCountry(actor);
    return this.database.write(actor, async (tx) => {
      const found = await findDifference(tx, id);
      if (!found) throw new DifferenceNotFound();
      const [payment] = await takeInstructed(tx, [found.instructionId]);
      if (resolution === 'accepted') await this.accept(tx, actor, found, payment, note);
      const settled = await tx.query<unknown[]>(
        `INSERT INTO difference_settlements (outcome_id, resolution, note, by_actor) VALUES ($1, $2, $3, $4)
         ON CONFLICT DO NOTHING RETURNING outcome_id`,
        [id, resolution, note, actor.id],
      );
      if (settled.length === 0) throw new DifferenceSettled();
      const details = { kind: found.kind, resolution, note, instructionId: found.instructionId };
      await this.audit.add(tx, actor, { action: 'difference.settled', subject: `difference:${id}`, details });
      return (await findDifference(tx, id)) ?? found;
    });
  }

  private async accept(
    tx: Tx,
    actor: Actor,
    { kind, status, reportedMinor, providerReference, occurredAt }: Difference,
    payment: PaymentInHand | undefined,
    note: string,
  ): Promise<void> {
    const isPaidOtherwise = kind === 'amount' && status === 'paid' && reportedMinor !== null;
    if (!payment || !isPaidOtherwise || !paymentStates.mayBecome(payment.state, 'paid')) throw new NotAcceptable();
    const paidMinor = BigInt(reportedMinor);
    const paid: PaymentInHand = { ...payment, state: 'paid', paidMinor, occurredAt: new Date(occurredAt) };
    await tx.update(
      PaymentEntity,
      { id: payment.id },
      { state: 'paid', version: payment.version + 1, paidMinor, occurredAt: paid.occurredAt, reasonCode: null },
    );
    await insertAll(tx, PaymentStepEntity, [
      {
        ...{ paymentId: payment.id, areaCode: payment.areaCode, state: 'paid', byActor: actor.id },
        ...{ reasonCode: null, note, reference: providerReference },
      },
    ]);
    const booked = { ...payment, provider: payment.provider ?? '' };
    await this.ledger.post(tx, actor.id, acceptancePostings(booked, paidMinor));
    const said = { paidMinor: minorToJson(paidMinor), occurredAt };
    await this.outbox.add(tx, PaymentPaid, { ...instructedData(paid), ...said });
  }
}
