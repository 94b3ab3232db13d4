import type { Funds } from '@janela/contracts';

/** How a proposal of funds was answered: it is new, or the same number stood already, as proposed or as approved. */
export type Answered = 'proposed' | 'standsProposed' | 'standsApproved';

/**
 * Returns how a proposal was answered. A number of a source counts once, and proposing it again answers what stands: that is approved,
 * or was proposed by another person, or is in the list that was on the screen before.
 */
export function answeredAs(
  funds: Pick<Funds, 'id' | 'state' | 'proposedBy'>,
  before: { me: string; shown: readonly string[] },
): Answered {
  if (funds.state === 'approved') return 'standsApproved';
  const stood = funds.proposedBy.id !== before.me || before.shown.includes(funds.id);
  return stood ? 'standsProposed' : 'proposed';
}

/** Returns a funding source as it is written: in capital letters. */
export const sourceOf = (typed: string): string => typed.trim().toUpperCase();

/** Whether it can be a funding source: capital letters, digits and hyphens, beginning with a letter. */
export const isSource = (source: string): boolean => /^[A-Z][A-Z0-9-]{0,19}$/.test(source);
