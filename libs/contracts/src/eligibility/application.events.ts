import { z } from 'zod';

import { defineEvent } from '../event.ts';
import { AreaCode } from '../values/area.ts';
import { PlainDate } from '../values/dates.ts';
import { ActorId, Id, ProgrammeCode } from '../values/identity.ts';
import { Entitlement } from './entitlement.ts';
import { Determination, Reasons } from './reason.ts';

/** Who it is about: a household, and one of its people where the programme covers persons. */
export const Subject = z.object({ householdId: Id, personId: Id.optional() });
export type Subject = z.infer<typeof Subject>;

/** What an officer can decide. */
export const DecisionOutcome = z.enum(['approved', 'refused']);
export type DecisionOutcome = z.infer<typeof DecisionOutcome>;

const application = {
  applicationId: Id.describe('The application.'),
  subject: Subject,
  areaCode: AreaCode,
  programmeId: Id,
  programme: ProgrammeCode,
  programmeVersion: z.int().min(1).describe('The version of the programme by which it is judged.'),
};
const key = (data: { applicationId: string }) => data.applicationId;

export const ApplicationSubmitted = defineEvent('eligibility.application.submitted.v1', {
  summary: 'A household or a person applied for a programme.',
  key,
  data: z.object({ ...application, submittedBy: ActorId }),
});

export const ApplicationRecommended = defineEvent('eligibility.application.recommended.v1', {
  summary: 'The rules gave their answer, with a reason for each criterion. It is a recommendation; an officer decides.',
  key,
  data: z.object({
    ...application,
    asOf: PlainDate.describe('The day for which ages and durations were computed.'),
    outcome: Determination,
    reasons: Reasons,
    entitlement: Entitlement.optional(),
  }),
});

export const ApplicationDecided = defineEvent('eligibility.application.decided.v1', {
  summary: 'An officer decided an application. The reasons are those that lay before the officer.',
  key,
  data: z.object({
    ...application,
    outcome: DecisionOutcome,
    recommended: Determination.describe('What the rules had said.'),
    reasons: Reasons,
    decidedBy: ActorId.describe('Must not decide an appeal against it.'),
  }),
});
