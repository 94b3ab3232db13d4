import { z } from 'zod';

import { line } from '../values/text.ts';
import { IdentifierTypeCode } from './member.api.ts';

/**
 * How an official number looks, as a regular expression of few means: characters, classes of them, and how often (`[0-9]{6}`),
 * from the first to the last. No groups and no alternatives, so that no number takes long to compare.
 */
const plainPattern = /^\^(?:(?:\[[^[\]\\^]+\]|[A-Za-z0-9/ -])(?:\{\d{1,2}(?:,\d{1,2})?\})?)+\$$/;
const maxVaryingLengths = 3;

export const IdentifierPattern = z
  .string()
  .max(100)
  .regex(plainPattern)
  .refine((pattern) => (pattern.match(/\{\d+,\d+\}/g) ?? []).length <= maxVaryingLengths && isPattern(pattern), {
    error: 'is not a pattern of characters and how often',
    params: { code: 'pattern_malformed' },
  });

/** Whether an example is as its pattern says; of what is no pattern nothing can be said. */
export function fitsPattern({ pattern, example }: { pattern: string; example: string }): boolean {
  return !isPattern(pattern) || new RegExp(pattern, 'u').test(example);
}

const shortLine = line(100);

/** `PUT /v1/identifier-types/{type}`: a kind of official number that a country has. */
export const PublishIdentifierType = z
  .strictObject({
    name: z.strictObject({ en: shortLine, pt: shortLine, fr: shortLine }),
    pattern: IdentifierPattern,
    example: line(64),
    unique: z.boolean().describe('Whether a number belongs to one person only.'),
  })
  .refine(fitsPattern, { path: ['example'], error: 'does not fit the pattern', params: { code: 'example_unfit' } });
export type PublishIdentifierType = z.infer<typeof PublishIdentifierType>;

/** The kind of official number in the route. */
export const IdentifierTypeParam = z.strictObject({ type: IdentifierTypeCode });
export type IdentifierTypeParam = z.infer<typeof IdentifierTypeParam>;

/** A kind of official number, as the register answers. */
export const IdentifierType = z.object({ type: IdentifierTypeCode, ...PublishIdentifierType.shape });
export type IdentifierType = z.infer<typeof IdentifierType>;

function isPattern(text: string): boolean {
  try {
    return new RegExp(text, 'u').source !== '';
  } catch {
    return false;
  }
}
