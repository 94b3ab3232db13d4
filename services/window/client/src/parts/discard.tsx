import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';

import { FirstWasDone } from '../api/problem.ts';
import { useAttempts } from '../api/store.tsx';
import { useWords } from '../language/language.tsx';
import { AskFirst } from './ask-first.tsx';
import { partsWords } from './parts.words.ts';
import { Failed } from './states.tsx';
import type { Draft } from './use-draft.ts';

interface DiscardProps {
  draft: Pick<Draft<never>, 'forget' | 'take' | 'keep' | 'changedElsewhere'>;
  isEmpty: boolean;
  /** What the form is sent as; what was sent and never answered is given up with it. */
  form?: string;
  /** Leads to what was done the first time, where its answer comes. */
  first?: (answer: unknown) => ReactNode;
}

/** Throws away what was typed into a form, after asking; absent while there is nothing. Says when another tab has changed the form. */
export function Discard({ draft, ...of }: DiscardProps) {
  if (draft.changedElsewhere) return <ChangedElsewhere draft={draft} />;
  return <DiscardButton forget={draft.forget} {...of} />;
}

/** Two tabs have one form, and they differ: one of the two stays. */
function ChangedElsewhere({ draft: { take, keep } }: Pick<DiscardProps, 'draft'>) {
  const say = useWords(partsWords);
  return (
    <Alert color="yellow" w="100%" title={say('changedElsewhere')} role="alert">
      <Stack gap="sm">
        <Text>{say('changedElsewhereText')}</Text>
        <Group>
          <Button size="sm" variant="default" onClick={take}>
            {say('takeOther')}
          </Button>
          <Button size="sm" variant="default" onClick={keep}>
            {say('keepThis')}
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
}

function DiscardButton({ forget, isEmpty, form, first }: Omit<DiscardProps, 'draft'> & { forget: () => void }) {
  const say = useWords(partsWords);
  const [asking, setAsking] = useState(false);
  const attempts = useAttempts();
  const giveUp = useMutation({
    mutationFn: async () => (form === undefined ? undefined : attempts.giveUp(form)),
    onSuccess: forget,
  });
  // What was sent was done, or it is not known: that is said first, and the form can be left all the same.
  const forgetAnyway = () => {
    giveUp.reset();
    if (form !== undefined) void attempts.forgetDone(form);
    forget();
  };
  if (giveUp.error) return <NotGivenUp error={giveUp.error} first={first} forget={forgetAnyway} keep={giveUp.reset} />;
  if (isEmpty) return null;
  return (
    <>
      <Button variant="subtle" ml="auto" loading={giveUp.isPending} onClick={() => setAsking(true)}>
        {say('discard')}
      </Button>
      {asking && (
        <AskFirst
          question={say('discardQuestion')}
          text={say('discardText')}
          yes={say('discard')}
          onYes={() => {
            setAsking(false);
            giveUp.mutate();
          }}
          onNo={() => setAsking(false)}
        />
      )}
    </>
  );
}

/** The form was sent before, and that was done or may still be: who throws it away reads that first. */
function NotGivenUp({
  error,
  first,
  forget,
  keep,
}: {
  error: Error;
  first: DiscardProps['first'];
  forget: () => void;
  keep: () => void;
}) {
  const say = useWords(partsWords);
  const isDone = error instanceof FirstWasDone;
  return (
    <Stack w="100%" gap="sm">
      {!isDone && <Failed error={error} />}
      <Alert color="yellow" title={say(isDone ? 'firstWasDone' : 'mayStillBeDone')} role="alert">
        {isDone && error.answer !== undefined && first?.(error.answer)}
        <Group>
          <Button size="sm" variant="default" onClick={forget}>
            {say('discardAnyway')}
          </Button>
          <Button size="sm" variant="default" onClick={keep}>
            {say('keepForm')}
          </Button>
        </Group>
      </Alert>
    </Stack>
  );
}
