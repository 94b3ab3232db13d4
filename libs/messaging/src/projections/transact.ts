import type { Tx } from '@janela/platform';

/** Runs work in a transaction of the service's own database. */
export type Transact = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;
