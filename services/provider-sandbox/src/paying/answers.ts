import type { DataOf, OutcomeReported, SandboxOutcome } from '@janela/contracts';

import { type Line, scripts } from '../behaviours/scripts.ts';
import type { AnswerEntity } from './answer.entity.ts';

/** What is to be paid, and what was chosen to be done about it. */
export interface Instruction {
  readonly instructionId: string;
  readonly paymentId: string;
  readonly endToEndId: string;
  readonly amountMinor: number;
  readonly currency: string;
  readonly outcome: SandboxOutcome;
}

const provider = 'sandbox';
const referenceLength = 16;
/** By how much it pays too much where it is set to. */
const tooMuchMinor = 10_000;
const [usualOther, otherOther] = ['USD', 'EUR'];

/** Returns our own reference of an instruction, which is always the same. */
function referenceOf({ endToEndId }: Instruction): string {
  return `SBX-${endToEndId.slice(-referenceLength)}`;
}

/** What was really paid, which a company that claims another amount has paid too. */
export function movementsOf(instruction: Instruction, direction: 'out' | 'back') {
  const { instructionId, currency, outcome } = instruction;
  const claims = scripts[outcome].saysAtOnce[0]?.claims;
  const amountMinor = instruction.amountMinor + (claims === 'another_amount' ? tooMuchMinor : 0);
  return { instructionId, direction, amountMinor, currency, reference: referenceOf(instruction) };
}

/** Returns what is said of an instruction, in order. */
export function answersOf(instruction: Instruction, lines: readonly Line[], occurredAt: Date): AnswerEntity[] {
  const { instructionId, amountMinor, currency } = instruction;
  const other = currency === usualOther ? otherOther : usualOther;
  return lines.map(({ status, reasonCode, claims }) => ({
    instructionId,
    status,
    reasonCode: reasonCode ?? null,
    reference: referenceOf(instruction),
    occurredAt,
    amountMinor: String(amountMinor + (claims === 'another_amount' ? tooMuchMinor : 0)),
    currency: claims === 'another_currency' ? (other ?? currency) : currency,
  }));
}

/** Returns an answer as the payments service consumes it. */
export function reportOf(answer: AnswerEntity): DataOf<typeof OutcomeReported> {
  const { instructionId, status, reasonCode, amountMinor, currency, reference, occurredAt } = answer;
  return {
    instructionId,
    provider,
    status,
    providerReference: reference,
    ...(reasonCode !== null && { reasonCode }),
    ...(amountMinor !== null && currency !== null && { amount: { amountMinor: Number(amountMinor), currency } }),
    occurredAt: occurredAt.toISOString(),
  };
}
