import { z } from 'zod';

import { AreaCode, GivenAreaCode } from '../values/area.ts';
import { Instant, PlainDate } from '../values/dates.ts';
import { Id, ProgrammeCode } from '../values/identity.ts';
import { listQuery } from '../values/page.ts';
import { paragraph } from '../values/text.ts';
import { SuspectedDuplicate } from './duplicate.api.ts';
import { EnrolmentReason } from './enrolment.events.ts';
import { enrolmentStates } from './enrolment.states.ts';
import { Entitlement } from './entitlement.ts';
import { LocalText } from './rule-set.ts';

export const Enrolment = z.object({
  id: Id,
  version: z.int().describe('Also the ETag; to be sent with every change.'),
  state: z.enum(enrolmentStates.states),
  reason: EnrolmentReason,
  householdId: Id,
  personId: Id.optional(),
  coveredPersonIds: z.array(Id),
  areaCode: AreaCode,
  programmeId: Id,
  programme: ProgrammeCode,
  title: LocalText,
  programmeVersion: z.int(),
  applicationId: Id,
  entitlement: Entitlement.optional(),
  from: PlainDate.optional().describe('The first day; not there while it waits for a place.'),
  to: PlainDate.optional().describe('The last day.'),
  suspendedUntil: PlainDate.optional(),
  suspectedDuplicates: z.array(SuspectedDuplicate).describe('Of those whom it covers; 20 at most.'),
});
export type Enrolment = z.infer<typeof Enrolment>;

/** `GET /v1/enrolments`; a household or a programme is given. */
export const ListEnrolments = listQuery({
  householdId: Id.optional(),
  programme: ProgrammeCode.optional(),
  state: z.enum(enrolmentStates.states).optional(),
});
export type ListEnrolments = z.infer<typeof ListEnrolments>;

/** Why an officer may stop an enrolment for a while. */
export const SuspensionReason = EnrolmentReason.extract([
  'recertification_due',
  'case_open',
  'payment_returned',
  'contribution_missing',
  'household_changed',
  'moved',
  'own_request',
  'officer_decision',
]);
export type SuspensionReason = z.infer<typeof SuspensionReason>;

/** Why it may go on. */
export const ResumptionReason = EnrolmentReason.extract([
  'recertified',
  'case_resolved',
  'appeal_upheld',
  'household_changed',
  'own_request',
  'officer_decision',
]);
export type ResumptionReason = z.infer<typeof ResumptionReason>;

/** Why an officer may end it. What follows from the register, such as a death, the service does by itself. */
export const EndReason = EnrolmentReason.extract([
  'no_longer_eligible',
  'graduated',
  'own_request',
  'duplicate',
  'moved',
  'member_died',
  'aged_out',
  'officer_decision',
]);
export type EndReason = z.infer<typeof EndReason>;

const note = paragraph(1000).optional();
const from = PlainDate.optional().describe('Today when left out; never later.');

/** `POST /v1/enrolments/{id}/suspend` */
export const SuspendEnrolment = z.strictObject({
  reason: SuspensionReason,
  from,
  until: PlainDate.optional().describe('When it is to be looked at again.'),
  note,
});
export type SuspendEnrolment = z.infer<typeof SuspendEnrolment>;

/** `POST /v1/enrolments/{id}/resume` */
export const ResumeEnrolment = z.strictObject({
  reason: ResumptionReason,
  from,
  note,
  duplicateReason: paragraph(2000)
    .optional()
    .describe('Why another person of the same official number may be in the programme as well; needed where one is.'),
});
export type ResumeEnrolment = z.infer<typeof ResumeEnrolment>;

/** `POST /v1/enrolments/{id}/end` */
export const EndEnrolment = z.strictObject({ reason: EndReason, from, note });
export type EndEnrolment = z.infer<typeof EndEnrolment>;

/** `GET /v1/waiting-lists` */
export const ListWaitingPlaces = listQuery({ programme: ProgrammeCode.optional(), areaCode: GivenAreaCode.optional() });
export type ListWaitingPlaces = z.infer<typeof ListWaitingPlaces>;

/** A place in the queue of an area, in the published order; it can be shown to anyone, for it names no one. */
export const WaitingPlace = z.object({
  place: z.int().min(1),
  enrolmentId: Id,
  householdId: Id,
  personId: Id.optional(),
  areaCode: AreaCode.describe('The area whose quota is full.'),
  programme: ProgrammeCode,
  rank: z.array(z.number().nullable()).describe('The values by which it is ordered, as the programme lists them.'),
  waitingSince: Instant,
});
export type WaitingPlace = z.infer<typeof WaitingPlace>;
