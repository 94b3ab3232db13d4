import { AppError, refusalOf } from '@janela/platform';
import { QueryFailedError } from 'typeorm';

import { isReferenceTaken } from '../../households/reference-taken.ts';

/** From here on an answer speaks of the moment and not of the household: the same work may go well later. */
const passing = 500;

/**
 * The code under which a household is left out because of what happened when it was written; undefined where it is not the
 * household's fault, so that the work is tried again.
 */
export function refusalCodeOf(error: unknown): string | undefined {
  if (isReferenceTaken(error)) return 'duplicate_reference';
  if (isOurs(error)) return 'household_refused';
  const { code, status } = refusalOf(error);
  return status >= passing ? undefined : code.replace(/^[a-z]+\./, '');
}

/** Our own mistake, such as an event that says more than its contract lets it: it costs this household and no other. */
function isOurs(error: unknown): boolean {
  if (error instanceof AppError) return error.code.startsWith('messaging.');
  return error instanceof Error && !(error instanceof QueryFailedError) && refusalOf(error).status === passing;
}
