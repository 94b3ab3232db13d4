import type { OutcomeStatus, SandboxOutcome } from '@janela/contracts';

/** Something to say of an instruction. */
export interface Line {
  readonly status: OutcomeStatus;
  readonly reasonCode?: string;
  /** What to claim instead of the amount that was instructed. */
  readonly claims?: 'another_amount' | 'another_currency';
}

/** What is done with an instruction, and what is said of it when. */
export interface Script {
  /** Money that moves at once. */
  readonly moves: readonly ('out' | 'back')[];
  readonly saysAtOnce: readonly Line[];
  /** Paid, and said to be, after a delay. */
  readonly later?: readonly Line[];
  /** Said only when that is asked. What was said before is then said again in any case. */
  readonly saysWhenAsked?: readonly Line[];
}

const paid: Line = { status: 'paid' };

/** Every way in which the pretend company behaves. In none does it pay twice. */
export const scripts: Readonly<Record<SandboxOutcome, Script>> = {
  paid: { moves: ['out'], saysAtOnce: [paid] },
  failed: { moves: [], saysAtOnce: [{ status: 'failed', reasonCode: 'AC04' }] },
  returned: { moves: ['out', 'back'], saysAtOnce: [paid, { status: 'returned', reasonCode: 'UNCOLLECTED' }] },
  late: { moves: [], saysAtOnce: [{ status: 'pending' }], later: [paid] },
  silent: { moves: ['out'], saysAtOnce: [] },
  duplicate: { moves: ['out'], saysAtOnce: [paid, paid] },
  when_asked: { moves: ['out'], saysAtOnce: [], saysWhenAsked: [paid] },
  unknown: { moves: ['out'], saysAtOnce: [{ status: 'unknown' }], saysWhenAsked: [paid] },
  other_amount: { moves: ['out'], saysAtOnce: [{ status: 'paid', claims: 'another_amount' }] },
  other_currency: { moves: ['out'], saysAtOnce: [{ status: 'paid', claims: 'another_currency' }] },
  contradicts: { moves: ['out'], saysAtOnce: [paid, { status: 'failed', reasonCode: 'AM04' }] },
};
