import type { PlainDate } from '@janela/kernel';

import { factCatalogue } from './catalogue.ts';
import type { Household } from './household.ts';
import { type FactSnapshot, readFacts } from './read-facts.ts';

/** Returns everything that rules may ask of a household on a day, and of the person who is judged where there is one. */
export function snapshotOf(household: Household, asOf: PlainDate, personId?: string): FactSnapshot {
  return readFacts(factCatalogue, household, asOf, personId);
}
