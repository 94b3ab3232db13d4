import { z } from 'zod';

import { GivenAreaCode } from '../values/area.ts';
import { Instant } from '../values/dates.ts';
import { Id } from '../values/identity.ts';
import { listQuery } from '../values/page.ts';
import { paragraph } from '../values/text.ts';
import { PossibleDuplicate, RegisteredElsewhere } from './household.api.ts';
import { maxMembers } from './household-facts.ts';
import { MemberInput } from './member.api.ts';
import { DuplicateEvidence } from './person.events.ts';

/** `POST /v1/people/possible-duplicates`: who of these may be in the register already. Nothing is saved. */
export const FindPossibleDuplicates = z.strictObject({
  areaCode: GivenAreaCode,
  members: z.array(MemberInput).min(1).max(maxMembers),
});
export type FindPossibleDuplicates = z.infer<typeof FindPossibleDuplicates>;

/** The answer to it, the likeliest first, as that to a registration. */
export const PossibleDuplicates = z.object({
  possibleDuplicates: z.array(PossibleDuplicate),
  registeredElsewhere: RegisteredElsewhere,
});
export type PossibleDuplicates = z.infer<typeof PossibleDuplicates>;

export const duplicateStates = ['open', 'dismissed'] as const;

/** `GET /v1/duplicates` */
export const ListDuplicates = listQuery({ state: z.enum(duplicateStates).optional(), importId: Id.optional() });
export type ListDuplicates = z.infer<typeof ListDuplicates>;

/** `GET /v1/households/{id}/duplicates` */
export const ListHouseholdDuplicates = listQuery({});
export type ListHouseholdDuplicates = z.infer<typeof ListHouseholdDuplicates>;

/** Two entries of the register that look like one person, the one that was registered first before the other. */
export const Duplicate = z.object({
  id: Id,
  state: z.enum(duplicateStates),
  people: z
    .array(
      z.object({
        personId: Id,
        householdId: Id,
        number: z.string().optional().describe('The number of the household; left out where it is out of reach.'),
      }),
    )
    .length(2),
  matchedOn: z.array(DuplicateEvidence),
  weight: z.number().min(0).max(1).describe('How likely it is that they are one.'),
  suspectedAt: Instant,
  dismissedAt: Instant.optional(),
  dismissedBy: z.string().optional().describe('The name of who found that they are two people.'),
  reason: z.string().optional(),
});
export type Duplicate = z.infer<typeof Duplicate>;

/** `POST /v1/duplicates/{id}/dismiss` */
export const DismissDuplicate = z.strictObject({ reason: paragraph(1000) });
export type DismissDuplicate = z.infer<typeof DismissDuplicate>;
