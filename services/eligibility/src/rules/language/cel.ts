import type { Condition, RuleSet, Scorecard, ScorecardQuestion, Term } from '@janela/contracts';

import { callOf } from './terms.ts';

/**
 * Returns a rule set as one CEL expression, for people to read beside the law and to compare versions: the same rule set always
 * prints the same. What its variables stand for is in docs/adr/0023.
 */
export function toCel({ criteria }: Pick<RuleSet, 'criteria'>): string {
  return printLines(criteria, '');
}

/** Returns what `scorecard.<code>.<line>.points` stands for. */
export function pointsToCel({ questions, lines }: Scorecard, lineCode: string): string {
  const line = lines.findIndex(({ code }) => code === lineCode);
  return questions.map((question) => printQuestion(question, line)).join('\n+ ');
}

/** Returns what `scorecard.<code>.<line>.likelihood` stands for, where `points` is what `pointsToCel` prints. */
export function likelihoodToCel({ lookup }: Scorecard, lineCode: string): string {
  const table = lookup[lineCode] ?? [];
  const last = table.length - 1;
  return `[${table.join(', ')}][points < 0 ? 0 : points > ${last} ? ${last} : points]`;
}

/** Criteria one to a line, named at its end; what they are joined by stands in front. */
function printLines(condition: Condition, indent: string): string {
  if ('when' in condition) {
    if (!holdsCriteria(condition.when)) return `${print(condition.when)} // ${condition.id}`;
    return `( // ${condition.id}\n${indent}  ${printLines(condition.when, `${indent}  `)}\n${indent})`;
  }
  if (!holdsCriteria(condition)) return print(condition);
  const [branches, sign] =
    'all' in condition ? [condition.all, '&&'] : 'any' in condition ? [condition.any, '||'] : [[], ''];
  return branches.map((branch) => printBranch(branch, indent)).join(`\n${indent}${sign} `);
}

function printBranch(branch: Condition, indent: string): string {
  if ('when' in branch && !holdsCriteria(branch.when)) return `${bracketed(branch.when)} // ${branch.id}`;
  if ('when' in branch) return printLines(branch, indent);
  if (!holdsCriteria(branch)) return bracketed(branch);
  return `(\n${indent}  ${printLines(branch, `${indent}  `)}\n${indent})`;
}

function holdsCriteria(condition: Condition): boolean {
  if ('when' in condition) return true;
  if ('all' in condition) return condition.all.some(holdsCriteria);
  return 'any' in condition && condition.any.some(holdsCriteria);
}

function print(condition: Condition): string {
  if ('when' in condition) return print(condition.when);
  if ('all' in condition) return condition.all.map(bracketed).join(' && ');
  if ('any' in condition) return condition.any.map(bracketed).join(' || ');
  if ('not' in condition) return `!(${print(condition.not)})`;
  if ('exists' in condition) return `members.exists(m, ${print(condition.where)})`;
  if ('every' in condition) return `members.all(m, ${print(condition.where)})`;
  const { left, op, right } = condition;
  const subject = printTerm(left);
  if (Array.isArray(right)) {
    if (op === 'in') return `${subject} in [${right.map((each) => JSON.stringify(each)).join(', ')}]`;
    return right.map((area) => `${subject}.startsWith(${JSON.stringify(area)})`).join(' || ');
  }
  if (op === 'has') return `${printTerm(right)} in ${subject}`;
  return `${subject} ${op} ${printTerm(right)}`;
}

/** In brackets unless it is a single comparison, so that no reader has to know which sign binds more strongly. */
function bracketed(condition: Condition): string {
  if ('when' in condition) return bracketed(condition.when);
  const isJoined = 'all' in condition || 'any' in condition || ('op' in condition && condition.op === 'within');
  return isJoined ? `(${print(condition)})` : print(condition);
}

function printTerm(term: Term): string {
  if (typeof term !== 'object') return JSON.stringify(term);
  if ('date' in term) return term.date === 'as_of' ? 'as_of' : `timestamp("${term.date}T00:00:00Z")`;
  if ('amountMinor' in term) return String(term.amountMinor);
  if ('fact' in term) return term.fact;
  if ('member' in term) return `m.${term.member}`;
  if ('person' in term) return `person.${term.person}`;
  if ('count' in term) return `size(${printMembers(term.where)})`;
  if ('sum' in term) return `${printMembers(term.where)}.map(m, ${printTerm(term.sum)}).sum()`;
  if ('scorecard' in term) return `scorecard.${term.scorecard}.${term.line}.${term.read}`;
  const { fn, operands } = callOf(term);
  return `(${fn.cel(operands.map(printTerm))})`;
}

function printMembers(where: Condition | undefined): string {
  return where ? `members.filter(m, ${print(where)})` : 'members';
}

function printQuestion({ answers }: ScorecardQuestion, line: number): string {
  const choices = answers.map(({ when, points }) => `${when ? `${print(when)} ? ` : ''}${points[line] ?? 0}`);
  const isComplete = answers.at(-1)?.when === undefined;
  // Reading text as a number is an error: CEL's way of not knowing.
  return `(${[...choices, ...(isComplete ? [] : ['int("no answer fits")'])].join(' : ')})`;
}
