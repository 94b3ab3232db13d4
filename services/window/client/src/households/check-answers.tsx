import { Button, Group, Stack, Text } from '@mantine/core';

import type { Question, Questionnaire } from '../api/country.ts';
import { useWords } from '../language/language.tsx';
import type { Answers, Given } from './form-answers.ts';
import { householdsWords } from './households.words.ts';

/** Every answer once more before it is sent, with a way back to each step. */
export function CheckAnswers({
  questionnaire,
  answers,
  goTo,
}: {
  questionnaire: Questionnaire;
  answers: Answers;
  goTo: (step: number) => void;
}) {
  const say = useWords(householdsWords);
  const wordsOf = ({ options, type }: Question, value: string) => {
    if (type === 'yes_no') return say(value === 'yes' ? 'yes' : 'no');
    const code = options && questionnaire.codeLists[options]?.find((each) => String(each.code) === value);
    return code ? say.of(code.label) : value;
  };
  const linesOf = (questions: Question[], given: Given) =>
    questions.flatMap((question) => {
      const value = given[question.path];
      if (value === undefined || value.length === 0) return [];
      const text = (typeof value === 'string' ? [value] : value).map((each) => wordsOf(question, each)).join(', ');
      return [`${say.of(question.label)} ${text}`];
    });
  return (
    <Stack gap="md">
      {questionnaire.sections.map((section, step) => {
        const places = section.about === 'household' ? [answers.household] : answers.members;
        const lines = places.map((given) => linesOf(section.questions, given)).filter(({ length }) => length > 0);
        return (
          <div key={section.id}>
            <Group justify="space-between">
              <Text fw={600}>{say.of(section.title)}</Text>
              <Button variant="subtle" size="compact-sm" onClick={() => goTo(step)}>
                {say('back')}
              </Button>
            </Group>
            {lines.length === 0 && <Text c="dimmed">{say('notAnswered')}</Text>}
            {lines.map((each, index) => (
              <Text key={index} fz="sm">
                {each.join(' · ')}
              </Text>
            ))}
          </div>
        );
      })}
    </Stack>
  );
}
