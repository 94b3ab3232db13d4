import { z } from 'zod';

import { defineEvent } from '../event.ts';
import { AreaCode } from '../values/area.ts';
import { PlainDate } from '../values/dates.ts';

export const AreaPublished = defineEvent('registry.area.published.v1', {
  summary: 'An area entered the register of areas, or what is known of it changed. The last one holds.',
  key: ({ code }) => code,
  data: z.object({
    code: AreaCode,
    level: z.int().min(0).max(5).describe('0 the country, 1 its largest areas, and so on down.'),
    name: z.string().min(1).max(100).describe('The name of the place.'),
    parent: AreaCode.optional().describe('The area in which it lies; a country has none.'),
    validFrom: PlainDate,
    validTo: PlainDate.optional().describe('The last day on which it existed.'),
  }),
});
