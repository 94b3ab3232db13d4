import { addMonths, dateIn } from '@janela/kernel';
import { z } from 'zod';

import { functioningShape } from '../codes/functioning.ts';
import { DatePrecision, MaritalStatus, Relationship, Sex, Work } from '../codes/people.ts';
import { PastDate } from '../values/dates.ts';
import { line } from '../values/text.ts';

/** The longest that a person is taken to have lived, in months. */
const longestLifeMonths = 130 * 12;

/** A telephone number as people write it; the register keeps it as the country's data say (E.164), or refuses it. */
export const Phone = line(40).describe('Such as 0971 234 567 or +260971234567.');

/** A birth that is not in the future and not longer ago than people live. */
export const BirthDate = PastDate.refine((date) => date >= addMonths(dateIn('UTC', new Date()), -longestLifeMonths), {
  error: 'lies more than 130 years back',
  params: { code: 'date_too_early' },
});

/** A kind of official number, named after its country: `ZM-NRC`. */
export const IdentifierTypeCode = z
  .string()
  .regex(/^[A-Z]{2}-[A-Z0-9]{2,20}$/)
  .describe('Such as ZM-NRC.');
export type IdentifierTypeCode = z.infer<typeof IdentifierTypeCode>;

/** An official number as people write it. Which types there are, and what their values look like, the country's data say. */
export const Identifier = z.strictObject({ type: IdentifierTypeCode, value: line(64) });
export type Identifier = z.infer<typeof Identifier>;

/** A name has letters, in whatever script: a date or a number in its place is a column that has slipped. */
const name = line(100).refine((text) => text === '' || /\p{L}/u.test(text), {
  error: 'has no letters',
  params: { code: 'name_without_letters' },
});

/** What a member of a household says about themselves, or another says for them. */
export const memberShape = {
  givenNames: name,
  familyName: name,
  sex: Sex,
  bornOn: BirthDate,
  bornOnPrecision: DatePrecision.optional().describe('How much of the birth date is known; all of it when left out.'),
  relationship: Relationship,
  identifiers: z
    .array(Identifier)
    .max(10)
    .refine((all) => new Set(all.map(({ type }) => type)).size === all.length, {
      error: 'names a type twice',
      params: { code: 'listed_twice' },
    })
    .optional(),
  phone: Phone.optional(),
  maritalStatus: MaritalStatus.optional(),
  functioning: z.strictObject(functioningShape).optional(),
  chronicIllness: z.boolean().optional(),
  palliativeCare: z.boolean().optional(),
  pregnant: z.boolean().optional(),
  attendsSchool: z.boolean().optional(),
  work: Work.optional(),
  insured: z.boolean().optional(),
};

export const MemberInput = z.strictObject(memberShape);
export type MemberInput = z.infer<typeof MemberInput>;
