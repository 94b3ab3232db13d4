import { z } from 'zod';

import { LocalText, provenance } from './provenance.ts';

const Id = z.string().regex(/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/, 'must be snake_case');

/** A question is asked when every one of these holds; an unanswered question fits no condition. */
export const AskWhen = z.union([
  z.strictObject({ question: Id, in: z.array(z.string()).min(1) }),
  z.strictObject({ question: Id, ageFrom: z.int().min(0), ageTo: z.int().max(129) }),
]);
export type AskWhen = z.infer<typeof AskWhen>;

const asked = {
  id: Id,
  /** Where the answer stands in the body of `POST /v1/households`; `members[]` is one person. */
  path: z.string().regex(/^[a-zA-Z]+(\[\])?(\.[a-zA-Z]+(\[\])?)*$/),
  /** The column of the import file, where it has one. */
  column: Id.optional(),
  label: LocalText,
  help: LocalText.optional(),
  required: z.boolean(),
  askWhen: z.array(AskWhen).min(1).optional(),
};

/** A question, its form by the kind of its answer. Kinds of identity document and providers come from the country's own files. */
export const Question = z.discriminatedUnion('type', [
  z.strictObject({ ...asked, type: z.literal('text'), maxLength: z.int().positive(), pattern: z.string().optional() }),
  z.strictObject({ ...asked, type: z.literal('integer'), min: z.int(), max: z.int() }),
  z.strictObject({ ...asked, type: z.literal('date'), maxYearsAgo: z.int().positive() }),
  z.strictObject({ ...asked, type: z.literal('yes_no') }),
  z.strictObject({ ...asked, type: z.literal('choice'), options: Id, numeric: z.boolean().default(false) }),
  z.strictObject({ ...asked, type: z.literal('choices'), options: Id, separator: z.string().length(1) }),
  z.strictObject({ ...asked, type: z.literal('area') }),
  z.strictObject({ ...asked, type: z.literal('phone') }),
  z.strictObject({ ...asked, type: z.literal('identifier_type') }),
  z.strictObject({ ...asked, type: z.literal('identifier'), typeFrom: Id }),
  z.strictObject({ ...asked, type: z.literal('provider') }),
]);
export type Question = z.infer<typeof Question>;

const Option = z.strictObject({ code: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]*$/), label: LocalText });

/** `questionnaire.json`: what the registration form asks, in order; form and validation are both drawn from it. */
export const Questionnaire = z.strictObject({
  version: z.int().positive(),
  ...provenance,
  sections: z
    .array(
      z.strictObject({
        id: Id,
        about: z.enum(['household', 'person']),
        title: LocalText,
        questions: z.array(Question).min(1),
      }),
    )
    .min(1),
  codeLists: z.record(Id, z.array(Option).min(2)),
});
export type Questionnaire = z.infer<typeof Questionnaire>;

/** Every question in the order in which it is asked. */
export function questionsOf(questionnaire: Questionnaire): Question[] {
  return questionnaire.sections.flatMap(({ questions }) => questions);
}

/** Sentences about what does not fit together: ids and codes listed twice, lists that are not defined, conditions on nothing. */
export function questionnaireProblems(questionnaire: Questionnaire): string[] {
  const questions = questionsOf(questionnaire);
  const problems = [
    ...repeated(questions.map(({ id }) => id)).map((id) => `question ${id} is asked twice`),
    ...repeated(questions.flatMap(({ column }) => column ?? [])).map((column) => `column ${column} is filled twice`),
    ...Object.entries(questionnaire.codeLists).flatMap(([list, options]) =>
      repeated(options.map(({ code }) => code)).map((code) => `code ${code} is twice in the list ${list}`),
    ),
  ];
  const seen = new Set<string>();
  const used = new Set<string>();
  for (const question of questions) {
    for (const { question: earlier } of question.askWhen ?? [])
      if (!seen.has(earlier)) problems.push(`${question.id} depends on ${earlier}, which is not asked before it`);
    if (question.type === 'identifier' && !seen.has(question.typeFrom))
      problems.push(`${question.id} takes its form from ${question.typeFrom}, which is not asked before it`);
    if (question.type === 'choice' || question.type === 'choices') {
      used.add(question.options);
      if (!questionnaire.codeLists[question.options])
        problems.push(`${question.id} offers the list ${question.options}, which is not there`);
    }
    seen.add(question.id);
  }
  for (const list of Object.keys(questionnaire.codeLists))
    if (!used.has(list)) problems.push(`the list ${list} is offered by no question`);
  return problems.map((problem) => `questionnaire.json: ${problem}`);
}

/** Those values that are there more than once, each named once. */
export function repeated(values: readonly string[]): string[] {
  const seen = new Set<string>();
  const again = values.filter((value) => {
    const known = seen.has(value);
    seen.add(value);
    return known;
  });
  return [...new Set(again)];
}
