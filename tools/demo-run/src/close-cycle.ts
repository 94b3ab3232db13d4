import { type Api, bodyOf, conditions, itemsOf } from '@janela/api-client';
import type { Payment, PaymentState, Settlement } from '@janela/contracts';
import type { Log } from '@janela/supervisor';

import type { People } from './people.ts';

/** What stands on the statement by which a payment is settled about which the provider was silent. */
const statement = 'SANDBOX-STATEMENT-1';

/**
 * Ends what keeps a cycle open: what is held is cancelled, and what the provider is silent about is settled on its statement, which
 * the officer has seen and the approver confirms. Then the officer closes it.
 */
export async function closeCycle(people: People, cycle: { id: string }, log: Log): Promise<void> {
  const { 'payments-officer': officer } = people;
  const cancelled = await cancelHeld(people, cycle.id);
  const settled = await settleUnknown(people, cycle.id);
  const params = { path: { id: cycle.id } };
  const { version, state } = await bodyOf(officer.payments.GET('/v1/cycles/{id}', { params }));
  if (state === 'dispatched')
    await officer.payments.POST('/v1/cycles/{id}/close', {
      params,
      headers: conditions({ version, idempotencyKey: `main-job-close-${cycle.id}` }),
    });
  log(
    `Cycle closed: ${settled} unconfirmed settled on the provider's statement by two people, ${cancelled} held cancelled.`,
  );
}

async function cancelHeld({ 'payments-officer': officer }: People, cycleId: string): Promise<number> {
  let cancelled = 0;
  for await (const { id, version, reasonCode } of paymentsIn(officer, cycleId, 'held')) {
    await officer.payments.POST('/v1/payments/{id}/cancel', {
      params: { path: { id } },
      body: { reasonCode: reasonCode ?? 'under_review', note: 'No one came to put right what it was held for.' },
      headers: conditions({ version }),
    });
    cancelled += 1;
  }
  return cancelled;
}

async function settleUnknown(people: People, cycleId: string): Promise<number> {
  const { 'payments-officer': officer, 'payments-approver': approver } = people;
  const proposed = new Set<string | undefined>();
  for await (const { paymentId } of proposedSettlements(approver)) proposed.add(paymentId);
  for await (const { id, version } of paymentsIn(officer, cycleId, 'unknown')) {
    if (proposed.has(id)) continue;
    await officer.payments.POST('/v1/payments/{id}/settle', {
      params: { path: { id } },
      body: {
        outcome: 'paid',
        evidence: 'statement',
        documentReference: statement,
        reason: 'The provider does not answer; its statement lists the payment.',
      },
      headers: conditions({ version }),
    });
  }
  let confirmed = 0;
  for await (const { id, version, cycleId: of } of proposedSettlements(approver)) {
    if (of !== cycleId) continue;
    await approver.payments.POST('/v1/settlements/{id}/confirm', {
      params: { path: { id } },
      headers: conditions({ version }),
    });
    confirmed += 1;
  }
  return confirmed;
}

const paymentsIn = (officer: Api, id: string, state: PaymentState): AsyncGenerator<Payment> =>
  itemsOf((page) =>
    officer.payments.GET('/v1/cycles/{id}/payments', { params: { path: { id }, query: { state, ...page } } }),
  );

const proposedSettlements = (approver: Api): AsyncGenerator<Settlement> =>
  itemsOf((page) => approver.payments.GET('/v1/settlements', { params: { query: { state: 'proposed', ...page } } }));
