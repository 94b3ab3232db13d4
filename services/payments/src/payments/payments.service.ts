import { Injectable } from '@nestjs/common';
import type { ListCyclePayments, ListHeldPayments, ListPayments, Page, Payment } from '@janela/contracts';
import { type Actor, Audit, Cursors, Database, type Tx } from '@janela/platform';
import { z } from 'zod';

import { CycleEntity } from '../cycle-records/cycle.entity.ts';
import { getCycle } from '../cycle-records/get-cycle.ts';
import { type Shown, shownDetails } from '../shown.ts';
import { mustReachCountry, mustReachWhatIsHere } from '../whole-country.ts';
import { instructionIdOf } from './end-to-end-id.ts';
import { heldAfterApproval, waitsFor as waiting } from './held-payments.ts';
import { PaymentStory } from './payment-story.ts';
import { PaymentEntity } from './payment.entity.ts';
import { toPayment } from './to-payment.ts';

/** Reads payments, one by one or of a whole cycle; what was shown is on record. */
@Injectable()
export class PaymentsService {
  constructor(
    private readonly database: Database,
    private readonly cursors: Cursors,
    private readonly audit: Audit,
    private readonly story: PaymentStory,
  ) {}

  /** Returns those of a household, an enrolment or a reference that are in the actor's areas, newest first; what was shown is on record. */
  list(actor: Actor, { householdId, enrolmentId, endToEndId, limit, after }: ListPayments): Promise<Page<Payment>> {
    const position = this.cursors.read('payments', z.uuid(), after);
    return this.database.write(actor, async (tx) => {
      const found = paymentsWithProgramme(tx)
        .orderBy('p.id', 'DESC')
        .limit(limit + 1);
      if (householdId) found.andWhere('p.household_id = :householdId', { householdId });
      if (enrolmentId) found.andWhere('p.enrolment_id = :enrolmentId', { enrolmentId });
      if (endToEndId)
        found.andWhere('p.instruction_id = :instruction', { instruction: instructionIdOf(endToEndId) ?? null });
      if (position) found.andWhere('p.id < :position', { position });
      const rows = await found.getRawAndEntities();
      await this.noteRead(
        tx,
        actor,
        subjectOf({ householdId, enrolmentId, endToEndId }),
        rows.entities.slice(0, limit),
      );
      return this.page('payments', rows, limit);
    });
  }

  /** The list of a cycle, in the order in which it was frozen. */
  listOfCycle(
    actor: Actor,
    cycleId: string,
    { state, reasonCode, limit, after }: ListCyclePayments,
  ): Promise<Page<Payment>> {
    mustReachCountry(actor);
    const list = `cycle ${cycleId}`;
    const position = this.cursors.read(list, z.uuid(), after);
    return this.database.write(actor, async (tx) => {
      await getCycle(tx, actor, cycleId);
      const found = paymentsWithProgramme(tx)
        .where('p.cycle_id = :cycleId', { cycleId })
        .orderBy('p.id')
        .limit(limit + 1);
      if (state) found.andWhere('p.state = :state', { state });
      if (reasonCode) found.andWhere('p.reason_code = :reasonCode', { reasonCode });
      if (position) found.andWhere('p.id > :position', { position });
      const rows = await found.getRawAndEntities();
      await this.noteRead(tx, actor, `cycle:${cycleId}`, rows.entities.slice(0, limit));
      return this.page(list, rows, limit);
    });
  }

  /** Returns the oldest first of what is held and waits for an approver or an officer. */
  listHeld(actor: Actor, { waitsFor, limit, after }: ListHeldPayments): Promise<Page<Payment>> {
    mustReachCountry(actor);
    const list = `held ${waitsFor}`;
    const position = this.cursors.read(list, z.uuid(), after);
    const { sql, binds } = waiting[waitsFor];
    return this.database.write(actor, async (tx) => {
      await mustReachWhatIsHere(tx, actor);
      const found = paymentsWithProgramme(tx)
        .where(`${heldAfterApproval} AND ${sql}`, binds)
        .orderBy('p.id')
        .limit(limit + 1);
      if (position) found.andWhere('p.id > :position', { position });
      const rows = await found.getRawAndEntities();
      await this.noteRead(tx, actor, 'payments:held', rows.entities.slice(0, limit));
      return this.page(list, rows, limit);
    });
  }

  get(actor: Actor, id: string): Promise<Payment> {
    return this.database.write(actor, async (tx) => {
      const payment = await this.story.get(tx, id);
      await this.noteRead(tx, actor, `payment:${id}`, [payment]);
      return payment;
    });
  }

  private noteRead(tx: Tx, actor: Actor, subject: string, shown: readonly Shown[]): Promise<void> {
    return this.audit.add(tx, actor, { action: 'payment.read', subject, details: shownDetails(shown) });
  }

  private page(list: string, found: Found, limit: number): Page<Payment> {
    const rows = found.entities.map((payment, index) => ({ payment, programme: found.raw[index]?.programme ?? '' }));
    const toItem = ({ payment, programme }: (typeof rows)[number]) => toPayment(payment, programme);
    return this.cursors.page(list, rows, limit, toItem, ({ payment }) => payment.id);
  }
}

function subjectOf({ householdId, enrolmentId, endToEndId }: Partial<ListPayments>): string {
  if (householdId !== undefined) return `household:${householdId}`;
  if (enrolmentId !== undefined) return `enrolment:${enrolmentId}`;
  return `instruction:${instructionIdOf(endToEndId ?? '') ?? 'none'}`;
}

interface Found {
  entities: PaymentEntity[];
  raw: { programme: string }[];
}

function paymentsWithProgramme(tx: Tx) {
  return tx
    .createQueryBuilder(PaymentEntity, 'p')
    .innerJoin(CycleEntity, 'c', 'c.id = p.cycle_id')
    .addSelect('c.programme', 'programme');
}
