import { AreaOutOfReach } from './access.errors.ts';
import type { AppError } from './app-error.ts';
import {
  AlreadyExists,
  BreaksRule,
  Busy,
  DatabaseUnreachable,
  Overlaps,
  RefersToNothing,
  TooSlow,
  UnstorableValue,
} from './refusals.ts';
import { codeOf, type ErrorLike, isTransientState, isUnreachable, ownError } from './transient.ts';

const soon = { headers: { 'retry-after': '1' } };
const later = { headers: { 'retry-after': '5' } };

const bySqlState: Record<string, () => AppError> = {
  '23505': () => new AlreadyExists(),
  '23P01': () => new Overlaps(),
  '23503': () => new RefersToNothing(),
  '23514': () => new BreaksRule(),
  '23502': () => new BreaksRule(),
  '40001': () => new Busy(undefined, soon),
  '40P01': () => new Busy(undefined, soon),
  '55P03': () => new Busy(undefined, soon),
  '57014': () => new TooSlow(undefined, later),
};

const bySqlStateClass: Record<string, () => AppError> = { '22': () => new UnstorableValue() };

/**
 * Returns the refusal that a failure of the database amounts to, or undefined when it is a bug of ours (a missing table, a forbidden
 * statement). Nothing of the database's own message, which quotes values, goes into it.
 */
export function databaseRefusal(error: unknown): AppError | undefined {
  const cause = ownError(error);
  if (!cause) return undefined;
  const code = codeOf(cause);
  if (isUnreachable(cause)) return new DatabaseUnreachable(undefined, later);
  if (isRowLevelSecurity(cause)) return new AreaOutOfReach();
  if (!/^[0-9A-Z]{5}$/.test(code)) return undefined;
  const refusal = bySqlState[code] ?? bySqlStateClass[code.slice(0, 2)];
  if (refusal) return refusal();
  return isTransientState(code) ? new DatabaseUnreachable(undefined, later) : undefined;
}

/** 42501 is also "permission denied for table", which is a bug; only the routine distinguishes the two in every language. */
function isRowLevelSecurity(cause: ErrorLike): boolean {
  return codeOf(cause) === '42501' && cause.routine === 'ExecWithCheckOptions';
}
