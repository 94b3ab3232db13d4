import { z } from 'zod';

import { written } from '../values/text.ts';
import { SnakeCode, Condition, LocalText, Standing } from './rule-set.ts';

/**
 * An answer that a household may fit, with its points for each line of the scorecard, in the order of `lines`. The last of a
 * question may do without `when`: it then stands for every household that fits none before it.
 */
export const ScorecardAnswer = z.strictObject({
  title: LocalText,
  when: Condition.optional(),
  points: z.array(z.int()).min(1),
});
export type ScorecardAnswer = z.infer<typeof ScorecardAnswer>;

/** A question: the first of its answers that fits gives the points. Where none is sure to fit, the points are not known. */
export const ScorecardQuestion = z.strictObject({
  code: SnakeCode,
  title: LocalText,
  answers: z.array(ScorecardAnswer).min(2).max(30),
});
export type ScorecardQuestion = z.infer<typeof ScorecardQuestion>;

/**
 * A proxy means test as published: points for answers, added up, and a table from points to likelihood. `lookup` holds for
 * each line the likelihood in thousandths (985 is 98.5 %) at 0, 1, 2 … points; a sum beyond either end counts as that end.
 */
export const Scorecard = z.strictObject({
  code: SnakeCode,
  names: LocalText,
  publisher: written(300),
  publishedOn: z.string().regex(/^\d{4}(-\d{2})?$/),
  status: Standing,
  source: written(300),
  lines: z
    .array(z.strictObject({ code: SnakeCode, title: LocalText }))
    .min(1)
    .max(30),
  questions: z.array(ScorecardQuestion).min(1).max(50),
  lookup: z.record(SnakeCode, z.array(z.int().min(0).max(1000)).min(1).max(1000)),
});
export type Scorecard = z.infer<typeof Scorecard>;

/** The scorecard that a route is about. */
export const ScorecardParam = z.strictObject({ code: SnakeCode });
export type ScorecardParam = z.infer<typeof ScorecardParam>;
