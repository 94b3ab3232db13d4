import type { EntityManager } from 'typeorm';

/** An open transaction. Whoever writes takes it as the first argument. */
export type Tx = EntityManager;
