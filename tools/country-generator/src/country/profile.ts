import { z } from 'zod';

import { LocalText, provenance } from './provenance.ts';

/** A text that must itself be a regular expression. */
const Pattern = z.string().refine(isPattern, 'is not a regular expression');

/** A kind of identity document: its form, and from what age a person can have one. */
export const IdentifierType = z
  .strictObject({
    type: z.string().regex(/^[A-Z]{2}-[A-Z]+$/),
    name: LocalText,
    pattern: Pattern,
    example: z.string(),
    fromAge: z.int().min(0).max(120),
    checkDigit: z.enum(['none', 'luhn', 'mod97']),
    unique: z.boolean(),
    ...provenance,
  })
  .refine(({ pattern, example }) => !isPattern(pattern) || new RegExp(pattern).test(example), 'example does not fit');
export type IdentifierType = z.infer<typeof IdentifierType>;

/** A regular expression of few means, as the register takes it: characters, classes of them, and how often. */
const PlainPattern = Pattern.regex(/^\^(?:(?:\[[^[\]\\^]+\]|[A-Za-z0-9/ -])(?:\{\d{1,2}(?:,\d{1,2})?\})?)+\$$/);

/** Telephone numbers: the whole of one, and its parts, so that the register can read what people leave out. */
const Telephone = z.strictObject({
  pattern: Pattern,
  example: z.string(),
  prefix: z.string().regex(/^\+[1-9]\d{0,3}$/),
  /** What is dialled before a number within the country. */
  trunk: z.string().regex(/^\d{0,3}$/),
  /** Numbers without prefix and trunk. */
  mobile: z.array(PlainPattern).min(1),
  fixed: z.array(PlainPattern),
  ...provenance,
});
export type Telephone = z.infer<typeof Telephone>;

/** How the account of a channel is written, of one provider or of all: as a telephone, or as a number of its own. */
const Account = z
  .strictObject({
    channel: z.string().min(1),
    provider: z.string().min(1).optional(),
    kind: z.enum(['telephone', 'number']),
    pattern: PlainPattern.optional(),
    example: z.string().optional(),
    ...provenance,
  })
  .refine(({ kind, pattern, example }) => (kind === 'number') === (pattern !== undefined && example !== undefined), {
    error: 'has a pattern and an example when it is a number',
  })
  .refine(
    ({ pattern, example }) => !pattern || !isPattern(pattern) || new RegExp(pattern).test(example ?? ''),
    'example does not fit',
  );

const Holiday = z.strictObject({ on: z.iso.date(), name: z.string().min(1) });

/** `country.json`: what is true of the country as a whole. */
export const Profile = z.strictObject({
  code: z.string().regex(/^[A-Z]{2}$/),
  iso3: z.string().regex(/^[A-Z]{3}$/),
  name: LocalText,
  timeZone: z.string().regex(/^[A-Z][A-Za-z]+\/[A-Za-z_]+$/),
  currency: z.strictObject({
    code: z.string().regex(/^[A-Z]{3}$/),
    symbol: z.string().min(1),
    minorUnits: z.int().min(0).max(4),
    ...provenance,
  }),
  languages: z
    .array(
      z.strictObject({
        code: z.string().regex(/^[a-z]{2,3}$/),
        name: z.string().min(1),
        official: z.boolean(),
        ...provenance,
      }),
    )
    .min(1),
  areaLevels: z.array(z.strictObject({ level: z.string().regex(/^[a-z_]+$/), name: LocalText })).min(1),
  phone: Telephone,
  accounts: z.array(Account),
  identifierTypes: z.array(IdentifierType).min(1),
  institutions: z.array(
    z.strictObject({
      code: z.string().regex(/^[A-Z]+$/),
      name: z.string().min(1),
      role: z.enum(['social_assistance', 'social_insurance', 'health_insurance', 'statistics']),
      ...provenance,
    }),
  ),
  calendar: z.strictObject({
    weekend: z.array(z.enum(['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'])),
    holidays: z.array(Holiday).min(1),
    ...provenance,
  }),
});
export type Profile = z.infer<typeof Profile>;

function isPattern(text: string): boolean {
  try {
    new RegExp(text);
    return true;
  } catch {
    return false;
  }
}
