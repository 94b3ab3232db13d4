import { z } from 'zod';

import { DatePrecision, Sex } from '../codes/people.ts';
import { AreaCode } from '../values/area.ts';
import { PlainDate } from '../values/dates.ts';
import { Id } from '../values/identity.ts';

/** Somebody who was found, with what the search matched. Numbers are not shown here; they are, masked, in the household. */
export const PersonFound = z.object({
  personId: Id,
  householdId: Id,
  householdNumber: z.string(),
  givenNames: z.string(),
  familyName: z.string(),
  sex: Sex,
  bornOn: PlainDate,
  bornOnPrecision: DatePrecision,
  areaCode: AreaCode,
  diedOn: PlainDate.optional(),
  matched: z.array(z.enum(['number', 'identifier', 'phone', 'name', 'sounds_like_name', 'birth_date', 'birth_year'])),
});
export type PersonFound = z.infer<typeof PersonFound>;

/** What a search found, the most likely first. Nobody pages through the register: when there is more, say more. */
export const PeopleFound = z.object({
  items: z.array(PersonFound),
  next: z.null(),
  more: z.boolean().describe('More people fit than are shown.'),
});
export type PeopleFound = z.infer<typeof PeopleFound>;
