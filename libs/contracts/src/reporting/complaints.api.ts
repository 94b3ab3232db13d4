import { z } from 'zod';

import { AreaCode, GivenAreaCode } from '../values/area.ts';
import { PlainDate } from '../values/dates.ts';

const filed = z.int();
const figures = { resolved: z.int(), resolvedOnTime: z.int() };

/**
 * `GET /v1/complaints`: how complaints fared that were filed in an area between two days, both included. Who complains is not
 * asked about statistics, so nothing is shown of fewer complaints than the minimum cell.
 */
export const ComplaintFigures = z.object({
  areaCode: AreaCode,
  from: PlainDate,
  to: PlainDate,
  totals: z
    .object({ filed, ...figures, withdrawn: z.int(), open: z.int() })
    .optional()
    .describe('Not there where there are some, but too few to be shown.'),
  byCategory: z
    .array(z.object({ category: z.string(), filed, ...figures }))
    .describe('Those of which there are enough to be shown, and that do not give the others away.'),
  withheld: z.boolean().describe('Whether something is not shown because it is of too few.'),
  sensitive: z.int().optional().describe('All there ever were, in the country; only for who works on them.'),
});
export type ComplaintFigures = z.infer<typeof ComplaintFigures>;

/** The query of `GET /v1/complaints`. */
export const ComplaintsQuery = z.strictObject({
  areaCode: GivenAreaCode.optional(),
  from: PlainDate.optional(),
  to: PlainDate.optional(),
});
export type ComplaintsQuery = z.infer<typeof ComplaintsQuery>;
