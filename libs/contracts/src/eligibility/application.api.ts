import { z } from 'zod';

import { AreaCode } from '../values/area.ts';
import { Instant, PlainDate } from '../values/dates.ts';
import { Id, ProgrammeCode } from '../values/identity.ts';
import { listQuery } from '../values/page.ts';
import { paragraph } from '../values/text.ts';
import { DecisionOutcome } from './application.events.ts';
import { applicationStates } from './application.states.ts';
import { ProgrammeStanding, SuspectedDuplicate } from './duplicate.api.ts';
import { Entitlement } from './entitlement.ts';
import { Determination, MissingFact, Reason } from './reason.ts';
import { LocalText } from './rule-set.ts';

/** `POST /v1/applications`: for a household, or for a person where the programme covers persons. */
export const SubmitApplication = z
  .strictObject({ householdId: Id.optional(), personId: Id.optional(), programme: ProgrammeCode })
  .refine(({ householdId, personId }) => (householdId === undefined) !== (personId === undefined), {
    error: 'is for a household or for a person: give one of the two',
    params: { code: 'subject_not_clear' },
  });
export type SubmitApplication = z.infer<typeof SubmitApplication>;

/** `POST /v1/applications/{id}/decision`. Deciding against the recommendation needs a reason. */
export const DecideApplication = z.strictObject({
  outcome: DecisionOutcome,
  reason: paragraph(2000).optional(),
  duplicateReason: paragraph(2000)
    .optional()
    .describe('Why it is approved although a person of the same official number may be in the programme already.'),
});
export type DecideApplication = z.infer<typeof DecideApplication>;

/** `GET /v1/applications`; at least one of the two is given. */
export const ListApplications = listQuery({
  state: z.enum(applicationStates.states).optional(),
  householdId: Id.optional(),
});
export type ListApplications = z.infer<typeof ListApplications>;

/** What the rules said of an application, frozen with the version that said it. */
export const Recommendation = z.object({
  outcome: Determination,
  asOf: PlainDate,
  programmeVersion: z.int(),
  reasons: z.array(Reason),
  entitlement: Entitlement.optional(),
  amountKnown: z
    .boolean()
    .describe('False while the programme would pay but how much cannot be computed; it cannot be approved then.'),
  amountMissing: z.array(MissingFact).optional().describe('What is not known and the amount depends on.'),
});
export type Recommendation = z.infer<typeof Recommendation>;

/** What the officer said. */
export const Decision = z.object({
  outcome: DecisionOutcome,
  reason: z.string().optional(),
  duplicateReason: z.string().optional(),
  decidedBy: z.string().describe('The name of the officer.'),
  decidedAt: Instant,
});
export type Decision = z.infer<typeof Decision>;

export const Application = z.object({
  id: Id,
  version: z.int().describe('Also the ETag; to be sent with every change.'),
  state: z.enum(applicationStates.states),
  householdId: Id,
  personId: Id.optional(),
  areaCode: AreaCode,
  programmeId: Id,
  programme: ProgrammeCode,
  title: LocalText,
  recommendation: Recommendation.optional().describe(
    'Not there yet while the facts of the household have not arrived.',
  ),
  decision: Decision.optional().describe('The one that holds; not there while it is open again.'),
  earlierDecisions: z.array(Decision).describe('Those that an appeal has undone, the oldest first.'),
  enrolmentId: Id.optional(),
  mayBeJudged: z
    .boolean()
    .describe(
      'Whether the household allows its data to be used for it today. While it does not, nothing can be approved.',
    ),
  suspectedDuplicates: z.array(SuspectedDuplicate).describe('Of those for whom it is; 20 at most.'),
  household: z.object({
    alreadyReceives: z
      .array(ProgrammeStanding.extend({ entitlement: Entitlement.optional() }))
      .describe('In which other programmes the household and its people are or wait; 20 at most.'),
  }),
  handledByIds: z
    .array(z.string())
    .describe('Who took it in, registered the household or asked for its payee, and so cannot decide it.'),
  submittedBy: z.string().describe('The name of who took it in.'),
  submittedAt: Instant,
});
export type Application = z.infer<typeof Application>;
