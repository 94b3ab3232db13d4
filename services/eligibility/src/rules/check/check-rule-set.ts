import { RuleSet } from '@janela/contracts';
import type { Condition } from '@janela/contracts';

import { criteriaOf } from '../language/criteria.ts';
import type { Vocabulary } from '../language/vocabulary.ts';
import { checkCondition } from './check-condition.ts';
import { malformed, problem, type Problem, sizeProblems } from './problem.ts';

/**
 * Everything that is wrong with a rule set; nothing, when it may be compiled. What the language does not know is refused here
 * and never widened later. Takes anything at all, of any size and depth.
 */
export function checkRuleSet(json: unknown, vocabulary: Vocabulary): Problem[] {
  const tooMuch = sizeProblems(json);
  if (tooMuch.length > 0) return tooMuch;
  const { data: ruleSet, error } = RuleSet.safeParse(json);
  if (error) return malformed(error);

  return criteriaProblems(ruleSet, '/criteria', vocabulary);
}

/** Returns what is wrong with the criteria of a rule set of the right shape, which stand at a pointer of some document. */
export function criteriaProblems(ruleSet: RuleSet, pointer: string, vocabulary: Vocabulary): Problem[] {
  const problems: Problem[] = [];
  checkCondition(ruleSet.criteria, pointer, {
    vocabulary,
    report: (each) => problems.push(each),
    unit: ruleSet.unit,
    money: ruleSet.currency !== undefined,
    amongMembers: false,
    scorecards: true,
    criterion: 'none',
  });
  return [...problems, ...repeatedCriteria(ruleSet.criteria, pointer)];
}

function repeatedCriteria(root: Condition, at: string): Problem[] {
  const seen = new Set<string>();
  return criteriaOf(root, at).flatMap(({ criterion: { id }, pointer }) => {
    if (!seen.has(id)) return (seen.add(id), []);
    return [problem(`${pointer}/id`, 'criterion_repeated', `There is another criterion "${id}".`)];
  });
}
