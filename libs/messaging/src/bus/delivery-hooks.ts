/**
 * The seams where a process may die, one between every two steps whose order a promise rests on. They exist for the fault
 * tests, which give functions that kill the process or wait; a service gives none and pays nothing.
 */
export interface DeliveryHooks {
  /** Rows are read, nothing is sent. */
  beforePublish?(): void | Promise<void>;
  /** The broker has confirmed, the rows are still there. */
  afterPublish?(): void | Promise<void>;
  /** A handler (or all of a slice) has run, its transaction is open. */
  afterHandle?(eventIds: readonly string[]): void | Promise<void>;
  /** The transaction is committed, the broker does not know. */
  afterCommit?(eventIds: readonly string[]): void | Promise<void>;
}
