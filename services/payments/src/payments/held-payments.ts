import type { ListHeldPayments } from '@janela/contracts';

import { system } from '../system.ts';
import { confirmationRequested, reasonsAboutPayee, requestStands } from './payee-requests.ts';

/** In SQL: the payment `p` is held, of a cycle that was approved and is not closed. */
export const heldAfterApproval = `p.state = 'held' AND p.cycle_id IN (SELECT id FROM cycles WHERE state IN ('approved', 'dispatched'))`;

/** In SQL: the household of `p` has a payee, so that there is something to confirm. */
const hasPayee = `EXISTS (SELECT FROM payees n WHERE n.household_id = p.household_id AND n.current AND n.details IS NOT NULL)`;

const isRequested = `EXISTS (SELECT FROM payment_confirmations c
  WHERE c.payment_id = p.id AND ${requestStands({ byService: ':byService', requested: ':requested' })})`;

/** In SQL, of a payment that is held after approval: who is waited for. */
export const waitsFor: Record<ListHeldPayments['waitsFor'], { sql: string; binds: object }> = {
  confirmation: {
    sql: `((p.held_by_rule AND p.reason_code IN (:...aboutPayee) AND ${hasPayee}) OR ${isRequested})`,
    binds: { aboutPayee: reasonsAboutPayee, byService: system.id, requested: confirmationRequested },
  },
  release: { sql: `p.held_by_rule AND p.reason_code = 'reason_over'`, binds: {} },
};
