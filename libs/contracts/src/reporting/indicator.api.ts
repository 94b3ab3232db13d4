import { z } from 'zod';

import { LocalText } from '../eligibility/rule-set.ts';

/** An indicator that can be asked for, and what it means. `GET /v1/indicators`, `GET /v1/indicators/{code}` */
export const Indicator = z.object({
  code: z.string(),
  title: LocalText,
  definition: z.strictObject({ en: z.string().min(1), pt: z.string().min(1), fr: z.string().min(1) }),
  custodian: z.string(),
  partOf: z.string().optional().describe('The indicator of which it is a series.'),
  ageGroup: z.string().optional().describe('As SDMX writes it.'),
});
export type Indicator = z.infer<typeof Indicator>;
