import { serviceConfig, wholeNumber } from '@janela/platform';
import { z } from 'zod';

/** The environment that the pretend payment company understands. It does not start in production. */
export const ProviderSandboxConfig = serviceConfig('provider-sandbox', { port: 8190 }).extend({
  JANELA_MODE: z
    .enum(['development', 'demonstration'], 'must be development or demonstration: no one is really paid here')
    .describe('How strict to be; there is no pretending in production'),
  JANELA_LATE_SECONDS: wholeNumber(0, 86_400)
    .default(5)
    .describe('How long it takes to pay where it pays after a delay'),
});
export type ProviderSandboxConfig = z.infer<typeof ProviderSandboxConfig>;
