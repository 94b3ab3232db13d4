import { minorToJson } from '@janela/kernel';
import type { DataOf, PaymentHeld } from '@janela/contracts';

import type { LockedPayment } from './locked-payment.ts';

/** Returns what every event about a payment says. */
export function factsOf(payment: LockedPayment) {
  const { id: paymentId, enrolmentId, householdId, personId, cycleId, programmeId, programme, areaCode } = payment;
  return {
    paymentId,
    enrolmentId,
    householdId,
    cycleId,
    programmeId,
    programme,
    areaCode,
    ...(personId !== null && { personId }),
    period: payment.period,
    amountMinor: minorToJson(payment.amountMinor),
    currency: payment.currency,
  };
}

/** Returns what events say of a payment that is held, released or cancelled, for which a provider may not be known yet. */
export function heldData(payment: LockedPayment, by: string): DataOf<typeof PaymentHeld> {
  const { provider, reasonCode } = payment;
  return { ...factsOf(payment), ...(provider !== null && { provider }), reasonCode: reasonCode ?? 'none', by };
}

/** Returns what events say of a payment that is, or was, with its provider. */
export function instructedData(payment: LockedPayment) {
  return { ...factsOf(payment), provider: payment.provider ?? '', instructionId: payment.instructionId ?? '' };
}
