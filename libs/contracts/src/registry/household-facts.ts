import { z } from 'zod';

import { Asset } from '../codes/assets.ts';
import { ConsentPurpose } from '../codes/consent.ts';
import { dwellingShape } from '../codes/dwelling.ts';
import { functioningShape } from '../codes/functioning.ts';
import { DatePrecision, MaritalStatus, Relationship, Sex, Work } from '../codes/people.ts';
import { PlainDate } from '../values/dates.ts';
import { Id } from '../values/identity.ts';

/** The most members that a household can have. */
export const maxMembers = 60;

/** What may be known of a person without knowing who it is. What is left out is not known; it never means no. */
export const MemberFacts = z.object({
  personId: Id,
  sex: Sex,
  bornOn: PlainDate.describe('Day of birth; unknown parts stand as 01.'),
  bornOnPrecision: DatePrecision.describe('How much of the day of birth is known.'),
  relationship: Relationship.describe('What the person is to the head of the household.'),
  maritalStatus: MaritalStatus.optional(),
  functioning: z
    .object(functioningShape)
    .optional()
    .describe('Washington Group Short Set, 1 no difficulty to 4 cannot.'),
  chronicIllness: z.boolean().optional(),
  palliativeCare: z.boolean().optional(),
  pregnant: z.boolean().optional(),
  attendsSchool: z.boolean().optional(),
  work: Work.optional().describe('What the person mostly does.'),
  insured: z.boolean().optional().describe('Pays into a social insurance, or is covered by one.'),
});
export type MemberFacts = z.infer<typeof MemberFacts>;

/** All that other services may know of a household: no name, no number to call, nowhere to find it but its area. */
export const HouseholdFacts = z.object({
  size: z.int().min(1).max(maxMembers).describe('Living members.'),
  members: z.array(MemberFacts).min(1).max(maxMembers),
  residence: z
    .object({
      since: PlainDate.optional().describe('Since when the household has lived in its area.'),
      urban: z.boolean().optional(),
    })
    .optional(),
  dwelling: z.object(dwellingShape).optional(),
  assets: z
    .array(Asset)
    .max(Asset.options.length)
    .optional()
    .describe('Complete when given: what is not in it is not there.'),
  consumption: z
    .object({ dairyInTwoWeeks: z.boolean().optional().describe('Milk or food made of it in the last two weeks.') })
    .optional(),
  consentedPurposes: z
    .array(ConsentPurpose)
    .max(ConsentPurpose.options.length)
    .optional()
    .describe('What the household allows its data to be used for today. Left out, it allows nothing.'),
});
export type HouseholdFacts = z.infer<typeof HouseholdFacts>;
