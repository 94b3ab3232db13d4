import { AppError } from '@janela/platform';
import { QueryFailedError } from 'typeorm';

/**
 * What to do about an error: wait and try again for as long as it takes (`transient`), give up at once (`permanent`), or try
 * a few times and then give up, since it is probably a bug (`unexpected`).
 */
export type Failure = 'transient' | 'permanent' | 'unexpected';

/** SQLSTATEs of a database that is away, restarting, full, or that asks for another try. */
const transientStates = /^(08|53|57|58|40001$|40P01$|55P03$|55006$|25P03$|25P04$)/;
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

/** Judges an error by its class and code, never by what it says about the event. */
export function failureOf(error: unknown): Failure {
  if (error instanceof AppError) return 'permanent';
  const cause = causeOf(error);
  if (!cause) return 'unexpected';
  const code = typeof cause.code === 'string' ? cause.code : '';
  if (transientCodes.has(code) || transientStates.test(code) || lostConnection.test(cause.message)) return 'transient';
  if (cause.name === 'AbortError' || cause.name === 'TimeoutError') return 'transient';
  return cause.cause !== undefined && cause.cause !== cause ? failureOf(cause.cause) : 'unexpected';
}

/** An error in words that are safe in a log: its class and code. A message may quote the event. */
export function nameOf(error: unknown): string {
  const cause = causeOf(error);
  if (!cause) return typeof error;
  return typeof cause.code === 'string' ? `${cause.name} ${cause.code}` : cause.name;
}

interface ErrorLike {
  readonly name: string;
  readonly message: string;
  readonly code?: unknown;
  readonly cause?: unknown;
}

/** The driver's error inside TypeORM's, or the error itself; by its looks, since not all that Node throws is an `Error`. */
function causeOf(error: unknown): ErrorLike | undefined {
  const cause = error instanceof QueryFailedError ? (error.driverError as unknown) : error;
  return typeof cause === 'object' && cause !== null && 'name' in cause && 'message' in cause
    ? (cause as ErrorLike)
    : undefined;
}
