import { z } from 'zod';

import { defineEvent } from '../event.ts';
import { AreaCode } from '../values/area.ts';
import { ActorId, Id } from '../values/identity.ts';

const appeal = {
  appealId: Id.describe('The appeal.'),
  caseId: Id,
  areaCode: AreaCode,
  householdId: Id,
  applicationId: Id.optional().describe('The decision it is against; or else a payment.'),
  paymentId: Id.optional(),
};
const key = (data: { appealId: string }) => data.appealId;

export const AppealFiled = defineEvent('grievances.appeal.filed.v1', {
  summary: 'A decision or a payment is contested.',
  key,
  data: z.object(appeal),
});

export const AppealUpheld = defineEvent('grievances.appeal.upheld.v1', {
  summary: 'The appeal is right: the decision is open and must be taken again.',
  key,
  data: z.object({ ...appeal, decidedBy: ActorId }),
});

export const AppealDismissed = defineEvent('grievances.appeal.dismissed.v1', {
  summary: 'The decision stands.',
  key,
  data: z.object({ ...appeal, decidedBy: ActorId }),
});
