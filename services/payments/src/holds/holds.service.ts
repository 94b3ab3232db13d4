import { Injectable } from '@nestjs/common';
import type { ListHeldPayments, Page, Payment } from '@janela/contracts';
import { type Actor, Database } from '@janela/platform';

import { providerOfPayee } from '../payees/payees.service.ts';
import { confirmationRequested, reasonsAboutPayee, requestStands } from '../payments/payee-requests.ts';
import { PaymentPages, paymentsWithProgramme } from '../payments/payment-pages.ts';
import { system } from '../system.ts';
import { mustReachCountry, mustReachWhatIsHere } from '../whole-country.ts';

/** Lists what is held after its cycle was approved. */
@Injectable()
export class HoldsService {
  constructor(
    private readonly database: Database,
    private readonly pages: PaymentPages,
  ) {}

  /** Returns the oldest first of what is held and waits for an approver or an officer. */
  list(actor: Actor, { waitsFor, limit, after }: ListHeldPayments): Promise<Page<Payment>> {
    mustReachCountry(actor);
    const list = `held ${waitsFor}`;
    const position = this.pages.startOf(list, after);
    const { sql, binds } = waiting[waitsFor];
    return this.database.write(actor, async (tx) => {
      await mustReachWhatIsHere(tx, actor);
      const found = paymentsWithProgramme(tx).where(`${heldAfterApproval} AND ${sql}`, binds).orderBy('p.id');
      if (position) found.andWhere('p.id > :position', { position });
      return this.pages.read(tx, actor, found, { list, subject: 'payments:held', limit });
    });
  }
}

/** In SQL: the payment `p` is held, of a cycle that was approved and is not closed. */
const heldAfterApproval = `p.state = 'held' AND p.cycle_id IN (SELECT id FROM cycles WHERE state IN ('approved', 'dispatched'))`;

/** In SQL: the household of `p` has a payee whom a provider can pay, so that there is something to confirm. */
const hasPayee = `EXISTS (SELECT FROM payees y JOIN providers pr ON ${providerOfPayee}
  WHERE y.household_id = p.household_id AND y.current AND y.details IS NOT NULL)`;

const isRequested = `EXISTS (SELECT FROM payment_confirmations c
  WHERE c.payment_id = p.id AND ${requestStands({ byService: ':byService', requested: ':requested' })})`;

/** In SQL, of a payment that is held after approval: who is waited for. */
const waiting: Record<ListHeldPayments['waitsFor'], { sql: string; binds: object }> = {
  confirmation: {
    sql: `((p.held_by_rule AND p.reason_code IN (:...aboutPayee) AND ${hasPayee}) OR ${isRequested})`,
    binds: { aboutPayee: reasonsAboutPayee, byService: system.id, requested: confirmationRequested },
  },
  release: { sql: `p.held_by_rule AND p.reason_code = 'reason_over'`, binds: {} },
};
