import { z } from 'zod';

import { AreaCode, GivenAreaCode } from '../values/area.ts';
import { PlainDate } from '../values/dates.ts';
import { line } from '../values/text.ts';

/** An area, with the days on which it existed. */
export const Area = z.object({
  code: AreaCode,
  level: z.int().min(0).max(5),
  name: z.string(),
  parent: AreaCode.optional(),
  validFrom: PlainDate,
  validTo: PlainDate.optional(),
});
export type Area = z.infer<typeof Area>;

/** `PUT /v1/areas/{code}`: what stays unsaid follows from the code. */
export const PublishArea = z.strictObject({
  code: GivenAreaCode,
  name: line(100),
  validFrom: PlainDate,
  validTo: PlainDate.optional(),
});
export type PublishArea = z.infer<typeof PublishArea>;
