import { Scorecard } from '@janela/contracts';

import { pointerTo } from '../language/json-pointer.ts';
import type { Vocabulary } from '../language/vocabulary.ts';
import { checkCondition } from './check-condition.ts';
import { malformed, problem, type Problem, sizeProblems } from './problem.ts';

/** Everything that is wrong with a scorecard; nothing, when rule sets may read it. */
export function checkScorecard(json: unknown, vocabulary: Vocabulary): Problem[] {
  const tooMuch = sizeProblems(json);
  if (tooMuch.length > 0) return tooMuch;
  const { data: scorecard, error } = Scorecard.safeParse(json);
  if (error) return malformed(error);
  return [...answerProblems(scorecard, vocabulary), ...lookupProblems(scorecard)];
}

function answerProblems({ questions, lines }: Scorecard, vocabulary: Vocabulary): Problem[] {
  const problems: Problem[] = [];
  const context = {
    vocabulary,
    report: (each: Problem) => problems.push(each),
    unit: 'household',
    money: false,
    amongMembers: false,
    scorecards: false,
    criterion: 'closed',
  } as const;
  questions.forEach(({ answers }, question) =>
    answers.forEach(({ when, points }, answer) => {
      const at = pointerTo('/questions', question, 'answers', answer);
      if (when) checkCondition(when, `${at}/when`, context);
      else if (answer < answers.length - 1) {
        problems.push(problem(at, 'answer_unreachable', 'What follows an answer for all others never counts.'));
      }
      if (points.length !== lines.length) {
        problems.push(problem(`${at}/points`, 'points_incomplete', `There must be points for ${lines.length} lines.`));
      }
    }),
  );
  return problems;
}

/** The published tables go from no points to the most that there can be, without a gap. */
function lookupProblems({ lines, lookup }: Scorecard): Problem[] {
  const lengths = new Set(lines.map(({ code }) => lookup[code]?.length));
  const missing = lines.filter(({ code }) => !lookup[code]).map(({ code }) => code);
  if (missing.length > 0) {
    return [problem('/lookup', 'lookup_incomplete', `There is no table for ${missing.join(', ')}.`)];
  }
  if (lengths.size === 1) return [];
  return [problem('/lookup', 'lookup_incomplete', 'The tables of the lines do not go equally far.')];
}
