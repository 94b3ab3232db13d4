import type { Application } from '@janela/contracts';

/** Whether a person may be in the programme already by the same official number, so that to approve needs a reason. */
export const needsDuplicateReason = ({ suspectedDuplicates }: Pick<Application, 'suspectedDuplicates'>): boolean =>
  suspectedDuplicates.some(({ needsReason }) => needsReason);

/** Whether an application can be approved with what the officer has written so far, and sees: nothing is decided without seeing whom it is about. */
export function mayApprove(
  application: Pick<Application, 'recommendation' | 'mayBeJudged' | 'suspectedDuplicates'>,
  { reason, duplicateReason, isShown }: { reason: string; duplicateReason: string; isShown: boolean },
): boolean {
  const { recommendation, mayBeJudged } = application;
  const isRecommended = recommendation?.outcome === 'eligible' || reason !== '';
  const isExplained = !needsDuplicateReason(application) || duplicateReason !== '';
  return isShown && recommendation?.amountKnown === true && mayBeJudged && isRecommended && isExplained;
}
