import { z } from 'zod';

import { AreaCode, GivenAreaCode } from '../values/area.ts';
import { PlainDate } from '../values/dates.ts';
import { listQuery } from '../values/page.ts';
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

/** One area of `POST /v1/areas`: what stays unsaid, its level and the area it lies in, follows from the code. */
export const PublishArea = z
  .strictObject({ code: GivenAreaCode, name: line(100), validFrom: PlainDate, validTo: PlainDate.optional() })
  .refine(({ validFrom, validTo }) => validTo === undefined || validTo >= validFrom, {
    path: ['validTo'],
    error: 'lies before the first day',
    params: { code: 'date_before_start' },
  });
export type PublishArea = z.infer<typeof PublishArea>;

/** The most areas that one request may publish. */
export const maxAreasAtOnce = 2000;

/** `POST /v1/areas`, in any order. The same request a second time changes nothing. */
export const PublishAreas = z.strictObject({
  areas: z
    .array(PublishArea)
    .min(1)
    .max(maxAreasAtOnce)
    .refine((areas) => new Set(areas.map(({ code }) => code)).size === areas.length, {
      error: 'names an area twice',
      params: { code: 'listed_twice' },
    }),
});
export type PublishAreas = z.infer<typeof PublishAreas>;

/** The answer to it: how many areas are new or different, and how many were there already, exactly so. */
export const PublishedAreas = z.object({ published: z.int(), unchanged: z.int() });
export type PublishedAreas = z.infer<typeof PublishedAreas>;

/** `GET /v1/areas` */
export const ListAreas = listQuery({
  under: GivenAreaCode.optional(),
  level: z
    .string()
    .regex(/^[0-5]$/)
    .transform(Number)
    .optional(),
  on: PlainDate.optional(),
});
export type ListAreas = z.infer<typeof ListAreas>;
