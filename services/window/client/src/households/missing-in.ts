import type { MissingFact, Reason } from '@janela/contracts';

/**
 * What some reasons depend on and has no answer yet, each once; only what can still change the outcome. A part of a whole that
 * is met or not met already changes nothing.
 */
export function missingIn(reasons: readonly Reason[]): MissingFact[] {
  const whole = new Map(reasons.map((reason) => [reason.criterion, reason]));
  const isOpen = ({ within }: Reason): boolean => {
    const above = within === undefined ? undefined : whole.get(within);
    return above === undefined || (above.met === null && isOpen(above));
  };
  const all = reasons.filter((reason) => isOpen(reason)).flatMap((reason) => reason.missing ?? []);
  const keyOf = ({ fact, personId }: MissingFact) => `${fact} ${personId ?? ''}`;
  return [...new Map(all.map((each) => [keyOf(each), each])).values()];
}
