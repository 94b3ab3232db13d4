import { everywhere, isAreaCode } from '@janela/kernel';
import { z } from 'zod';

/** An OCHA P-code, such as `ZM104011`. Whether there is such an area, the registry knows. */
export const AreaCode = z
  .string()
  .regex(/^[A-Z]{2,3}[0-9A-Z]{0,17}$/)
  .meta({ title: 'area code', description: 'The area, by its OCHA P-code.' });
export type AreaCode = z.infer<typeof AreaCode>;

/** An area code from outside: one that its country could have issued. */
export const GivenAreaCode = AreaCode.refine(isAreaCode, {
  error: 'is not an area code',
  params: { code: 'area_malformed' },
});

/** What a caller may see: an area with all that lies in it, or `*` for everything. */
export const AreaScope = z.union([AreaCode, z.literal(everywhere)]);
export type AreaScope = z.infer<typeof AreaScope>;
