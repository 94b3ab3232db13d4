import { QueryFailedError } from 'typeorm';

/** SQLSTATEs of a database that is away, restarting or full, or that asks for another try. */
const transientStates = /^(08|53|57|58|40001$|40P01$|55P03$|55006$|25P03$|25P04$)/;

/** Codes of a network or server that may be there again soon. */
const transientCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_SOCKET',
]);

/** pg and TypeORM say these in words only. */
const lostConnection =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Query read timeout|Driver not Connected|Cannot use a pool after)/;

/** What is read of an error: not all that Node throws is an `Error`. */
export interface ErrorLike {
  readonly name: string;
  readonly message: string;
  readonly code?: unknown;
  readonly severity?: unknown;
  readonly routine?: unknown;
  readonly cause?: unknown;
}

/** Returns whether an error may pass by itself, so that the same work is worth another try. Judged by class and code only. */
export function isTransient(error: unknown): boolean {
  const own = ownError(error);
  if (!own) return false;
  if (isUnreachable(own) || transientStates.test(codeOf(own))) return true;
  if (own.name === 'AbortError' || own.name === 'TimeoutError') return true;
  return own.cause !== undefined && own.cause !== own && isTransient(own.cause);
}

/** Returns whether the error means that a server cannot be reached. What ends a database session, or prevents one, is FATAL. */
export function isUnreachable(error: ErrorLike): boolean {
  return error.severity === 'FATAL' || transientCodes.has(codeOf(error)) || lostConnection.test(error.message);
}

/** Returns whether the database says by its SQLSTATE that the same work is worth another try. */
export const isTransientState = (code: string): boolean => transientStates.test(code);

/** Returns an error as class and code, which are safe in a log: a message may quote a person. */
export function errorName(error: unknown): string {
  const own = ownError(error);
  if (!own) return typeof error;
  const code = codeOf(own);
  return code === '' ? own.name : `${own.name} ${code}`;
}

/** Returns the driver's error inside TypeORM's, or the error itself; undefined when what was thrown is no error. */
export function ownError(error: unknown): ErrorLike | undefined {
  const own = error instanceof QueryFailedError ? (error.driverError as unknown) : error;
  return typeof own === 'object' && own !== null && 'name' in own && 'message' in own ? (own as ErrorLike) : undefined;
}

export const codeOf = ({ code }: ErrorLike): string => (typeof code === 'string' ? code : '');
