import type { Application } from '@janela/contracts';

/** Whether somebody may be in the programme already by the same official number, so that to approve needs a reason. */
export const needsDuplicateReason = ({ suspectedDuplicates }: Pick<Application, 'suspectedDuplicates'>): boolean =>
  suspectedDuplicates.some(({ needsReason }) => needsReason);

/** Whether an application can be approved with what the officer has written so far. */
export function mayApprove(
  application: Pick<Application, 'recommendation' | 'mayBeJudged' | 'suspectedDuplicates'>,
  { reason, duplicateReason }: { reason: string; duplicateReason: string },
): boolean {
  const { recommendation, mayBeJudged } = application;
  const isRecommended = recommendation?.outcome === 'eligible' || reason !== '';
  const isExplained = !needsDuplicateReason(application) || duplicateReason !== '';
  return recommendation?.amountKnown === true && mayBeJudged && isRecommended && isExplained;
}
