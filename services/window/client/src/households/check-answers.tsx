import { Button, Group, Stack, Text, Title } from '@mantine/core';

import { useAreaName } from '../api/areas.ts';
import { useIdentifierTypes, type Question, type Questionnaire } from '../api/country.ts';
import { useProviderName } from '../api/names.ts';
import { useFormat, useWords } from '../language/language.tsx';
import { isPlain, nameOfPerson, type Answers, type Given } from './form-answers.ts';
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
  const linesOf = useLines(questionnaire, answers);
  return (
    <Stack gap="md">
      {questionnaire.sections.map((section, step) => {
        const places = section.about === 'household' ? [answers.household] : answers.members;
        const lines = places.map((given) => linesOf(section.questions, given)).filter(({ length }) => length > 0);
        return (
          <div key={section.id}>
            <Group justify="space-between">
              <Title order={3}>{say.of(section.title)}</Title>
              <Button
                variant="subtle"
                size="sm"
                aria-label={`${say('change')}: ${say.of(section.title)}`}
                onClick={() => goTo(step)}
              >
                {say('change')}
              </Button>
            </Group>
            {lines.length === 0 && <Text c="dimmed">{say('notAnswered')}</Text>}
            {lines.map((each, index) => (
              <dl className="answers" key={index}>
                {each.map(({ id, asked, text }) => (
                  <div key={id}>
                    <dt>{asked}</dt>
                    <dd>{text}</dd>
                  </div>
                ))}
              </dl>
            ))}
          </div>
        );
      })}
    </Stack>
  );
}

/** The answers to some questions, each with what was asked; who collects stands where it is asked. */
function useLines(questionnaire: Questionnaire, answers: Answers) {
  const say = useWords(householdsWords);
  const format = useFormat();
  const nameOf = useAreaName();
  const providerName = useProviderName();
  const documents = useIdentifierTypes();
  const wordsOf = ({ options, type }: Question, value: string) => {
    if (type === 'area') return nameOf(value);
    if (type === 'provider') return say.of(providerName(value));
    const document = type === 'identifier_type' && documents.find((each) => each.type === value);
    if (document) return say.of(document.name);
    if (type === 'date') return value.length === 10 ? format.date(value) : value;
    if (type === 'yes_no') return say(value === 'yes' ? 'yes' : 'no');
    const code = options && questionnaire.codeLists[options]?.find((each) => String(each.code) === value);
    return code ? say.of(code.label) : value;
  };
  const linesOf = (questions: Question[], given: Given) =>
    questions.flatMap((question) => {
      const value = given[question.path];
      if (value === undefined || value.length === 0) return [];
      const text = (typeof value === 'string' ? [value] : value).map((each) => wordsOf(question, each)).join(', ');
      return [{ id: question.id, asked: say.of(question.label), text }];
    });
  const collectors = (['payee', 'deputy'] as const).flatMap((role) => {
    const place = answers[role];
    const member = place === undefined ? undefined : answers.members[place];
    return member && place !== undefined
      ? [{ id: role, asked: say(role), text: nameOfPerson(member) || say('person', { number: place + 1 }) }]
      : [];
  });
  return (questions: Question[], given: Given) => [
    ...(questions.some((question) => !isPlain(question)) ? collectors : []),
    ...linesOf(questions, given),
  ];
}
