import type { Problem } from '@janela/contracts';

import type { Question, Questionnaire } from '../api/country.ts';
import { fieldProblemIn } from '../codes/problems.ts';
import { useLanguage, useWords } from '../language/language.tsx';
import { fieldId, nameOfPerson, type Answers } from './form-answers.ts';
import { answerAt, errorsOfRefusal, errorsOfStep, type FormError } from './form-errors.ts';
import { householdsWords } from './households.words.ts';
import { useExample } from './question-field.tsx';
import type { StepError } from './step-errors.tsx';
import type { Problems } from './step-problems.ts';

type Entry = NonNullable<Problem['errors']>[number];

/** Returns what is wrong with a form, in the language that is read now. */
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

  const inWords = ({ entry, place }: FormError): StepError => {
    if (!place) return { id: undefined, says: fieldProblemIn(language, entry), step: 0 };
    const { question, member, step, isExact } = place;
    const id = question.path === 'payee.member' ? 'q-payee' : fieldId(question, member);
    const says = isExact ? sentence(entry, question, member) : whose(member) + fieldProblemIn(language, entry);
    return { id, says, step };
  };

  return {
    ofStep: (step: number) => errorsOfStep(questionnaire, answers, step),
    ofRefusal: (entries: readonly Entry[]) => errorsOfRefusal(questionnaire, answers, entries),
    inWords,
    /** The same, beside the fields. */
    beside: (errors: readonly FormError[]): Problems =>
      new Map(
        errors.flatMap((error) => {
          const { id, says } = inWords(error);
          return id && error.place ? [[id, { says, given: error.given }] as const] : [];
        }),
      ),
    /** Whether the answer is still the one that it was said of. */
    isSaidOfNow: ({ place, given }: FormError) =>
      !place?.isExact || String(given ?? '') === String(answerAt(answers, place) ?? ''),
  };
}
