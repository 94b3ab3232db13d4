import { Injectable } from '@nestjs/common';
import type { ListCyclePayments, ListPayments, Page, Payment } from '@janela/contracts';
import { type Actor, Audit, Database } from '@janela/platform';

import { getCycle } from '../cycle-records/get-cycle.ts';
import { mustReachCountry } from '../whole-country.ts';
import { instructionIdOf } from './end-to-end-id.ts';
import { GetPaymentService } from './get-payment.ts';
import { PaymentPages, paymentsWithProgramme } from './payment-pages.ts';

/** Reads payments, one by one or of a whole cycle; what was shown is on record. */
@Injectable()
export class PaymentsService {
  constructor(
    private readonly database: Database,
    private readonly pages: PaymentPages,
    private readonly audit: Audit,
    private readonly getPayment: GetPaymentService,
  ) {}

  /** Returns those of a household, an enrolment or a reference that are in the actor's areas, newest first. */
  list(actor: Actor, { householdId, enrolmentId, endToEndId, limit, after }: ListPayments): Promise<Page<Payment>> {
    const list = 'payments';
    const position = this.pages.startOf(list, after);
    return this.database.write(actor, (tx) => {
      const found = paymentsWithProgramme(tx).orderBy('p.id', 'DESC');
      if (householdId) found.andWhere('p.household_id = :householdId', { householdId });
      if (enrolmentId) found.andWhere('p.enrolment_id = :enrolmentId', { enrolmentId });
      if (endToEndId)
        found.andWhere('p.instruction_id = :instruction', { instruction: instructionIdOf(endToEndId) ?? null });
      if (position) found.andWhere('p.id < :position', { position });
      const subject = subjectOf({ householdId, enrolmentId, endToEndId });
      return this.pages.read(tx, actor, found, { list, subject, limit });
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
    const position = this.pages.startOf(list, after);
    return this.database.write(actor, async (tx) => {
      await getCycle(tx, actor, cycleId);
      const found = paymentsWithProgramme(tx).where('p.cycle_id = :cycleId', { cycleId }).orderBy('p.id');
      if (state) found.andWhere('p.state = :state', { state });
      if (reasonCode) found.andWhere('p.reason_code = :reasonCode', { reasonCode });
      if (position) found.andWhere('p.id > :position', { position });
      return this.pages.read(tx, actor, found, { list, subject: `cycle:${cycleId}`, limit });
    });
  }

  get(actor: Actor, id: string): Promise<Payment> {
    return this.database.write(actor, async (tx) => {
      const payment = await this.getPayment.get(tx, id);
      await this.audit.noteShown(tx, actor, { kind: 'payment', shown: payment });
      return payment;
    });
  }
}

function subjectOf({ householdId, enrolmentId, endToEndId }: Partial<ListPayments>): string {
  if (householdId !== undefined) return `household:${householdId}`;
  if (enrolmentId !== undefined) return `enrolment:${enrolmentId}`;
  return `instruction:${instructionIdOf(endToEndId ?? '') ?? 'none'}`;
}
