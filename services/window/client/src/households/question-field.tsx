import { Checkbox, NativeSelect, SimpleGrid, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';

import { useOwnAreas } from '../api/areas.ts';
import { useIdentifierTypes, usePhoneExample, type Question, type Questionnaire } from '../api/country.ts';
import { providers } from '../api/names.ts';
import { useWords } from '../language/language.tsx';
import type { Given } from './form-answers.ts';
import { householdsWords } from './households.words.ts';

interface Props {
  id: string;
  question: Question;
  questionnaire: Questionnaire;
  given: string | readonly string[] | undefined;
  /** What the same person, or the household, answered to the other questions. */
  beside: Given;
  onAnswer: (value: string | string[]) => void;
  error?: string;
}

/** One question, drawn from the country's data. Not answering is always possible, and is said so. */
export function QuestionField({ id, question, questionnaire, given, beside, onAnswer, error }: Props) {
  const say = useWords(householdsWords);
  const { type, required, maxLength, min, max } = question;
  const help = useHelp(question, beside);
  const known = useCountryList(question, beside);
  const shared = {
    id,
    label: say.of(question.label),
    ...(help && { description: help }),
    withAsterisk: required,
    error,
  };
  const areas = useOwnAreas();
  const text = typeof given === 'string' ? given : '';
  const codes = (question.options && questionnaire.codeLists[question.options]) || [];
  const options = codes.map(({ code, label }) => ({ value: String(code), label: say.of(label) }));

  if (type === 'choices')
    return (
      <Checkbox.Group {...shared} value={Array.isArray(given) ? [...given] : []} onChange={onAnswer}>
        <SimpleGrid cols={{ base: 1, xs: 2, sm: 3 }} mt="sm">
          {options.map(({ value, label }) => (
            <Checkbox key={value} value={value} label={label} />
          ))}
        </SimpleGrid>
      </Checkbox.Group>
    );
  if (type === 'choice' || type === 'yes_no' || type === 'area' || known) {
    const yesOrNo = (['yes', 'no'] as const).map((value) => ({ value, label: say(value) }));
    const places = areas.map(({ code, name }) => ({ value: code, label: `${name} (${code})` }));
    const listed = known ?? (type === 'yes_no' ? yesOrNo : type === 'area' ? places : options);
    return (
      <NativeSelect
        {...shared}
        value={text}
        onChange={(event) => onAnswer(event.currentTarget.value)}
        data={[{ value: '', label: say('notAnswered') }, ...listed]}
      />
    );
  }
  return (
    <TextInput
      {...shared}
      type={type === 'date' ? 'date' : type === 'integer' ? 'number' : type === 'phone' ? 'tel' : 'text'}
      {...(maxLength !== undefined && { maxLength })}
      {...(type === 'integer' && { min, max, inputMode: 'numeric' as const })}
      value={text}
      onChange={(event) => onAnswer(event.currentTarget.value)}
    />
  );
}

/** The documents and payment companies that the country has, to choose from; undefined for any other question. */
function useCountryList({ type }: Question, beside: Given): { value: string; label: string }[] | undefined {
  const say = useWords(householdsWords);
  const documents = useIdentifierTypes();
  const companies = useQuery(providers).data?.items ?? [];
  if (type === 'identifier_type') return documents.map(({ type: value, name }) => ({ value, label: say.of(name) }));
  if (type !== 'provider') return undefined;
  const channel = beside['payee.channel'];
  return companies
    .filter(({ active, channels }) => active && (!channel || channels.some((each) => each === channel)))
    .map(({ code, name }) => ({ value: code, label: say.of(name) }));
}

/** What helps with a question: the country's own words, and an example of how the answer looks. */
function useHelp(question: Question, beside: Given): string | undefined {
  const say = useWords(householdsWords);
  const example = useExample()(question, beside);
  const parts = [question.help && say.of(question.help), example && say('example', { example })].filter(Boolean);
  return parts.length > 0 ? parts.join(' ') : undefined;
}

/** How an answer looks in this country, where that is known: an official number by its kind, a telephone, a wallet. */
export function useExample(): (question: Question, beside: Given) => string | undefined {
  const documents = useIdentifierTypes();
  const phone = usePhoneExample();
  return ({ type, path }, beside) => {
    if (type === 'identifier')
      return documents.find((each) => each.type === beside['members[].identifiers[].type'])?.example;
    if (type === 'phone') return phone;
    return path === 'payee.account' && beside['payee.channel'] === 'mobile_money' ? phone : undefined;
  };
}
