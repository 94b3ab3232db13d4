import type { RegisterHousehold } from '@janela/contracts';

import type { Fingerprints } from './form-fingerprints.ts';

/** The form of one household in a file, which has passed the checks. */
export interface Entry {
  ref: string;
  /** The first of its lines in the file. */
  line: number;
  form: RegisterHousehold;
  prints: Fingerprints;
}
