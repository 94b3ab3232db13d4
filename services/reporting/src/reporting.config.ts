import { serviceConfig, wholeNumber } from '@janela/platform';
import type { z } from 'zod';

/** The environment that reporting understands. */
export const ReportingConfig = serviceConfig('reporting', { port: 8105 }).extend({
  JANELA_PENSION_AGE: wholeNumber(50, 80).default(65).describe('Age from which people count as older persons'),
  JANELA_MINIMUM_CELL: wholeNumber(1, 1000)
    .default(10)
    .describe('The fewest people who do not agree to statistics that a total may show'),
  JANELA_CHILD_AGE: wholeNumber(10, 21).default(18).describe('Age from which people no longer count as children'),
});
export type ReportingConfig = z.infer<typeof ReportingConfig>;
