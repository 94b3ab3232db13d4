import { z } from 'zod';

import { DatePrecision, Sex } from '../codes/people.ts';
import { AreaCode, GivenAreaCode } from '../values/area.ts';
import { PlainDate } from '../values/dates.ts';
import { Id } from '../values/identity.ts';

/** A name of 201 characters, with accents that stand as characters of their own, and a birth. */
const text = z.string().max(800).optional();

/** `GET /v1/people`. `q` is what was typed into the one search box; the others say what they are. */
export const SearchPeople = z.strictObject({
  q: text,
  name: text,
  number: z.string().max(60).optional(),
  identifier: z.string().max(64).optional(),
  phone: z.string().max(40).optional(),
  bornOn: z.string().max(40).optional().describe('A day, a month or a year: 1949-08-16, 16/08/1949, 08/1949, 1949.'),
  areaCode: GivenAreaCode.optional(),
});
export type SearchPeople = z.infer<typeof SearchPeople>;

/** A person who was found, with what the search matched. Numbers are not shown here; they are, masked, in the household. */
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

/** What a search found, the most likely first. There are no further pages: where `more` is true, the search is to be narrowed. */
export const PeopleFound = z.object({
  items: z.array(PersonFound),
  next: z.null(),
  more: z.boolean().describe('More people fit than are shown.'),
});
export type PeopleFound = z.infer<typeof PeopleFound>;
