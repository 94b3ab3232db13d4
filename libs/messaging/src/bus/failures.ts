import { AppError, isTransient } from '@janela/platform';

/**
 * What to do about an error: wait and try again for as long as it takes (`transient`), give up at once (`permanent`), or try
 * a few times and then give up, since it is probably a bug (`unexpected`).
 */
export type Failure = 'transient' | 'permanent' | 'unexpected';

/** Returns what to do about an error, judged by its class and code, never by what it says about the event. */
export function failureOf(error: unknown): Failure {
  if (error instanceof AppError) return 'permanent';
  return isTransient(error) ? 'transient' : 'unexpected';
}
