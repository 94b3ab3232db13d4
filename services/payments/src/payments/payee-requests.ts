import type { DeliveryChannel, Payment } from '@janela/contracts';
import type { Tx } from '@janela/platform';

import { system } from '../system.ts';
import type { LockedPayment } from './locked-payment.ts';

/** The reason of the step with which an officer asks. */
export const confirmationRequested = 'payee_confirmation_requested';

interface Payee {
  payeeId: string;
  provider: string;
  channel: DeliveryChannel;
}

/** The request of an officer that a payment goes to another payee than its list says, which an approver confirms. */
export interface PayeeRequest {
  requestedBy: string;
  requestedAt: Date;
  note: string | null;
}

/** Holds that another payee, confirmed by a second person, ends. */
export const reasonsAboutPayee = ['no_payee', 'payee_changed', 'no_provider'] as const;

/**
 * In SQL: a request `c` waits to be confirmed. It is overtaken by an officer who holds the payment after it, and by another payee or
 * account than it was about. `byService` and `requested` are the places of the id of the service and of the reason of a request.
 */
export const requestStands = ({ byService, requested }: { byService: string; requested: string }) =>
  `confirmed_by IS NULL AND EXISTS (
       SELECT FROM payees n JOIN payments p ON p.household_id = n.household_id
       WHERE p.id = c.payment_id AND n.id = c.payee_id AND n.current) AND NOT EXISTS (
       SELECT FROM payment_steps s WHERE s.payment_id = c.payment_id AND s.state = 'held' AND s.at > c.requested_at
         AND s.by_actor <> ${byService} AND s.reason_code <> ${requested})`;

/** Returns the request about a payment that waits to be confirmed. */
export async function findRequest(tx: Tx, paymentId: string): Promise<PayeeRequest | undefined> {
  const [request] = await tx.query<PayeeRequest[]>(
    `SELECT requested_by AS "requestedBy", requested_at AS "requestedAt", note FROM payment_confirmations c
     WHERE payment_id = $1 AND ${requestStands({ byService: '$2', requested: '$3' })}`,
    [paymentId, system.id, confirmationRequested],
  );
  return request;
}

/** Keeps a request; one that waits already is overtaken by it. */
export async function keepRequest(
  tx: Tx,
  { id, areaCode, payeeId, provider, channel }: LockedPayment,
  payee: Payee,
  { requestedBy, note }: { requestedBy: string; note: string | undefined },
): Promise<void> {
  await tx.query(
    `INSERT INTO payment_confirmations (payment_id, area_code, payee_before, provider_before, channel_before, payee_id, provider,
       channel, requested_by, note)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
     ON CONFLICT (payment_id) WHERE confirmed_by IS NULL DO UPDATE
       SET (payee_id, provider, channel, requested_by, requested_at, note) =
         (excluded.payee_id, excluded.provider, excluded.channel, excluded.requested_by, now(), excluded.note)`,
    [
      ...[id, areaCode, payeeId, provider, channel],
      ...[payee.payeeId, payee.provider, payee.channel, requestedBy, note ?? null],
    ],
  );
}

/** Confirms the request that waits; where only the rule holds the payment, the service is who asked. */
export async function confirmRequest(
  tx: Tx,
  payment: LockedPayment,
  payee: Payee,
  { request, confirmedBy }: { request: PayeeRequest | undefined; confirmedBy: string },
): Promise<void> {
  if (!request) await keepRequest(tx, payment, payee, { requestedBy: system.id, note: undefined });
  await tx.query(
    `UPDATE payment_confirmations SET payee_id = $2, provider = $3, channel = $4, confirmed_by = $5, confirmed_at = now()
     WHERE payment_id = $1 AND confirmed_by IS NULL`,
    [payment.id, payee.payeeId, payee.provider, payee.channel, confirmedBy],
  );
}

/** Whom a payment goes to, and who would be paid now, without names. */
export type PayeesOfPayment = Pick<Payment, 'payee' | 'payeeNow'>;

interface PayeeRow {
  id: string;
  personId: string;
  designatedAt: string;
  channel: DeliveryChannel;
  provider: string | null;
  details: string | null;
}

const columns = (payee: string) => `json_build_object('id', ${payee}.id, 'personId', ${payee}.person_id,
  'designatedAt', ${payee}.designated_at, 'channel', ${payee}.channel, 'provider', ${payee}.provider, 'details', ${payee}.details)`;

/** Returns whom a payment goes to and who would be paid now; `endingOf` returns the end of an account of sealed details. */
export async function findPayees(
  tx: Tx,
  paymentId: string,
  endingOf: (payeeId: string, details: string) => string | undefined,
): Promise<PayeesOfPayment> {
  const [row] = await tx.query<{ payee: PayeeRow | null; now: PayeeRow | null }[]>(
    `SELECT CASE WHEN y.id IS NOT NULL THEN ${columns('y')} END AS payee, CASE WHEN n.id IS NOT NULL THEN ${columns('n')} END AS now
     FROM payments p LEFT JOIN payees y ON y.id = p.payee_id
     LEFT JOIN payees n ON n.household_id = p.household_id AND n.current AND n.details IS NOT NULL WHERE p.id = $1`,
    [paymentId],
  );
  const seen = ({ id, personId, designatedAt, details }: PayeeRow) => {
    const accountEnding = details === null ? undefined : endingOf(id, details);
    return { personId, designatedAt: new Date(designatedAt).toISOString(), ...(accountEnding && { accountEnding }) };
  };
  const { payee, now } = row ?? { payee: null, now: null };
  return {
    ...(payee && { payee: seen(payee) }),
    ...(now && {
      payeeNow: { ...seen(now), channel: now.channel, ...(now.provider !== null && { provider: now.provider }) },
    }),
  };
}
