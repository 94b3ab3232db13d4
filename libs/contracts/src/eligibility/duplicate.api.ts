import { z } from 'zod';

import { DuplicateEvidence } from '../registry/person.events.ts';
import { PlainDate } from '../values/dates.ts';
import { Id, ProgrammeCode } from '../values/identity.ts';
import { enrolmentStates } from './enrolment.states.ts';
import { LocalText } from './rule-set.ts';

/** Where a person or a household stands in a programme: applied for and not decided, waiting for a place, or in it. */
export const ProgrammeStanding = z.object({
  programme: ProgrammeCode,
  title: LocalText,
  state: z.enum(['applied', ...enrolmentStates.states]),
  since: PlainDate.optional().describe('The first day of the enrolment.'),
  householdId: Id,
  personId: Id.optional().describe('The person, where the programme covers persons.'),
});
export type ProgrammeStanding = z.infer<typeof ProgrammeStanding>;

/** A person who, as the register says, may be one and the same as another. */
export const SuspectedDuplicate = z.object({
  duplicateId: Id,
  personId: Id,
  otherPersonId: Id,
  otherHouseholdId: Id,
  registeredFirst: z.boolean().describe('Whether this person was in the register before the other.'),
  matchedOn: z.array(DuplicateEvidence),
  weight: z.number().describe('How likely it is that they are one, 0 to 1.'),
  enrolledIn: z
    .array(ProgrammeStanding)
    .describe('The programmes in which the other is, waits or has applied, 20 at most.'),
  needsReason: z
    .boolean()
    .describe(
      'They share an official number, and the other is in the same programme or has died: to approve needs a reason.',
    ),
  otherDied: z.boolean().describe('It is registered that the other has died.'),
});
export type SuspectedDuplicate = z.infer<typeof SuspectedDuplicate>;

/** The most suspicions that one application or enrolment shows; those that need a reason come first. */
export const maxSuspectedDuplicates = 20;
