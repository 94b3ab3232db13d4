import { Checkbox, NativeSelect, SimpleGrid, TextInput } from '@mantine/core';

import type { Question, Questionnaire } from '../api/country.ts';
import { useOwnAreas } from '../api/areas.ts';
import { useWords } from '../language/language.tsx';
import { householdsWords } from './households.words.ts';

interface Props {
  id: string;
  question: Question;
  questionnaire: Questionnaire;
  given: string | readonly string[] | undefined;
  onAnswer: (value: string | string[]) => void;
  error?: string;
}

/** One question, drawn from the country's data. Not answering is always possible, and is said so. */
export function QuestionField({ id, question, questionnaire, given, onAnswer, error }: Props) {
  const say = useWords(householdsWords);
  const { type, help, required, maxLength, min, max } = question;
  const shared = {
    id,
    label: say.of(question.label),
    ...(help && { description: say.of(help) }),
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
  if (type === 'choice' || type === 'yes_no' || type === 'area') {
    const yesOrNo = (['yes', 'no'] as const).map((value) => ({ value, label: say(value) }));
    const places = areas.map(({ code, name }) => ({ value: code, label: `${name} (${code})` }));
    const known = type === 'yes_no' ? yesOrNo : type === 'area' ? places : options;
    return (
      <NativeSelect
        {...shared}
        value={text}
        onChange={(event) => onAnswer(event.currentTarget.value)}
        data={[{ value: '', label: say('notAnswered') }, ...known]}
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
