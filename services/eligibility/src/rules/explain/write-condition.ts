import type { Comparison, Condition, Language, Term } from '@janela/contracts';

import type { Leaf } from '../language/criteria.ts';
import { asksSomething, type Call, callOf } from '../language/terms.ts';
import type { Vocabulary } from '../language/vocabulary.ts';
import { opposite } from '../values/interval.ts';
import { messages } from './messages.ts';
import { type Format, writeList, writeValue } from './write-value.ts';

/** What the words of a rule set are written with. */
export interface Writing {
  readonly vocabulary: Vocabulary;
  readonly language: Language;
  readonly currency?: string | undefined;
}

const signs: Readonly<Record<string, string>> = { add: ' + ', subtract: ' − ', multiply: ' × ', divide: ' ÷ ' };

/** Returns what a condition asks for, in words; with `negated`, what its opposite asks for. */
export function writeNeeded(condition: Condition, writing: Writing, negated = false): string {
  if ('when' in condition) return condition.title[writing.language];
  if ('not' in condition) return writeNeeded(condition.not, writing, !negated);
  if ('all' in condition) return join(condition.all, negated ? 'or' : 'and', writing, negated);
  if ('any' in condition) return join(condition.any, negated ? 'and' : 'or', writing, negated);
  if (!('op' in condition)) return writeMembersNeeded(condition, writing, negated);
  return messages[writing.language].is(writeLabel(condition.left, writing), writeRight(condition, writing, negated));
}

/** Returns what a question looks at, in words. */
export function writeSubject(leaf: Leaf, writing: Writing): string {
  if ('op' in leaf) return writeLabel(leaf.left, writing);
  return messages[writing.language].memberWith(writeNeeded(leaf.where, writing));
}

/** Returns how values of a term are written. */
export function formatOf(term: Term, writing: Writing): Format {
  if (typeof term === 'boolean') return { type: 'bool' };
  if (typeof term === 'string') return { type: 'code' };
  if (typeof term === 'number') return { type: 'int' };
  if ('date' in term) return { type: 'date' };
  if ('amountMinor' in term) return { type: 'money', currency: writing.currency };
  if ('count' in term) return { type: 'int' };
  if ('sum' in term) return formatOf(term.sum, writing);
  if ('scorecard' in term) return { type: 'int', unit: term.read === 'likelihood' ? 'permille' : 'points' };
  const code = codeOf(term);
  if (code === undefined) return formatOfCall(term as Call, writing);
  const fact = writing.vocabulary.facts.get(code);
  return { type: 'code', ...fact, currency: writing.currency };
}

function join(conditions: readonly Condition[], how: 'and' | 'or', writing: Writing, negated: boolean): string {
  const words = messages[writing.language];
  if (conditions.every((condition) => 'when' in condition)) {
    const titles = conditions.map(({ title }) => title[writing.language]).join('; ');
    return how === 'and' ? words.allOfThese(titles) : words.anyOfThese(titles);
  }
  const parts = conditions.map((condition) => {
    const text = writeNeeded(condition, writing, negated);
    const hasParts = 'all' in condition || 'any' in condition;
    return hasParts && conditions.length > 1 ? `(${text})` : text;
  });
  return parts.join(words[how]);
}

function writeMembersNeeded(leaf: Exclude<Leaf, Comparison>, writing: Writing, negated: boolean): string {
  const words = messages[writing.language];
  const where = writeNeeded(leaf.where, writing);
  if ('exists' in leaf) return negated ? words.noMember(where) : words.someMember(where);
  return negated ? words.notEveryMember(where) : words.everyMember(where);
}

function writeRight({ left, op, right }: Comparison, writing: Writing, negated: boolean): string {
  const words = messages[writing.language];
  const format = formatOf(left, writing);
  if (Array.isArray(right)) {
    const listed = writeList(right, format, writing.language);
    if (op === 'within') return negated ? words.outside(listed) : words.within(listed);
    return negated ? words.noneOf(listed) : words.oneOf(listed);
  }
  const value = writeOperand(right, format, writing);
  if (op === 'has') return words.order[negated ? '!=' : '=='](value);
  if (op === 'in' || op === 'within') return value;
  if (typeof right === 'boolean') return writeValue(right !== (negated !== (op === '!=')), format, writing.language);
  const order = format.type === 'date' ? words.dateOrder : words.order;
  return order[negated ? opposite[op] : op](value);
}

function writeOperand(term: Term, format: Format, writing: Writing): string {
  const { language } = writing;
  if (asksSomething(term)) return writeLabel(term, writing);
  if (typeof term !== 'object') return writeValue(term, format, language);
  if ('amountMinor' in term) return writeValue(term.amountMinor, format, language);
  return writeLabel(term, writing);
}

/** Returns what a term is called, or says where it is a literal. */
export function writeLabel(term: Term, writing: Writing): string {
  const { vocabulary, language } = writing;
  const words = messages[language];
  if (typeof term !== 'object') return writeValue(term, formatOf(term, writing), language);
  if ('date' in term) return term.date === 'as_of' ? words.asOf : writeValue(term.date, { type: 'date' }, language);
  if ('amountMinor' in term) return writeValue(term.amountMinor, formatOf(term, writing), language);
  if ('count' in term) return term.where ? words.memberWith(writeNeeded(term.where, writing)) : words.members;
  if ('sum' in term) {
    const total = words.totalOf(writeLabel(term.sum, writing));
    return term.where ? `${total}, ${words.memberWith(writeNeeded(term.where, writing))}` : total;
  }
  if ('scorecard' in term) {
    const scorecard = vocabulary.scorecards.get(term.scorecard);
    const line = scorecard?.lines.find(({ code }) => code === term.line);
    return words[term.read](scorecard?.names[language] ?? term.scorecard, line?.title[language] ?? term.line);
  }
  const code = codeOf(term);
  if (code !== undefined) return vocabulary.facts.get(code)?.label[language] ?? code;
  return writeCall(term as Call, writing);
}

function writeCall(call: Call, writing: Writing): string {
  const { fn, operands } = callOf(call);
  const written = operands.map((operand) => writeLabel(operand, writing));
  if (fn.code === 'monthsSince') return messages[writing.language].monthsSince(written.join());
  return `(${written.join(signs[fn.code] ?? ` ${fn.code} `)})`;
}

function formatOfCall(call: Call, writing: Writing): Format {
  const { fn, operands } = callOf(call);
  if (fn.code === 'monthsSince') return { type: 'int', unit: 'months' };
  const type = fn.resultOf(operands.map((operand) => formatOf(operand, writing).type)) ?? 'int';
  return { type, currency: writing.currency };
}

function codeOf(term: Term & object): string | undefined {
  if ('fact' in term) return term.fact;
  if ('member' in term) return term.member;
  return 'person' in term ? term.person : undefined;
}
