import type { EntityManager } from 'typeorm';

/** An open transaction; the first argument of every function that writes. */
export type Tx = EntityManager;
