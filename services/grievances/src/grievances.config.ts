import { serviceConfig, wholeNumber } from '@janela/platform';
import type { z } from 'zod';

export const GrievancesConfig = serviceConfig('grievances', { port: 8104 }).extend({
  JANELA_PROXY_HOPS: wholeNumber(0, 5)
    .default(0)
    .describe('Proxies of our own in front of this service, whose X-Forwarded-For is trusted; the window is one'),
  JANELA_TRACKING_MISSES: wholeNumber(1, 100_000)
    .default(20)
    .describe('Tracking numbers that do not exist which one address may try in a minute'),
});
export type GrievancesConfig = z.infer<typeof GrievancesConfig>;
