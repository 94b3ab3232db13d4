import { appErrors } from '../errors/app-errors.ts';

export const {
  IdempotencyKeyMissing,
  IdempotencyKeyMalformed,
  IdempotencyKeyReused,
  StillRunning,
  KeyVoid,
  KeyDone,
  CannotAsk,
} = appErrors('idempotency', {
  IdempotencyKeyMissing: [400, 'key_missing', 'This address takes an Idempotency-Key, so that trying again is safe'],
  IdempotencyKeyMalformed: [400, 'key_malformed', 'An Idempotency-Key has 1 to 128 visible ASCII characters'],
  IdempotencyKeyReused: [422, 'key_reused', 'This Idempotency-Key was used for another request'],
  StillRunning: [409, 'still_running', 'The same request is still being worked on; ask again'],
  KeyVoid: [409, 'key_void', 'Nothing was done under this Idempotency-Key, and nothing will be'],
  KeyDone: [409, 'key_done', 'What was sent with this Idempotency-Key was done; its answer cannot be given again'],
  CannotAsk: [400, 'cannot_ask', 'Idempotency-Ask goes with an Idempotency-Key, to an address that takes one'],
});
