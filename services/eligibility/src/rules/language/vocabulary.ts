import type { Scorecard } from '@janela/contracts';

import { factCatalogue } from '../facts/catalogue.ts';
import type { Fact } from '../facts/define-fact.ts';

/** What a rule set can speak of: the facts that there are, and the country's scorecards, by code. */
export interface Vocabulary {
  readonly facts: ReadonlyMap<string, Fact>;
  readonly scorecards: ReadonlyMap<string, Scorecard>;
}

/** Returns the vocabulary of these scorecards over these facts; over the whole catalogue when none are given. */
export function vocabularyOf(
  scorecards: readonly Scorecard[] = [],
  facts: readonly Fact[] = factCatalogue,
): Vocabulary {
  return {
    facts: new Map(facts.map((fact) => [fact.code, fact])),
    scorecards: new Map(scorecards.map((scorecard) => [scorecard.code, scorecard])),
  };
}
