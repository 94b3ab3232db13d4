import { inDevelopment, serviceConfig, wholeNumber } from '@janela/platform';
import type { z } from 'zod';

const weekSeconds = 604_800;

/** The environment that payments understands. */
export const PaymentsConfig = serviceConfig('payments', { port: 8103 }).extend({
  JANELA_SILENCE_SECONDS: inDevelopment(
    wholeNumber(1, weekSeconds).describe('How long a provider may say nothing before a payment counts as unknown'),
    '10',
  ),
  JANELA_ENQUIRIES: wholeNumber(0, 50)
    .default(8)
    .describe('How often a silent provider is asked, each time after twice as long, before it is left to a person'),
  JANELA_DISPATCH_BATCH: wholeNumber(1, 50_000)
    .default(10_000)
    .describe('Payments that are sent to a provider in one transaction'),
});
export type PaymentsConfig = z.infer<typeof PaymentsConfig>;
