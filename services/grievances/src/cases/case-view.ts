import { Injectable } from '@nestjs/common';
import type { Case, CaseStep, CaseSummary } from '@janela/contracts';

import { known } from '../known.ts';
import { isOpen } from './actions.ts';
import type { CaseStepEntity } from './case-step.entity.ts';
import { CaseTexts } from './case-texts.ts';
import type { CaseEntity } from './case.entity.ts';

/** How cases are shown outside. */
@Injectable()
export class CaseView {
  constructor(private readonly texts: CaseTexts) {}

  page(row: CaseEntity, steps: readonly CaseStepEntity[]): Case {
    return {
      ...toSummary(row),
      description: this.texts.open('description', row.id, row.descriptionSealed),
      ...known({ answer: this.texts.find('answer', row.id, row.answerSealed) }),
      steps: steps.map((step) => this.step(step)),
    };
  }

  private step({ caseId, at, actorName, action, noteSealed }: CaseStepEntity): CaseStep {
    const note = this.texts.find('note', caseId, noteSealed);
    return { at: at.toISOString(), by: actorName, action, ...known({ note }) };
  }
}

/** A case without the words in it. */
export function toSummary(row: CaseEntity): CaseSummary {
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
    overdue: isOpen(state) && row.resolveBy <= new Date(),
    filedAt: row.filedAt.toISOString(),
  };
}
