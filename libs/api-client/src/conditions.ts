/** What a request that changes something may say about itself. */
export interface Conditions {
  /** The version that the change was made on; a later one is refused with 412. */
  version?: number | undefined;
  /** The same key gives the first answer again. */
  idempotencyKey?: string | undefined;
}

/** Returns the headers that say so. */
export function conditions({ version, idempotencyKey }: Conditions): Record<string, string> {
  return {
    ...(version !== undefined && { 'if-match': `"${version}"` }),
    ...(idempotencyKey && { 'idempotency-key': idempotencyKey }),
  };
}
