import type { Application } from '@janela/contracts';

/**
 * What a person of this name did with an application before, for which the service would not let them decide it. Two people can have
 * one name, so it is a reason to say so beforehand, and none to take the buttons away.
 */
export function ownPart(
  { submittedBy, earlierDecisions }: Pick<Application, 'submittedBy' | 'earlierDecisions'>,
  name: string | undefined,
): 'tookIn' | 'decidedBefore' | undefined {
  if (name === submittedBy) return 'tookIn';
  return earlierDecisions.some(({ decidedBy }) => decidedBy === name) ? 'decidedBefore' : undefined;
}
