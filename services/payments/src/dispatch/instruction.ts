import type { DataOf, InstructionIssued, PlainDate } from '@janela/contracts';
import { invariant, minorToJson } from '@janela/kernel';

import type { PayeeDetails } from '../payees/payees.service.ts';
import type { LockedPayment } from '../payments/locked-payment.ts';

/** The reference that every answer and statement repeats: 32 letters and digits, of at most 35 that banks take. */
export function endToEndIdOf(instructionId: string): string {
  return instructionId.replaceAll('-', '');
}

/** The instruction a reference stands for; undefined when it is none of ours. */
export function instructionIdOf(endToEndId: string): string | undefined {
  const parts = /^([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})$/i.exec(endToEndId);
  return parts?.slice(1).join('-').toLowerCase();
}

const purposeLength = 140;

/** What a provider is told. */
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

/** The beginning of a text, without the half of a character that was cut through. */
function cut(text: string, length: number): string {
  return text.slice(0, length).replace(/[\uD800-\uDBFF]$/, '');
}
