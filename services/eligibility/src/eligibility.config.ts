import { serviceConfig, timeZone } from '@janela/platform';
import type { z } from 'zod';

/** The environment that eligibility understands. It has no jobs, and so no use for Redis. */
export const EligibilityConfig = serviceConfig('eligibility', { port: 8102 })
  .omit({ JANELA_REDIS_URL: true })
  .extend({
    JANELA_TIME_ZONE: timeZone()
      .default('Africa/Lusaka')
      .describe('By whose calendar a day begins, and people grow old'),
  });
export type EligibilityConfig = z.infer<typeof EligibilityConfig>;
