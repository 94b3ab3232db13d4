import { useFormat, useWords } from '../language/language.tsx';
import { settlingWords } from './settling.words.ts';

/** What was paid beside what was due, both in one currency. */
export interface DueAndPaid {
  dueMinor: number;
  paidMinor: number;
  currency: string;
}

/** Returns which sentence compares what was paid with what was due, and by how much they differ. */
export function compareWithDue({ dueMinor, paidMinor }: DueAndPaid): {
  as: 'paidAsDue' | 'paidMore' | 'paidLess';
  byMinor: number;
} {
  if (paidMinor === dueMinor) return { as: 'paidAsDue', byMinor: 0 };
  return paidMinor > dueMinor
    ? { as: 'paidMore', byMinor: paidMinor - dueMinor }
    : { as: 'paidLess', byMinor: dueMinor - paidMinor };
}

/** Returns what says in one sentence what was due, what was paid, and by how much that is too much or too little. */
export function useDueAndPaid() {
  const say = useWords(settlingWords);
  const format = useFormat();
  return (amounts: DueAndPaid): string => {
    const { as, byMinor } = compareWithDue(amounts);
    const money = (amountMinor: number) => format.money({ amountMinor, currency: amounts.currency });
    return say(as, { due: money(amounts.dueMinor), paid: money(amounts.paidMinor), by: money(byMinor) });
  };
}
