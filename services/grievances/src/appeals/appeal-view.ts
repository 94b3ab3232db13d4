import { Injectable } from '@nestjs/common';
import type { Appeal, AppealFiled, DataOf } from '@janela/contracts';

import { CaseTexts } from '../cases/case-texts.ts';
import { known } from '../known.ts';
import type { AppealEntity } from './appeal.entity.ts';

/** How appeals are shown outside. */
@Injectable()
export class AppealView {
  constructor(private readonly texts: CaseTexts) {}

  page(row: AppealEntity): Appeal {
    const { id, version, state, caseId, householdId, areaCode, applicationId, paymentId } = row;
    return {
      id,
      version,
      state,
      caseId,
      householdId,
      areaCode,
      grounds: this.texts.open('grounds', id, row.groundsSealed),
      filedAt: row.filedAt.toISOString(),
      ...known({
        applicationId,
        paymentId,
        reason: this.texts.find('reason', id, row.reasonSealed),
        decidedBy: row.decidedName,
        decidedAt: row.decidedAt && row.decidedAt.toISOString(),
      }),
    };
  }
}

/** What other services hear of it. */
export function toEventData(row: AppealEntity): DataOf<typeof AppealFiled> {
  const { id: appealId, caseId, areaCode, householdId, applicationId, paymentId } = row;
  return { appealId, caseId, areaCode, householdId, ...known({ applicationId, paymentId }) };
}
