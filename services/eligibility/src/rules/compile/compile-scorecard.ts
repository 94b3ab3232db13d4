import type { Scorecard, ScorecardQuestion, Term } from '@janela/contracts';
import { invariant } from '@janela/kernel';

import type { Scope } from '../language/scope.ts';
import type { Vocabulary } from '../language/vocabulary.ts';
import { type Computed, type Interval, intervalOf } from '../values/interval.ts';
import { compileCondition } from './compile-condition.ts';

type ScorecardTerm = Extract<Term, { scorecard: string }>;

/**
 * Compiles the reading of one line of a scorecard: its points, or the likelihood in thousandths that its table gives for them.
 * While an answer is missing, the points are a span over what could have been answered, and so is the likelihood.
 */
export function compileScorecard(
  { scorecard: code, line: lineCode, read }: ScorecardTerm,
  vocabulary: Vocabulary,
): (scope: Scope) => Computed {
  const scorecard = vocabulary.scorecards.get(code);
  invariant(scorecard, `the checker lets only scorecards pass that there are, not ${code}`);
  const line = scorecard.lines.findIndex((each) => each.code === lineCode);
  const questions = scorecard.questions.map((question) => compileQuestion(question, line, vocabulary));
  const points = (scope: Scope) => addUp(questions.map((question) => question(scope)));
  if (read === 'points') return points;
  const lookup = lookupOf(scorecard, lineCode);
  return (scope) => likelihoodOf(points(scope), lookup);
}

function lookupOf(scorecard: Scorecard, line: string): readonly number[] {
  const lookup = scorecard.lookup[line];
  invariant(lookup && lookup.length > 0, `the checker lets only scorecards pass that have a table for ${line}`);
  return lookup;
}

/** Returns the points of the answers that may be the first to fit; not known when it may be that none fits. */
function compileQuestion({ answers }: ScorecardQuestion, line: number, vocabulary: Vocabulary) {
  const compiled = answers.map(({ when, points }) => ({
    fits: when ? compileCondition(when, vocabulary) : () => true,
    points: points[line] ?? Number.NaN,
  }));
  return (scope: Scope): Computed => {
    let [least, most] = [Infinity, -Infinity];
    for (const { fits, points } of compiled) {
      const truth = fits(scope);
      if (truth === false) continue;
      least = Math.min(least, points);
      most = Math.max(most, points);
      if (truth === true) return intervalOf(least, most);
    }
    return null;
  };
}

function addUp(parts: readonly Computed[]): Computed {
  let [least, most] = [0, 0];
  for (const part of parts) {
    if (!part) return null;
    least += part.least;
    most += part.most;
  }
  return intervalOf(least, most);
}

function likelihoodOf(points: Computed, lookup: readonly number[]): Computed {
  if (!points) return null;
  const { least, most }: Interval = { least: clamp(points.least, lookup), most: clamp(points.most, lookup) };
  const possible = lookup.slice(least, most + 1);
  return intervalOf(Math.min(...possible), Math.max(...possible));
}

function clamp(points: number, lookup: readonly number[]): number {
  return Math.max(0, Math.min(lookup.length - 1, points));
}
