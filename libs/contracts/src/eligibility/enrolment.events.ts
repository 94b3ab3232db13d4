import { z } from 'zod';

import { defineEvent } from '../event.ts';
import { maxMembers } from '../registry/household-facts.ts';
import { AreaCode } from '../values/area.ts';
import { PlainDate } from '../values/dates.ts';
import { Id, ProgrammeCode } from '../values/identity.ts';
import { Entitlement } from './entitlement.ts';

/** Why an enrolment is what it is now. */
export const EnrolmentReason = z.enum([
  'approved',
  'place_free',
  'quota_full',
  'household_changed',
  'member_died',
  'member_left',
  'moved',
  'rule_changed',
  'aged_out',
  'recertified',
  'recertification_due',
  'case_open',
  'case_resolved',
  'appeal_upheld',
  'payment_returned',
  'contribution_missing',
  'no_longer_eligible',
  'graduated',
  'own_request',
  'duplicate',
  'duplicate_suspected',
  'no_consent',
  'household_closed',
  'programme_retired',
  'officer_decision',
]);
export type EnrolmentReason = z.infer<typeof EnrolmentReason>;

const enrolment = {
  enrolmentId: Id.describe('The enrolment.'),
  programmeId: Id,
  programme: ProgrammeCode,
  householdId: Id,
  personId: Id.optional().describe('The person, where the programme covers persons.'),
  areaCode: AreaCode,
  reason: EnrolmentReason,
};
const live = {
  ...enrolment,
  applicationId: Id,
  programmeVersion: z.int().min(1).describe('The version that gave the entitlement.'),
  coveredPersonIds: z.array(Id).min(1).max(maxMembers).describe('Everybody who counts as covered.'),
  entitlement: Entitlement.optional().describe('Absent where being a member is the cover, and nothing is paid out.'),
  from: PlainDate.describe('The first day for which this holds.'),
};
const key = (data: { enrolmentId: string }) => data.enrolmentId;

export const EnrolmentStarted = defineEvent('eligibility.enrolment.started.v1', {
  summary: 'A household or a person is in a programme from a day on, with this entitlement.',
  key,
  data: z.object(live),
});

export const EnrolmentChanged = defineEvent('eligibility.enrolment.changed.v1', {
  summary: 'Who is covered, or what is due, is different from a day on.',
  key,
  data: z.object(live),
});

export const EnrolmentSuspended = defineEvent('eligibility.enrolment.suspended.v1', {
  summary: 'Nothing is due from a day on until the enrolment is resumed.',
  key,
  data: z.object({
    ...enrolment,
    from: PlainDate,
    until: PlainDate.optional().describe('When it is to be looked at again.'),
  }),
});

export const EnrolmentResumed = defineEvent('eligibility.enrolment.resumed.v1', {
  summary: 'A suspended enrolment is live again from a day on.',
  key,
  data: z.object({ ...enrolment, from: PlainDate }),
});

export const EnrolmentWaitlisted = defineEvent('eligibility.enrolment.waitlisted.v1', {
  summary: 'Approved, but the quota of the area is full: it waits for a place.',
  key,
  data: z.object({ ...enrolment, applicationId: Id, from: PlainDate }),
});

export const EnrolmentEnded = defineEvent('eligibility.enrolment.ended.v1', {
  summary: 'The enrolment is over; nothing is due from this day on.',
  key,
  data: z.object({ ...enrolment, from: PlainDate.describe('The first day without cover.') }),
});
