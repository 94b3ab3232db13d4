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
  phone: z.strictObject({ pattern: Pattern, example: z.string(), ...provenance }),
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
