import type { SentChange } from './change.ts';
import { Refused, SignedOut, Unreachable } from './problem.ts';

/** What says for certain that nothing comes of a key: it is given up, or the address takes none and guards itself. */
export const settled: ReadonlySet<string> = new Set(['idempotency.key_void', 'idempotency.cannot_ask']);

export const isStillRunning = (error: unknown) =>
  error instanceof Refused && error.problem.code === 'idempotency.still_running';

/** Whether nothing is known about what happened: no answer, the gateway's word that none came, or a fault on the other side. */
export const isSilence = (error: unknown) =>
  error instanceof Unreachable || (error instanceof Refused && error.problem.status >= 500) || isStillRunning(error);

/**
 * Whether a refusal comes from before the place where the key is looked up: the login has expired, the right is gone, or there was
 * too much. What the first try did is as unknown as before. To a question only an answer about the key counts.
 */
export function saysNothingOfFirst(error: unknown, { isQuestion }: Pick<SentChange<unknown>, 'isQuestion'>): boolean {
  if (error instanceof SignedOut) return true;
  if (!(error instanceof Refused)) return true;
  const { status, code } = error.problem;
  if (isQuestion) return !settled.has(code) && code !== 'idempotency.key_done';
  return [401, 403, 408, 429].includes(status);
}

/** Whether a change that was tried again is refused because what it was made on is another by now: by the first try, or by another person. */
export const hasMovedOn = (error: unknown) => error instanceof Refused && error.problem.status === 412;
