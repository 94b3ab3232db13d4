import { Alert, Button, Group, NativeSelect, SimpleGrid, Stack, Text } from '@mantine/core';
import { useState } from 'react';

import type { Questionnaire, Section } from '../api/country.ts';
import { useWords } from '../language/language.tsx';
import { fieldId, isPlain, nameOfPerson, withoutMember, type Answers, type Given } from './form-answers.ts';
import { householdsWords } from './households.words.ts';
import { QuestionField } from './question-field.tsx';
import { registeringWords } from './registering.words.ts';
import { errorOf, type Problems } from './step-problems.ts';

interface StepProps {
  section: Section;
  questionnaire: Questionnaire;
  answers: Answers;
  onChange: (answers: Answers) => void;
  /** What is wrong with some fields, by their ids. */
  problems: Problems;
}

/** One step of the questionnaire: once for the household, or once for each person in it. */
export function Step(props: StepProps) {
  const { section, answers, onChange } = props;
  if (section.about === 'person') return <PeopleStep {...props} />;
  return (
    <Stack>
      {section.questions.some((question) => !isPlain(question)) && <Collectors answers={answers} onChange={onChange} />}
      <Fields {...props} given={answers.household} onGiven={(household) => onChange({ ...answers, household })} />
    </Stack>
  );
}

function Fields({
  section,
  questionnaire,
  given,
  onGiven,
  problems,
  member,
}: StepProps & { given: Given; onGiven: (given: Given) => void; member?: number }) {
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
      {section.questions.filter(isPlain).map((question) => (
        <QuestionField
          key={question.id}
          id={fieldId(question, member)}
          question={question}
          questionnaire={questionnaire}
          given={given[question.path]}
          beside={given}
          onAnswer={(value) => onGiven({ ...given, [question.path]: value })}
          {...errorOf(problems, fieldId(question, member), given[question.path])}
        />
      ))}
    </SimpleGrid>
  );
}

function PeopleStep(props: StepProps) {
  const say = useWords(householdsWords);
  const { section, answers, onChange } = props;
  const isRoster = section.questions.some(({ path }) => path === 'members[].givenNames');
  const change = (members: readonly Given[]) => onChange({ ...answers, members });
  const registering = useWords(registeringWords);
  const [gone, setGone] = useState<'payeeGone' | 'deputyGone'>();
  const remove = (index: number) => {
    setGone(answers.payee === index ? 'payeeGone' : answers.deputy === index ? 'deputyGone' : undefined);
    onChange(withoutMember(answers, index));
  };
  return (
    <Stack gap="lg">
      {answers.members.map((member, index) => (
        <Stack key={index} gap="sm" component="fieldset" className="person">
          <Group justify="space-between" component="legend" w="100%">
            <Text fw={600}>{nameOfPerson(member) || say('person', { number: index + 1 })}</Text>
            {isRoster && answers.members.length > 1 && (
              <Button variant="subtle" size="compact-sm" onClick={() => remove(index)}>
                {say('removePerson')}
              </Button>
            )}
          </Group>
          <Fields
            {...props}
            member={index}
            given={member}
            onGiven={(given) => change(answers.members.with(index, given))}
          />
        </Stack>
      ))}
      {gone && <Alert role="status">{registering(gone)}</Alert>}
      {isRoster && answers.members.length < 60 && (
        <Button variant="default" w="fit-content" onClick={() => change([...answers.members, {}])}>
          {say('addPerson')}
        </Button>
      )}
    </Stack>
  );
}

function Collectors({ answers, onChange }: Pick<StepProps, 'answers' | 'onChange'>) {
  const say = useWords(householdsWords);
  const people = answers.members.map((member, index) => ({
    value: String(index),
    label: nameOfPerson(member) || say('person', { number: index + 1 }),
  }));
  const set = (role: 'payee' | 'deputy') => (text: string) =>
    onChange({ ...answers, [role]: text === '' ? undefined : Number(text) });
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }}>
      {(['payee', 'deputy'] as const).map((role) => (
        <NativeSelect
          key={role}
          id={`q-${role}`}
          label={say(role)}
          value={answers[role] === undefined ? '' : String(answers[role])}
          onChange={(event) => set(role)(event.currentTarget.value)}
          data={[{ value: '', label: say('notAnswered') }, ...people]}
        />
      ))}
    </SimpleGrid>
  );
}
