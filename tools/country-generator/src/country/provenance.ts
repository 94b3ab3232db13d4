import { z } from 'zod';

/** `sourced`: a named document says so. `illustrative`: a stand-in, to be confirmed before real use. */
export const Standing = z.enum(['sourced', 'illustrative']);
export type Standing = z.infer<typeof Standing>;

/** What every fact of a country carries: a key of its `sources.json`, and how far it may be trusted. */
export const provenance = { source: z.string().min(1), status: Standing };

/** A text in each language. */
export const LocalText = z.strictObject({ en: z.string().min(1), pt: z.string().min(1), fr: z.string().min(1) });
export type LocalText = z.infer<typeof LocalText>;

/** A document or person that facts come from. */
export const Source = z.strictObject({
  title: z.string().min(1),
  publisher: z.string().min(1),
  year: z.int().min(1900).max(2100),
  where: z.string().min(1),
  licence: z.string().optional(),
  note: z.string().optional(),
});
export type Source = z.infer<typeof Source>;

export const Sources = z.record(z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/), Source);
export type Sources = z.infer<typeof Sources>;
