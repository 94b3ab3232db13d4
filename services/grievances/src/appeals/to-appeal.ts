import type { Appeal } from '@janela/contracts';
import { known } from '@janela/platform';

import type { CaseTexts } from '../cases/case-texts.ts';
import type { AppealEntity } from './appeal.entity.ts';

/** Returns an appeal as routes answer it, with what people wrote. */
export function toAppeal(row: AppealEntity, texts: CaseTexts): Appeal {
  const { id, version, state, caseId, householdId, areaCode, applicationId, paymentId } = row;
  return {
    id,
    version,
    state,
    caseId,
    householdId,
    areaCode,
    grounds: texts.open('grounds', id, row.groundsSealed),
    filedAt: row.filedAt.toISOString(),
    ...known({
      applicationId,
      paymentId,
      reason: texts.find('reason', id, row.reasonSealed),
      decidedBy: row.decidedName,
      decidedAt: row.decidedAt && row.decidedAt.toISOString(),
    }),
  };
}
