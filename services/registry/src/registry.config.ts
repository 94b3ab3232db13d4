import { inDevelopment, serviceConfig, wholeNumber } from '@janela/platform';
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

/** No configuration takes larger files than this. */
export const maxImportBytes = 1024 * 1024 * 1024;

export const RegistryConfig = serviceConfig('registry', { port: 8101 }).extend({
  JANELA_IMPORT_MAX_BYTES: wholeNumber(1_000, maxImportBytes)
    .default(256 * 1024 * 1024)
    .describe('Size of the largest file that may be imported, in bytes'),
  JANELA_TIME_ZONE: inDevelopment(timeZone().describe('Time zone in which days begin and end'), 'Africa/Lusaka'),
});
export type RegistryConfig = z.infer<typeof RegistryConfig>;
