import { serviceConfig } from '@janela/platform';
import type { z } from 'zod';

/** The environment that eligibility understands. It has no jobs, and so no use for Redis. */
export const EligibilityConfig = serviceConfig('eligibility', { port: 8102 }).omit({ JANELA_REDIS_URL: true });
export type EligibilityConfig = z.infer<typeof EligibilityConfig>;
