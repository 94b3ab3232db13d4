import { z } from 'zod';

import { CaseChannel } from '../codes/contact.ts';
import { SnakeCode } from '../eligibility/rule-set.ts';
import { defineEvent } from '../event.ts';
import { AreaCode } from '../values/area.ts';
import { Instant } from '../values/dates.ts';
import { ActorId, Id } from '../values/identity.ts';

/** Who has to act: the community first, the country last. */
export const CaseLevel = z.enum(['community', 'district', 'province', 'national']);
export type CaseLevel = z.infer<typeof CaseLevel>;

/** What came of a complaint. */
export const CaseResolution = z.enum(['upheld', 'partly_upheld', 'not_upheld', 'no_fault_found']);
export type CaseResolution = z.infer<typeof CaseResolution>;

const about = {
  caseId: Id.describe('The case.'),
  category: SnakeCode.describe('What it is about, by the country’s list.'),
  areaCode: AreaCode,
  householdId: Id.optional(),
  applicationId: Id.optional(),
  paymentId: Id.optional(),
};
const level = CaseLevel.describe('Who has to act now.');
const resolveBy = Instant.describe('When it must be resolved.');
const key = (data: { caseId: string }) => data.caseId;

export const CaseFiled = defineEvent('grievances.case.filed.v1', {
  summary: 'A complaint was filed. Sensitive cases are never published here.',
  key,
  data: z.object({
    ...about,
    channel: CaseChannel,
    anonymous: z.boolean(),
    level,
    acknowledgeBy: Instant.describe('When an officer must have taken it on.'),
    resolveBy,
  }),
});

export const CaseAssigned = defineEvent('grievances.case.assigned.v1', {
  summary: 'An officer has the case.',
  key,
  data: z.object({ ...about, level, assignedTo: ActorId, resolveBy }),
});

export const CaseEscalated = defineEvent('grievances.case.escalated.v1', {
  summary: 'A deadline passed, or an officer asked: the next level has to act.',
  key,
  data: z.object({ ...about, fromLevel: CaseLevel, level, resolveBy, overdue: z.boolean() }),
});

export const CaseResolved = defineEvent('grievances.case.resolved.v1', {
  summary: 'An answer was found and given.',
  key,
  data: z.object({ ...about, level, resolution: CaseResolution, onTime: z.boolean() }),
});

export const CaseClosed = defineEvent('grievances.case.closed.v1', {
  summary: 'Nothing more is to be done; the case was resolved or withdrawn.',
  key,
  data: z.object({ ...about, level, withdrawn: z.boolean() }),
});
