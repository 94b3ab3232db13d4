import type { Criterion, Language, LocalText, Reason } from '@janela/contracts';
import { invariant } from '@janela/kernel';

import type { CompiledRuleSet } from '../compile/compile-rule-set.ts';
import type { CriterionAnswer, Observation, Verdict } from '../compile/verdict.ts';
import type { FactValue } from '../facts/define-fact.ts';
import type { FactSnapshot } from '../facts/read-facts.ts';
import type { Leaf, PlacedCriterion } from '../language/criteria.ts';
import { messages } from './messages.ts';
import { formatOf, writeLabel, writeNeeded, writeSubject, type Writing } from './write-condition.ts';
import { writeValue } from './write-value.ts';

/** The longest sentence of a reason, in characters; what is longer is cut at a word. */
const maxSentence = 1000;

type Answered = PlacedCriterion & { readonly answer: CriterionAnswer };

/**
 * Returns the reasons of a verdict: for each criterion its title, whether it is met, what was seen and what is needed, as
 * sentences in every language; and, where that is not known, what it depends on. The rule set must be the one that gave the
 * verdict, on this snapshot.
 */
export function explain(rules: CompiledRuleSet, verdict: Verdict, snapshot: FactSnapshot): Reason[] {
  const { ruleSet, criteria } = rules;
  const isOwn = verdict.ruleSet === ruleSet.code && verdict.version === ruleSet.version;
  invariant(isOwn, 'a verdict is explained by the rule set that gave it');
  const answered = criteria.map((placed, index): Answered => {
    const answer = verdict.criteria[index];
    invariant(answer?.criterion === placed.criterion.id, 'a verdict answers every criterion, in order');
    return { ...placed, answer };
  });
  return answered.map((each) => {
    const { criterion, answer } = each;
    return {
      criterion: criterion.id,
      ...(answer.within !== undefined && { within: answer.within }),
      title: criterion.title,
      met: answer.met,
      seen: inEveryLanguage(rules, (writing) => writeSeen(each, answered, writing)),
      needed: neededFor(criterion, rules),
      ...(criterion.legalReference !== undefined && { legalReference: criterion.legalReference }),
      ...(answer.met === null && { missing: rules.missing.of(criterion.when, snapshot) }),
    };
  });
}

/** What a criterion needs is the same for everybody, and is written once for each rule set. */
const needs = new WeakMap<CompiledRuleSet, Map<string, LocalText>>();

function neededFor(criterion: Criterion, rules: CompiledRuleSet): LocalText {
  const written = needs.get(rules) ?? new Map<string, LocalText>();
  needs.set(rules, written);
  const needed = written.get(criterion.id) ?? inEveryLanguage(rules, (writing) => writeNeeded(criterion.when, writing));
  written.set(criterion.id, needed);
  return needed;
}

/** Writes a sentence about a rule set once for each language. */
export function inEveryLanguage(
  { ruleSet, vocabulary }: Pick<CompiledRuleSet, 'ruleSet' | 'vocabulary'>,
  write: (writing: Writing) => string,
): LocalText {
  const sentence = (language: Language) => clip(write({ vocabulary, language, currency: ruleSet.currency }));
  return { en: sentence('en'), pt: sentence('pt'), fr: sentence('fr') };
}

/** Returns what the questions of a criterion saw; for criteria inside it, which of them are met and which are not known. */
function writeSeen({ criterion, leaves, answer }: Answered, all: readonly Answered[], writing: Writing): string {
  const words = messages[writing.language];
  const seen = leaves.flatMap(({ leaf }, index) => writeObservation(leaf, answer.observed[index], writing));
  const inside = all.filter(({ within }) => within === criterion.id);
  if (inside.length > 0) {
    const title = (each: Answered) => each.criterion.title[writing.language];
    const met = inside.filter((each) => each.answer.met === true).map(title);
    const notKnown = inside.filter((each) => each.answer.met === null).map(title);
    seen.push(...(met.length > 0 ? met : [words.nothing]));
    if (notKnown.length > 0) seen.push(words.is(words.notKnown, notKnown.join(', ')));
  }
  return [...new Set(seen)].join('; ');
}

/** Returns what a question saw, on its left side and, where that is no more than a value written in the rule, on its right. */
export function writeObservation(leaf: Leaf, observation: Observation | undefined, writing: Writing): string[] {
  const words = messages[writing.language];
  const format = 'op' in leaf ? formatOf(leaf.left, writing) : ({ type: 'int' } as const);
  const write = (value: FactValue) => writeValue(value, format, writing.language);
  const seen = words.is(writeSubject(leaf, writing), write(observation?.seen ?? null));
  if (observation?.against === undefined || !('op' in leaf) || Array.isArray(leaf.right)) return [seen];
  return [seen, words.is(writeLabel(leaf.right, writing), write(observation.against))];
}

function clip(sentence: string): string {
  if (sentence.length <= maxSentence) return sentence;
  const cut = sentence.slice(0, maxSentence - 2);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), maxSentence / 2))} …`;
}
