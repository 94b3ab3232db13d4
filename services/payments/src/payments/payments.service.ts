import { Injectable } from '@nestjs/common';
import type { ConfirmPayee, HoldPayment, Payment, PaymentState, ListPayments, Page } from '@janela/contracts';
import { type Actor, Audit, Cursors, Database, type Tx } from '@janela/platform';
import { z } from 'zod';

import { CycleEntity } from '../cycles/cycle.entity.ts';
import { instructionIdOf } from '../dispatch/instruction.ts';
import { CycleNotFound, PaymentNotFound } from '../payments.errors.ts';
import { rememberName } from '../staff/staff.ts';
import { mustReachCountry, mustReachCountryOfCycle } from '../whole-country.ts';
import { toPayment, withStory } from './to-payment.ts';
import { type Shown, shownDetails } from './shown.ts';
import { ChangePaymentService } from './change-payment.ts';
import type { LockedPayment } from './locked-payment.ts';
import { PaymentEntity } from './payment.entity.ts';
import { ReleasePaymentService } from './release-payment.ts';
import { lockWithCycle } from './lock-with-cycle.ts';

type Change = (tx: Tx, cycle: CycleEntity, payment: LockedPayment) => Promise<unknown>;

/** Payments, one by one: what became of them, and what an officer does about them. */
@Injectable()
export class PaymentsService {
  constructor(
    private readonly database: Database,
    private readonly cursors: Cursors,
    private readonly changer: ChangePaymentService,
    private readonly releaser: ReleasePaymentService,
    private readonly audit: Audit,
  ) {}

  /** The payments of a household, an enrolment or a reference, the newest first; of those in the actor's areas. It leaves a trace. */
  find(actor: Actor, { householdId, enrolmentId, endToEndId, limit, after }: ListPayments): Promise<Page<Payment>> {
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
    query: {
      state?: PaymentState | undefined;
      reasonCode?: string | undefined;
      limit: number;
      after?: string | undefined;
    },
  ): Promise<Page<Payment>> {
    mustReachCountry(actor);
    const { state, reasonCode, limit, after } = query;
    const list = `cycle ${cycleId}`;
    const position = this.cursors.read(list, z.uuid(), after);
    return this.database.write(actor, async (tx) => {
      if (!(await tx.existsBy(CycleEntity, { id: cycleId }))) throw new CycleNotFound();
      await mustReachCountryOfCycle(tx, actor, cycleId);
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

  get(actor: Actor, id: string): Promise<Payment> {
    return this.database.write(actor, async (tx) => {
      const payment = await readPayment(tx, id);
      await this.noteRead(tx, actor, `payment:${id}`, [payment]);
      return payment;
    });
  }

  hold(actor: Actor, id: string, version: number, input: HoldPayment): Promise<Payment> {
    return this.change(actor, id, version, (tx, cycle, payment) => this.changer.hold(tx, actor, cycle, payment, input));
  }

  release(actor: Actor, id: string, version: number, input: HoldPayment): Promise<Payment> {
    return this.change(actor, id, version, (tx, cycle, payment) =>
      this.releaser.release(tx, actor, cycle, payment, input),
    );
  }

  confirmPayee(actor: Actor, id: string, version: number, input: ConfirmPayee): Promise<Payment> {
    return this.change(actor, id, version, (tx, cycle, payment) =>
      this.releaser.confirm(tx, actor, cycle, payment, input),
    );
  }

  cancel(actor: Actor, id: string, version: number, input: HoldPayment): Promise<Payment> {
    return this.change(actor, id, version, (tx, cycle, payment) =>
      this.changer.cancel(tx, actor, cycle, payment, input),
    );
  }

  enquire(actor: Actor, id: string, version: number): Promise<Payment> {
    return this.change(actor, id, version, (tx, _cycle, payment) => this.changer.enquire(tx, actor, payment));
  }

  private change(actor: Actor, id: string, version: number, work: Change): Promise<Payment> {
    return this.database.write(actor, async (tx) => {
      const { cycle, payment } = await lockWithCycle(tx, id, version);
      await rememberName(tx, actor);
      await work(tx, cycle, payment);
      return readPayment(tx, id);
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

async function readPayment(tx: Tx, id: string): Promise<Payment> {
  const payment = await tx.findOneBy(PaymentEntity, { id });
  const cycle = payment && (await tx.findOneBy(CycleEntity, { id: payment.cycleId }));
  if (!payment || !cycle) throw new PaymentNotFound();
  return withStory(tx, payment, cycle.programme, cycle.openedBy);
}
