import { QueryFailedError } from 'typeorm';

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

const bySqlStateClass: Record<string, () => AppError> = {
  '08': () => new DatabaseUnreachable(undefined, later),
  '22': () => new UnstorableValue(),
};

const unreachable = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN']);
// pg gives these two no code of their own.
const lostConnection = /^(Connection terminated|timeout exceeded when trying to connect)/;

/**
 * The refusal that a failure of the database amounts to, or undefined when it is a bug of ours (a missing table, a forbidden
 * statement). Nothing of the database's own message, which quotes values, goes into it.
 */
export function databaseRefusal(error: unknown): AppError | undefined {
  const cause = driverError(error);
  const code = cause && 'code' in cause && typeof cause.code === 'string' ? cause.code : '';
  if (isConnectionTrouble(cause, code)) return new DatabaseUnreachable(undefined, later);
  if (isRowLevelSecurity(cause, code)) return new AreaOutOfReach();
  if (!/^[0-9A-Z]{5}$/.test(code)) return undefined;
  return (bySqlState[code] ?? bySqlStateClass[code.slice(0, 2)])?.();
}

function driverError(error: unknown): Error | undefined {
  if (error instanceof QueryFailedError) return error.driverError;
  return error instanceof Error ? error : undefined;
}

/** Whatever ends a session, or keeps one from beginning, is FATAL. */
function isConnectionTrouble(cause: Error | undefined, code: string): boolean {
  const fatal = cause !== undefined && 'severity' in cause && cause.severity === 'FATAL';
  return fatal || unreachable.has(code) || lostConnection.test(cause?.message ?? '');
}

/** 42501 is also "permission denied for table", which is a bug; only the routine tells the two apart in every language. */
function isRowLevelSecurity(cause: Error | undefined, code: string): boolean {
  return code === '42501' && cause !== undefined && 'routine' in cause && cause.routine === 'ExecWithCheckOptions';
}
