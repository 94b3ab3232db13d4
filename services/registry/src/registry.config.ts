import { serviceConfig, wholeNumber } from '@janela/platform';
import type { z } from 'zod';

/** No configuration takes larger files than this. */
export const maxImportBytes = 1024 * 1024 * 1024;

export const RegistryConfig = serviceConfig('registry', { port: 8101 }).extend({
  JANELA_IMPORT_MAX_BYTES: wholeNumber(1_000, maxImportBytes)
    .default(256 * 1024 * 1024)
    .describe('Size of the largest file that may be imported, in bytes'),
});
export type RegistryConfig = z.infer<typeof RegistryConfig>;
