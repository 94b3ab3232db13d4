import { z } from 'zod';

import { SdgComponent } from '../eligibility/programme.ts';
import { AreaCode, GivenAreaCode } from '../values/area.ts';
import { PlainDate } from '../values/dates.ts';

/** Sex as SDMX writes it: both, female, male. */
export const SdgSex = z.enum(['_T', 'F', 'M']);
export type SdgSex = z.infer<typeof SdgSex>;

/** One figure of SDG 1.3.1, with all that is needed to compute it again. */
export const SdgRow = z.object({
  series: SdgComponent,
  areaCode: AreaCode,
  sex: SdgSex,
  ageGroup: z.string().describe('As SDMX writes it: `_T` for all, `Y_GE65`, `Y0T17`.'),
  numerator: z.int().nullable().describe('Persons covered, each counted once.'),
  denominator: z.int().nullable().describe('Persons who should be.'),
  value: z.number().nullable().describe('Per cent; null when it cannot be computed, and `note` says why.'),
  unit: z.literal('PT'),
  asOf: PlainDate,
  basis: z.string().describe('Who counts as covered: the recipient, or everyone in the household.'),
  definition: z.string(),
  denominatorSource: z.string(),
  query: z.string().describe('The SQL that gave the numerator.'),
  note: z.string().optional(),
});
export type SdgRow = z.infer<typeof SdgRow>;

/** `GET /v1/sdg/1.3.1` */
export const SdgTable = z.object({ items: z.array(SdgRow), asOf: PlainDate, areaCode: AreaCode });
export type SdgTable = z.infer<typeof SdgTable>;

/** The query of `GET /v1/sdg/1.3.1`. `format` does what the Accept header does, for links, which have none. */
export const SdgQuery = z.strictObject({
  areaCode: GivenAreaCode.optional(),
  asOf: PlainDate.optional(),
  format: z.string().max(40).optional(),
});
export type SdgQuery = z.infer<typeof SdgQuery>;
