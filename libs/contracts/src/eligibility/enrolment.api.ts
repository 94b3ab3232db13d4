import { z } from 'zod';

import { AreaCode } from '../values/area.ts';
import { Instant, PlainDate } from '../values/dates.ts';
import { Id, ProgrammeCode } from '../values/identity.ts';
import { paragraph } from '../values/text.ts';
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
});
export type Enrolment = z.infer<typeof Enrolment>;

const note = paragraph(1000).optional();

/** `POST /v1/enrolments/{id}/suspend` */
export const SuspendEnrolment = z.strictObject({
  reason: EnrolmentReason,
  from: PlainDate.optional().describe('Today when left out.'),
  until: PlainDate.optional(),
  note,
});
export type SuspendEnrolment = z.infer<typeof SuspendEnrolment>;

/** `POST /v1/enrolments/{id}/resume` */
export const ResumeEnrolment = z.strictObject({ reason: EnrolmentReason, from: PlainDate.optional(), note });
export type ResumeEnrolment = z.infer<typeof ResumeEnrolment>;

/** `POST /v1/enrolments/{id}/end` */
export const EndEnrolment = z.strictObject({ reason: EnrolmentReason, from: PlainDate.optional(), note });
export type EndEnrolment = z.infer<typeof EndEnrolment>;

/** A place in the queue of an area, in the published order; it can be shown to anyone, for it names nobody. */
export const WaitingPlace = z.object({
  place: z.int().min(1),
  enrolmentId: Id,
  householdId: Id,
  areaCode: AreaCode.describe('The area whose quota is full.'),
  programme: ProgrammeCode,
  rank: z.array(z.number().nullable()).describe('The values by which it is ordered, as the programme lists them.'),
  waitingSince: Instant,
});
export type WaitingPlace = z.infer<typeof WaitingPlace>;
