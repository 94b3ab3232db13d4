import { appError } from '../errors/app-error.ts';

export class IdempotencyKeyMissing extends appError(
  'idempotency.key_missing',
  400,
  'This address takes an Idempotency-Key, so that trying again is safe',
) {}
export class IdempotencyKeyMalformed extends appError(
  'idempotency.key_malformed',
  400,
  'An Idempotency-Key has 1 to 128 visible ASCII characters',
) {}
export class IdempotencyKeyReused extends appError(
  'idempotency.key_reused',
  422,
  'This Idempotency-Key was used for another request',
) {}
export class StillRunning extends appError(
  'idempotency.still_running',
  409,
  'The same request is still being worked on; ask again',
) {}
