import type { Determination } from '@janela/contracts';
import type { PlainDate } from '@janela/kernel';

import type { FactValue } from '../facts/define-fact.ts';
import type { Truth } from '../values/truth.ts';

/**
 * What a rule set says of one snapshot of facts. It holds no words: `explain` puts it into any language, today or in ten years, from
 * the rule set that gave it. It recommends; an officer decides.
 */
export interface Verdict {
  readonly ruleSet: string;
  readonly version: number;
  readonly asOf: PlainDate;
  readonly outcome: Determination;
  /** Every criterion, each before those inside it. */
  readonly criteria: readonly CriterionAnswer[];
}

export interface CriterionAnswer {
  readonly criterion: string;
  /** The criterion around it, where there is one. */
  readonly within?: string;
  readonly met: Truth;
  /** What each of its own questions saw, in order. */
  readonly observed: readonly Observation[];
}

/** The question at a JSON pointer of the rule set: its answer, and the values that gave it. */
export interface Observation {
  readonly at: string;
  readonly met: Truth;
  /** The value on the left; of a question about members, how many of them there are of whom it is true. */
  readonly seen: FactValue;
  /** The value on the right, where it is not written in the rule itself. */
  readonly against?: FactValue;
}

export function outcomeOf(truth: Truth): Determination {
  if (truth === null) return 'needs_review';
  return truth ? 'eligible' : 'ineligible';
}
