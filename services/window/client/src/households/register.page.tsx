import type { RegisteredHousehold } from '@janela/contracts';
import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';

import { useAttempt } from '../api/attempt.ts';
import { ask } from '../api/api.ts';
import { useQuestionnaire, type Questionnaire } from '../api/country.ts';
import { Refused } from '../api/problem.ts';
import { useSession } from '../api/session.tsx';
import { useWords } from '../language/language.tsx';
import { Asked } from '../parts/asked.tsx';
import { PageTitle } from '../parts/page-title.tsx';
import { Panel } from '../parts/panel.tsx';
import { Failed } from '../parts/states.tsx';
import { CheckAnswers } from './check-answers.tsx';
import { bodyOf, questionAt, unanswered } from './form-answers.ts';
import { Step } from './form-steps.tsx';
import { useDraft } from './form-draft.ts';
import { householdsWords } from './households.words.ts';
import { StepErrors } from './step-errors.tsx';
import { PossibleDuplicates } from './possible-duplicates.tsx';

/** Registering a household, one thing at a time, by the country's questionnaire. */
export function RegisterPage() {
  const say = useWords(householdsWords);
  return (
    <>
      <PageTitle title={say('register')} line={say('draftKept')} />
      <Asked of={useQuestionnaire()}>{(questionnaire) => <Form questionnaire={questionnaire} />}</Asked>
    </>
  );
}

function Form({ questionnaire }: { questionnaire: Questionnaire }) {
  const say = useWords(householdsWords);
  const session = useSession();
  const draft = useDraft(session?.id ?? '', session?.areas[0]);
  const [missing, setMissing] = useState<ReadonlySet<string>>(new Set());
  const [tries, setTries] = useState(0);
  const { sections } = questionnaire;
  const section = sections[draft.step];
  const navigate = useNavigate();
  const [registered, setRegistered] = useState<RegisteredHousehold>();
  const open = (id: string) => void navigate({ to: '/households/$id', params: { id }, search: { registered: true } });
  const done = (household: RegisteredHousehold) => {
    draft.discard();
    if (household.possibleDuplicates.length === 0) open(household.id);
    else setRegistered(household);
  };
  const goOn = () => {
    const open = section ? unanswered(section, draft.answers).map(({ path }) => path) : [];
    setMissing(new Set(open));
    setTries(tries + 1);
    if (open.length > 0) return;
    draft.goTo(draft.step + 1);
    window.scrollTo(0, 0);
  };
  if (registered) return <PossibleDuplicates household={registered} goOn={() => open(registered.id)} />;
  return (
    <div className="form-beside">
      <Steps titles={[...sections.map(({ title }) => say.of(title)), say('check')]} at={draft.step} />
      <Stack gap="lg">
        <Text c="dimmed" role="status">
          {say('step', { step: draft.step + 1, steps: sections.length + 1 })}
        </Text>
        {section && missing.size > 0 && <StepErrors key={tries} section={section} answers={draft.answers} />}
        {section ? (
          <Panel title={say.of(section.title)}>
            <Step
              section={section}
              questionnaire={questionnaire}
              answers={draft.answers}
              onChange={draft.change}
              missing={missing}
            />
          </Panel>
        ) : (
          <Send questionnaire={questionnaire} draft={draft} done={done} />
        )}
        <Buttons draft={draft} {...(section && { goOn })} />
      </Stack>
    </div>
  );
}

function Buttons({ draft, goOn }: { draft: ReturnType<typeof useDraft>; goOn?: () => void }) {
  const say = useWords(householdsWords);
  return (
    <Group>
      {draft.step > 0 && (
        <Button variant="default" onClick={() => draft.goTo(draft.step - 1)}>
          {say('back')}
        </Button>
      )}
      {goOn && <Button onClick={goOn}>{say('next')}</Button>}
      <Button variant="subtle" ml="auto" onClick={draft.discard}>
        {say('discard')}
      </Button>
    </Group>
  );
}

/** Where one is in the form. */
function Steps({ titles, at }: { titles: string[]; at: number }) {
  const say = useWords(householdsWords);
  return (
    <nav aria-label={say('stepsList')}>
      <ol className="steps">
        {titles.map((title, step) => (
          <li key={title} aria-current={step === at ? 'step' : undefined}>
            <span aria-hidden="true">{step < at ? '✓' : '·'}</span>
            {title}
          </li>
        ))}
      </ol>
    </nav>
  );
}

interface SendProps {
  questionnaire: Questionnaire;
  draft: ReturnType<typeof useDraft>;
  done: (household: RegisteredHousehold) => void;
}

function Send({ questionnaire, draft, done }: SendProps) {
  const say = useWords(householdsWords);
  const attempt = useAttempt();
  const send = useMutation({
    mutationFn: () =>
      ask<RegisteredHousehold>('/registry/v1/households', {
        method: 'POST',
        body: bodyOf(questionnaire, draft.answers),
        idempotencyKey: attempt.key(),
      }),
    onSuccess: (household) => {
      attempt.done();
      done(household);
    },
    onError: attempt.done,
  });
  return (
    <Panel title={say('check')}>
      <CheckAnswers questionnaire={questionnaire} answers={draft.answers} goTo={draft.goTo} />
      {send.error instanceof Refused && send.error.problem.errors ? (
        <Problems refused={send.error} questionnaire={questionnaire} />
      ) : (
        send.error && <Failed error={send.error} />
      )}
      <Button w="fit-content" loading={send.isPending} onClick={() => send.mutate()}>
        {say('send')}
      </Button>
    </Panel>
  );
}

/** What the register would not take, in the words of the questions. */
function Problems({ refused, questionnaire }: { refused: Refused; questionnaire: Questionnaire }) {
  const say = useWords(householdsWords);
  return (
    <Alert color="red" title={say('problems')} role="alert">
      {refused.problem.errors?.map(({ pointer, code, message }) => {
        const question = questionAt(questionnaire, pointer);
        return (
          <Text key={pointer + code}>
            {question ? say.of(question.label) : pointer}: {message}
          </Text>
        );
      })}
    </Alert>
  );
}
