import type { Case, CaseStep, CaseSummary } from '@janela/contracts';
import { known } from '@janela/platform';

import { isOpen } from './actions.ts';
import type { CaseStepEntity } from './case-step.entity.ts';
import type { CaseTexts } from './case-texts.ts';
import type { CaseEntity } from './case.entity.ts';

/** Returns a case as its page shows it, with its steps and what people wrote. */
export function toCase(row: CaseEntity, steps: readonly CaseStepEntity[], texts: CaseTexts, now: Date): Case {
  return {
    ...toCaseSummary(row, now),
    description: texts.open('description', row.id, row.descriptionSealed),
    ...known({ answer: texts.find('answer', row.id, row.answerSealed) }),
    steps: steps.map((step) => toStep(step, texts)),
  };
}

function toStep({ caseId, at, actorName, action, noteSealed }: CaseStepEntity, texts: CaseTexts): CaseStep {
  return { at: at.toISOString(), by: actorName, action, ...known({ note: texts.find('note', caseId, noteSealed) }) };
}

/** Returns a case as lists show it, without what people wrote. */
export function toCaseSummary(row: CaseEntity, now: Date): CaseSummary {
  const { id, number, version, state, category, sensitive, channel, anonymous, areaCode, level } = row;
  const { householdId, applicationId, paymentId, resolution, appealId, assignedTo, assignedName } = row;
  return {
    id,
    number,
    version,
    state,
    category,
    sensitive,
    channel,
    anonymous,
    areaCode,
    level,
    ...known({ householdId, applicationId, paymentId, resolution, appealId }),
    ...(assignedTo !== null && assignedName !== null && { assignedTo: { id: assignedTo, name: assignedName } }),
    acknowledgeBy: row.acknowledgeBy.toISOString(),
    resolveBy: row.resolveBy.toISOString(),
    overdue: isOpen(state) && row.resolveBy <= now,
    filedAt: row.filedAt.toISOString(),
  };
}
