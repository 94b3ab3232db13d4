import { minorToJson } from '@janela/kernel';
import type { KnownPayment, Payment, PaymentState } from '@janela/contracts';
import { known } from '@janela/platform';

import { endToEndIdOf } from './end-to-end-id.ts';
import type { PaymentEntity } from './payment.entity.ts';
import { reasons } from './reasons.ts';

/** Returns a payment as lists answer it. */
export function toPayment(payment: PaymentEntity, programme: string): Payment {
  const { id, version, state, currency, period, reasonCode, cycleId, enrolmentId, householdId, areaCode } = payment;
  const { personId, provider, channel, instructionId, replaces, paidMinor } = payment;
  const reason = reasonCode === null ? undefined : reasons[reasonCode];
  return {
    id,
    version,
    state,
    currency,
    period,
    programme,
    reasonCode,
    cycleId,
    enrolmentId,
    householdId,
    areaCode,
    amountMinor: minorToJson(payment.amountMinor),
    programmeVersion: payment.programmeVersion,
    ...(reason && { reason }),
    ...(state === 'held' && { heldByRule: payment.heldByRule }),
    ...known({ personId, provider, channel, replaces }),
    ...(paidMinor !== null && { paidMinor: minorToJson(paidMinor) }),
    ...(instructionId !== null && { instructionId, endToEndId: endToEndIdOf(instructionId) }),
  };
}

/** Returns what is known of a payment, as it is answered beside what others say of it. */
export const toKnownPayment = (state: PaymentState, paidMinor: string | null): KnownPayment => ({
  state,
  ...(paidMinor !== null && { paidMinor: minorToJson(BigInt(paidMinor)) }),
});
