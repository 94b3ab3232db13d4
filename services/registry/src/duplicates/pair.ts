import type { Similarity } from './similarity.ts';

/** A person, and what shows who was registered first. */
export interface Entered {
  personId: string;
  householdId: string;
  /** Of the household. */
  number: string;
}

/** Two people who may be one. */
export interface Pair extends Similarity {
  people: [Entered, Entered];
}
