import { functioningDomains, type MemberFacts } from '@janela/contracts';

const aLot = 3;

/**
 * Returns whether a person has a lot of difficulty, or cannot, in one domain of the Washington Group Short Set, the cut-off by
 * which countries are compared; null when that is not known.
 */
export function hasSevereDisability({ functioning = {} }: Pick<MemberFacts, 'functioning'>): boolean | null {
  const answers = functioningDomains.map((domain) => functioning[domain]);
  if (answers.some((answer) => answer !== undefined && answer >= aLot)) return true;
  return answers.includes(undefined) ? null : false;
}
