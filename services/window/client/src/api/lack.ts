import type { Lack } from './name.words.ts';
import { Refused } from './problem.ts';

/** How asking for some names has gone. */
export interface AskedFor {
  /** Whether this reader may ask at all. */
  may: boolean;
  isThere: boolean;
  error: Error | null;
}

/** Why a name is not among those that came: it is still asked for, it is not this reader's to see, or no answer came. */
export function lackOf({ may, isThere, error }: AskedFor): Lack {
  if (!may || isThere) return 'not yours';
  if (error === null) return 'loading';
  return error instanceof Refused && error.problem.status === 403 ? 'not yours' : 'not loaded';
}
