import type { Application, Decision } from '@janela/contracts';

/**
 * Returns the decision that an appeal is against: the last one taken before it was filed, or without a time the one that holds, also
 * where an appeal has undone it.
 */
export function appealedDecision(
  { decision, earlierDecisions }: Pick<Application, 'decision' | 'earlierDecisions'>,
  filedAt?: string,
): Decision | undefined {
  const all = decision ? [...earlierDecisions, decision] : earlierDecisions;
  if (filedAt === undefined) return all.at(-1);
  return all.findLast(({ decidedAt }) => new Date(decidedAt) <= new Date(filedAt));
}
