import { z } from 'zod';

import { provenance } from './provenance.ts';

/** A row of `names.csv`: a given name of women or of men, or a family name, and how often it is met beside the others. */
export const Name = z.strictObject({
  language: z.string().regex(/^[a-z]+$/),
  use: z.enum(['female', 'male', 'family']),
  name: z.string().min(2).max(40),
  weight: z.coerce.number().positive(),
  ...provenance,
});
export type Name = z.infer<typeof Name>;
