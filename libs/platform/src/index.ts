export type { Tx } from './database.ts';
