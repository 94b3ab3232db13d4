import { Button, Group, Stack } from '@mantine/core';
import { useIsMutating } from '@tanstack/react-query';

import { useQuestionnaire, type Questionnaire } from '../api/country.ts';
import { useSession } from '../api/session.tsx';
import { useWords } from '../language/language.tsx';
import { Asked } from '../parts/asked.tsx';
import { Discard } from '../parts/discard.tsx';
import { PageTitle } from '../parts/page-title.tsx';
import { Panel } from '../parts/panel.tsx';
import { Waiting } from '../parts/states.tsx';
import { useDraft, type Draft } from '../parts/use-draft.ts';
import { blankAnswers, type Given } from './form-answers.ts';
import { Step } from './form-steps.tsx';
import { householdsWords } from './households.words.ts';
import { attemptOf, registering, withId, type Filled } from './registering.ts';
import { firstRegistered, SendRegistration } from './send-registration.tsx';
import { StepErrors } from './step-errors.tsx';
import { StepCount, StepList } from './step-list.tsx';
import { useProgress } from './use-progress.ts';

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
  const draft = withId(useDraft<Filled>('register', { answers: { ...blankAnswers, household }, step: 0 }));
  return draft.ready ? <Form questionnaire={questionnaire} draft={draft} /> : <Waiting rows={6} />;
}

function Form({ questionnaire, draft }: { questionnaire: Questionnaire; draft: Draft<Filled> }) {
  const say = useWords(householdsWords);
  const { sections } = questionnaire;
  const { answers, step } = draft.value;
  const section = sections[step];
  const { shown, beside, stateOf, goTo, open, goOn, lead, showRefusal } = useProgress(questionnaire, draft);
  // What is being sent is not changed on its way.
  const isSending = useIsMutating({ mutationKey: registering }) > 0;
  return (
    <div className="form-beside" inert={isSending}>
      <StepList
        titles={[...sections.map(({ title }) => say.of(title)), say('check')]}
        at={step}
        stateOf={stateOf}
        goTo={open}
      />
      <Stack gap="lg">
        <StepCount step={step + 1} steps={sections.length + 1} />
        <StepErrors key={shown.at} errors={shown.all} lead={lead} />
        {section ? (
          <Panel title={say.of(section.title)}>
            <Step
              section={section}
              questionnaire={questionnaire}
              answers={answers}
              onChange={(changed) => draft.set({ ...draft.value, answers: changed })}
              problems={beside}
            />
          </Panel>
        ) : (
          <SendRegistration questionnaire={questionnaire} draft={draft} goTo={goTo} show={showRefusal} />
        )}
        <Group>
          {step > 0 && (
            <Button variant="default" onClick={() => open(step - 1)}>
              {say('back')}
            </Button>
          )}
          {section && <Button onClick={goOn}>{say('next')}</Button>}
          <Discard draft={draft} isEmpty={false} form={attemptOf(draft.value)} first={firstRegistered(draft.forget)} />
        </Group>
      </Stack>
    </div>
  );
}
