import type { PossibleDuplicate, RegisteredHousehold } from '@janela/contracts';
import { Button, Group, Stack, Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';

import { useQuestionnaire, type Questionnaire } from '../api/country.ts';
import { FirstWasDone, Refused } from '../api/problem.ts';
import { useSession } from '../api/session.tsx';
import { useWords } from '../language/language.tsx';
import { Asked } from '../parts/asked.tsx';
import { Discard } from '../parts/discard.tsx';
import { LinkButton } from '../parts/link-button.tsx';
import { PageTitle } from '../parts/page-title.tsx';
import { Panel } from '../parts/panel.tsx';
import { partsWords } from '../parts/parts.words.ts';
import { Failed, FirstDone, Waiting } from '../parts/states.tsx';
import { useDraft, type Draft } from '../parts/use-draft.ts';
import { CheckAnswers } from './check-answers.tsx';
import { blankAnswers, bodyOf, type Answers, type Given } from './form-answers.ts';
import { Step } from './form-steps.tsx';
import { householdsWords } from './households.words.ts';
import { PossibleDuplicates } from './possible-duplicates.tsx';
import { useRegister } from './registering.ts';
import { StepErrors, type StepError } from './step-errors.tsx';
import { StepCount, StepList } from './step-list.tsx';
import { useFormErrors } from './use-form-errors.ts';

interface Filled {
  answers: Answers;
  step: number;
  /** Whether a step was opened to change something, and *Continue* leads back to the check. */
  fromCheck?: boolean;
}

/** Registering a household, one thing at a time, by the country's questionnaire. */
export function RegisterPage() {
  const say = useWords(householdsWords);
  return (
    <>
      <PageTitle title={say('register')} line={say('draftKept')} />
      <Asked of={useQuestionnaire()}>{(questionnaire) => <Kept questionnaire={questionnaire} />}</Asked>
    </>
  );
}

/** Waits until it is known what of the form is kept on this device. */
function Kept({ questionnaire }: { questionnaire: Questionnaire }) {
  const areaCode = useSession()?.areas[0];
  const household: Given = areaCode && areaCode.length > 2 ? { areaCode } : {};
  const draft = useDraft<Filled>('register', { answers: { ...blankAnswers, household }, step: 0 });
  return draft.ready ? <Form questionnaire={questionnaire} draft={draft} /> : <Waiting rows={6} />;
}

function Form({ questionnaire, draft }: { questionnaire: Questionnaire; draft: Draft<Filled> }) {
  const say = useWords(householdsWords);
  const { sections } = questionnaire;
  const { answers, step, fromCheck } = draft.value;
  const section = sections[step];
  const errorsIn = useFormErrors(questionnaire, answers);
  const [errors, setErrors] = useState<{ at: number; all: StepError[] }>({ at: 0, all: [] });
  const setFocus = useFocus(step);
  const show = (all: StepError[]) => setErrors({ at: errors.at + 1, all });
  const goTo = (to: number, back = false) => {
    draft.set({ answers, step: to, ...(back && { fromCheck: true }) });
    window.scrollTo(0, 0);
  };
  const goOn = () => {
    const wrong = errorsIn.ofStep(step);
    show(wrong);
    if (wrong.length === 0) goTo(fromCheck ? sections.length : step + 1);
  };
  const lead = (error: StepError) => {
    if (error.step !== step) goTo(error.step, section === undefined || fromCheck);
    setFocus(error.id);
  };
  return (
    <div className="form-beside">
      <StepList
        titles={[...sections.map(({ title }) => say.of(title)), say('check')]}
        at={step}
        isDone={(each) => each < step && errorsIn.ofStep(each).length === 0}
        goTo={(to) => goTo(to)}
      />
      <Stack gap="lg">
        <StepCount step={step + 1} steps={sections.length + 1} />
        <StepErrors key={errors.at} errors={errors.all} lead={lead} />
        {section ? (
          <Panel title={say.of(section.title)}>
            <Step
              section={section}
              questionnaire={questionnaire}
              answers={answers}
              onChange={(changed) => draft.set({ ...draft.value, answers: changed })}
              problems={errorsIn.beside(errors.all)}
            />
          </Panel>
        ) : (
          <Send questionnaire={questionnaire} draft={draft} goTo={goTo} show={(all) => show(errorsIn.ofRefusal(all))} />
        )}
        <Group>
          {step > 0 && (
            <Button variant="default" onClick={() => goTo(step - 1)}>
              {say('back')}
            </Button>
          )}
          {section && <Button onClick={goOn}>{say('next')}</Button>}
          <Discard draft={draft} isEmpty={false} />
        </Group>
      </Stack>
    </div>
  );
}

/** Puts the cursor into a field once the step that it is on is drawn. */
function useFocus(step: number) {
  const [field, setField] = useState<string>();
  useEffect(() => {
    if (field === undefined) return;
    document.getElementById(field)?.focus();
    setField(undefined);
  }, [field, step]);
  return setField;
}

interface SendProps {
  questionnaire: Questionnaire;
  draft: Draft<Filled>;
  goTo: (step: number, back?: boolean) => void;
  /** Shows what the register would not take; nothing when it is asked anew. */
  show: (errors: NonNullable<Refused['problem']['errors']>) => void;
}

function Send({ questionnaire, draft, goTo, show }: SendProps) {
  const say = useWords(householdsWords);
  const navigate = useNavigate();
  const register = useRegister();
  const [found, setFound] = useState<PossibleDuplicate[]>([]);
  const done = ({ id }: RegisteredHousehold) => {
    draft.forget();
    void navigate({ to: '/households/$id', params: { id }, search: { registered: true } });
  };
  const send = (areOthers: boolean) => () => {
    show([]);
    register.mutate(
      { body: bodyOf(questionnaire, draft.value.answers), areOthers },
      {
        onSuccess: (outcome) => ('registered' in outcome ? done(outcome.registered) : setFound(outcome.found)),
        onError: (error) => {
          if (error instanceof Refused) show(error.problem.errors ?? []);
        },
      },
    );
  };
  return (
    <Panel title={say('check')}>
      <CheckAnswers questionnaire={questionnaire} answers={draft.value.answers} goTo={(step) => goTo(step, true)} />
      {register.error && <NotRegistered error={register.error} />}
      {found.length > 0 ? (
        <PossibleDuplicates found={found} stop={() => setFound([])} goOn={send(true)} busy={register.isPending} />
      ) : (
        <Button w="fit-content" loading={register.isPending} onClick={send(false)}>
          {say('send')}
        </Button>
      )}
    </Panel>
  );
}

/** Why nothing was registered, or that the first try had been after all. */
function NotRegistered({ error }: { error: Error }) {
  const parts = useWords(partsWords);
  if (error instanceof FirstWasDone) {
    const { id, number } = error.answer as RegisteredHousehold;
    return (
      <FirstDone>
        <Group>
          <Text className="number">{number}</Text>
          <LinkButton to="/households/$id" params={{ id }}>
            {parts('openIt')}
          </LinkButton>
        </Group>
      </FirstDone>
    );
  }
  // What is wrong with single answers stands above, each leading to its field.
  return error instanceof Refused && error.problem.errors?.length ? null : <Failed error={error} />;
}
