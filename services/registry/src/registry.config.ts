import { inDevelopment, serviceConfig } from '@janela/platform';
import { z } from 'zod';

function timeZone() {
  return z.string().refine(isTimeZone, 'must be a time zone like Africa/Lusaka');
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

export const RegistryConfig = serviceConfig('registry', { port: 8101 }).extend({
  JANELA_TIME_ZONE: inDevelopment(timeZone().describe('Time zone in which days begin and end'), 'Africa/Lusaka'),
});
export type RegistryConfig = z.infer<typeof RegistryConfig>;
