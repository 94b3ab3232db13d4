import type { Problem } from '@janela/contracts';

import type { Questionnaire } from '../api/country.ts';
import { gapsOf, halfAnswered, outOfRange, placeOf, type Answers, type FormPlace } from './form-answers.ts';

type Entry = NonNullable<Problem['errors']>[number];

/** Something wrong with a form, before it is put into words: those follow the language of the reader. */
export interface FormError {
  entry: Entry;
  place: FormPlace | undefined;
  /** The answer that it was said of. */
  given: string | readonly string[] | undefined;
}

/** The answer that is given now at a place of the form. */
export const answerAt = ({ household, members, payee }: Answers, { question, member }: FormPlace) =>
  question.path === 'payee.member'
    ? payee?.toString()
    : (member === undefined ? household : members[member])?.[question.path];

/** What is missing or cannot be right on one step. */
export function errorsOfStep(questionnaire: Questionnaire, answers: Answers, step: number): FormError[] {
  const section = questionnaire.sections[step];
  if (!section) return [];
  const gaps = section.questions.flatMap((question) =>
    gapsOf(section, answers, question).map((member) => ({ question, member, code: 'required' })),
  );
  const halves = halfAnswered(section, answers).map((half) => ({ ...half, code: 'required' }));
  return [...gaps, ...halves, ...outOfRange(section, answers)].map(({ question, member, code }) => {
    const place = { question, member, step, isExact: true };
    return { entry: { in: 'body', pointer: '', code, message: '' }, place, given: answerAt(answers, place) };
  });
}

/** What the register would not take, each at its place. */
export function errorsOfRefusal(
  questionnaire: Questionnaire,
  answers: Answers,
  entries: readonly Entry[],
): FormError[] {
  return entries.map((entry) => {
    const place = placeOf(questionnaire, entry.pointer);
    return { entry, place, given: place && answerAt(answers, place) };
  });
}

/** How a step stands: it was not opened, nothing is known to be wrong with it, or something is. */
export type StepState = 'not yet' | 'done' | 'wrong';

/** How far each step is: what was said to be wrong counts until its answer is changed, and a step that was not opened is never done. */
export function stepState({ seen, known }: { seen: boolean; known: readonly FormError[] }): StepState {
  if (known.length > 0 && seen) return 'wrong';
  return seen ? 'done' : 'not yet';
}
