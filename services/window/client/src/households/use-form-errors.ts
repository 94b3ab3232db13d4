import type { Problem } from '@janela/contracts';

import type { Question, Questionnaire } from '../api/country.ts';
import { fieldProblemIn } from '../codes/problems.ts';
import { useLanguage, useWords } from '../language/language.tsx';
import { fieldId, gapsOf, nameOfPerson, outOfRange, placeOf, type Answers } from './form-answers.ts';
import { householdsWords } from './households.words.ts';
import { useExample } from './question-field.tsx';
import type { StepError } from './step-errors.tsx';
import type { Problems } from './step-problems.ts';

type Entry = NonNullable<Problem['errors']>[number];

/** Says what is wrong with a form: before a step is left, and when the register would not take it. */
export function useFormErrors(questionnaire: Questionnaire, answers: Answers) {
  const say = useWords(householdsWords);
  const { language } = useLanguage();
  const exampleOf = useExample();
  const givenTo = (member: number | undefined) =>
    member === undefined ? answers.household : (answers.members[member] ?? {});
  const whose = (member: number | undefined) => {
    if (member === undefined) return '';
    const name = nameOfPerson(givenTo(member));
    return `${say('person', { number: member + 1 })}${name && ` (${name})`}, `;
  };
  const sentence = (entry: Entry, question: Question, member: number | undefined) => {
    const example = exampleOf(question, givenTo(member));
    return fieldProblemIn(language, entry, {
      label: whose(member) + say.of(question.label),
      ...(example && { example }),
    });
  };
  const localEntry = (code: string): Entry => ({ in: 'body', pointer: '', code, message: '' });

  /** What is missing or cannot be right on one step. */
  const ofStep = (step: number): StepError[] => {
    const section = questionnaire.sections[step];
    if (!section) return [];
    const gaps = section.questions.flatMap((question) =>
      gapsOf(section, answers, question).map((member) => ({ question, member, code: 'required' })),
    );
    return [...gaps, ...outOfRange(section, answers)].map(({ question, member, code }) => ({
      id: fieldId(question, member),
      says: sentence(localEntry(code), question, member),
      step,
    }));
  };

  /** What the register said, by its codes, in the words of the questions. */
  const ofRefusal = (entries: readonly Entry[]): StepError[] =>
    entries.map((entry) => {
      const place = placeOf(questionnaire, entry.pointer);
      if (!place) return { id: undefined, says: fieldProblemIn(language, entry), step: 0 };
      const { question, member, step, isExact } = place;
      const id = question.path === 'payee.member' ? 'q-payee' : fieldId(question, member);
      const says = isExact ? sentence(entry, question, member) : whose(member) + fieldProblemIn(language, entry);
      return { id, says, step };
    });

  /** The same, beside the fields. */
  const beside = (errors: readonly StepError[]): Problems =>
    new Map(
      errors.flatMap(({ id, says }) => {
        const [question, member] = fieldOf(questionnaire, id);
        return id && question ? [[id, { says, given: givenTo(member)[question.path] }] as const] : [];
      }),
    );

  return { ofStep, ofRefusal, beside };
}

/** The question and person that the id of a field stands for. */
function fieldOf({ sections }: Questionnaire, id = ''): [Question?, number?] {
  for (const { about, questions } of sections)
    for (const question of questions) {
      if (about === 'household' && fieldId(question) === id) return [question];
      const member = Number(id.slice(fieldId(question).length + 1));
      if (about === 'person' && fieldId(question, member) === id) return [question, member];
    }
  return [];
}
