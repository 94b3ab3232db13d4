import type { DataOf, InstructionIssued, PlainDate } from '@janela/contracts';
import { invariant, minorToJson } from '@janela/kernel';

import type { PayeeDetails } from '../payees/payees.service.ts';
import { endToEndIdOf } from '../payments/end-to-end-id.ts';
import type { LockedPayment } from '../payments/locked-payment.ts';

const purposeLength = 140;

/** Returns the instruction of a payment, as its provider receives it. */
export function instructionData(
  payment: LockedPayment,
  { name, deputyName, account }: PayeeDetails,
  { requestedOn, title }: { requestedOn: PlainDate; title: string },
): DataOf<typeof InstructionIssued> {
  const { id: paymentId, instructionId, provider, channel, amountMinor, currency, period } = payment;
  invariant(instructionId && provider && channel, 'what is instructed has an instruction, a provider and a way');
  return {
    instructionId,
    paymentId,
    provider,
    currency,
    requestedOn,
    endToEndId: endToEndIdOf(instructionId),
    amountMinor: minorToJson(amountMinor),
    payee: { name, channel, ...(deputyName && { deputyName }), ...(account && { account }) },
    purpose: `${cut(title, purposeLength - period.length - 1)} ${period}`,
  };
}

/** Returns the beginning of a text, without the half of a character that was cut through. */
function cut(text: string, length: number): string {
  return text.slice(0, length).replace(/[\uD800-\uDBFF]$/, '');
}
