import type { RegisteredHousehold } from '@janela/contracts';
import { Button, Group, Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';

import type { Questionnaire } from '../api/country.ts';
import { Refused } from '../api/problem.ts';
import { useWords } from '../language/language.tsx';
import { LinkButton } from '../parts/link-button.tsx';
import { Panel } from '../parts/panel.tsx';
import { partsWords } from '../parts/parts.words.ts';
import { SendPart } from '../parts/send-part.tsx';
import { Failed } from '../parts/states.tsx';
import type { Draft } from '../parts/use-draft.ts';
import { CheckAnswers } from './check-answers.tsx';
import { bodyOf } from './form-answers.ts';
import { householdsWords } from './households.words.ts';
import { AlreadyThere } from './possible-duplicates.tsx';
import type { Found } from './register-once.ts';
import { attemptOf, useRegister, type Filled } from './registering.ts';

interface SendProps {
  questionnaire: Questionnaire;
  draft: Draft<Filled>;
  goTo: (step: number, back?: boolean) => void;
  /** Shows what the register would not take; nothing when it is asked again. */
  show: (errors: NonNullable<Refused['problem']['errors']>) => void;
}

/** The last step: the answers once more, and the button that registers. */
export function SendRegistration({ questionnaire, draft, goTo, show }: SendProps) {
  const say = useWords(householdsWords);
  const navigate = useNavigate();
  const register = useRegister();
  const [known, setKnown] = useState<Found>();
  const isHere = useRef(true);
  useEffect(() => {
    isHere.current = true;
    return () => void (isHere.current = false);
  }, []);
  const done = ({ id, registeredElsewhere: elsewhere }: RegisteredHousehold) => {
    // A clerk who has gone to another page meanwhile stays there.
    if (!isHere.current) return;
    const search = { registered: true as const, ...(elsewhere && { elsewhere }) };
    void navigate({ to: '/households/$id', params: { id }, search });
  };
  const send = (areOthers: boolean) => () => {
    show([]);
    register.mutate(
      {
        form: attemptOf(draft.value),
        body: bodyOf(questionnaire, draft.value.answers),
        areOthers,
        show: done,
        sent: draft.sending(),
      },
      {
        onSuccess: (outcome) => ('registered' in outcome ? undefined : setKnown(outcome)),
        onError: (error) => {
          if (error instanceof Refused) show(error.problem.errors ?? []);
        },
      },
    );
  };
  return (
    <Panel title={say('check')}>
      <CheckAnswers questionnaire={questionnaire} answers={draft.value.answers} goTo={(step) => goTo(step, true)} />
      <SendPart of={register} first={firstRegistered(draft.forget)} failed={(error) => <NotRegistered error={error} />}>
        {known ? (
          <AlreadyThere known={known} stop={() => setKnown(undefined)} goOn={send(true)} busy={register.isPending} />
        ) : (
          <Button w="fit-content" loading={register.isPending} onClick={send(false)}>
            {say('send')}
          </Button>
        )}
      </SendPart>
    </Panel>
  );
}

/** Why nothing was registered; what is wrong with single answers stands above, each leading to its field. */
function NotRegistered({ error }: { error: Error }) {
  return error instanceof Refused && error.problem.errors?.length ? null : <Failed error={error} />;
}

/** Leads to the household of the first try, which was registered after all; the form that has become of it ends there. */
export const firstRegistered = (forget: () => void) => (answer: unknown) => (
  <FirstRegistered of={answer as RegisteredHousehold} forget={forget} />
);

function FirstRegistered({ of: { id, number }, forget }: { of: RegisteredHousehold; forget: () => void }) {
  const parts = useWords(partsWords);
  return (
    <Group>
      <Text className="number">{number}</Text>
      <LinkButton to="/households/$id" params={{ id }} onClick={forget}>
        {parts('openIt')}
      </LinkButton>
    </Group>
  );
}
