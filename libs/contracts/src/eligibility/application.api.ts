import { z } from 'zod';

import { AreaCode } from '../values/area.ts';
import { Instant, PlainDate } from '../values/dates.ts';
import { Id, ProgrammeCode } from '../values/identity.ts';
import { paragraph } from '../values/text.ts';
import { DecisionOutcome } from './application.events.ts';
import { applicationStates } from './application.states.ts';
import { Entitlement } from './entitlement.ts';
import { Determination, Reason } from './reason.ts';
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
export const DecideApplication = z.strictObject({ outcome: DecisionOutcome, reason: paragraph(2000).optional() });
export type DecideApplication = z.infer<typeof DecideApplication>;

/** What the rules said of an application, frozen with the version that said it. */
export const Recommendation = z.object({
  outcome: Determination,
  asOf: PlainDate,
  programmeVersion: z.int(),
  reasons: z.array(Reason),
  entitlement: Entitlement.optional(),
  amountKnown: z
    .boolean()
    .describe('False while the programme would pay but how much cannot be reckoned; it cannot be approved then.'),
});
export type Recommendation = z.infer<typeof Recommendation>;

/** What the officer said. */
export const Decision = z.object({
  outcome: DecisionOutcome,
  reason: z.string().optional(),
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
  submittedBy: z.string().describe('The name of who took it in.'),
  submittedAt: Instant,
});
export type Application = z.infer<typeof Application>;
