import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';

import type { Change } from '../api/change.ts';
import { useSession } from '../api/session.tsx';
import { useWords } from '../language/language.tsx';
import { AskButton } from '../parts/ask-button.tsx';
import { Discard } from '../parts/discard.tsx';
import { SendPart } from '../parts/send-part.tsx';
import { useDraft } from '../parts/use-draft.ts';
import { twoPeopleWords } from './two-people.words.ts';
import { useStep } from './use-step.ts';

/** What another person proposed: the second person agrees to it, or refuses it with a reason. */
export function Decide({
  name,
  proposedBy,
  agree,
  refuse,
}: {
  /** Names it among others, such as `funds/<id>`. */
  name: string;
  proposedBy: { id: string };
  agree: { verb: 'approve' | 'confirm'; text: string; change: Change<unknown> };
  refuse: (reason: string) => Change<unknown>;
}) {
  const say = useWords(twoPeopleWords);
  const session = useSession();
  const draft = useDraft(`refuse ${name}`, '');
  const [refusing, setRefusing] = useState(false);
  const step = useStep({ name, sending: draft.sending });
  const reason = draft.value.trim();
  if (proposedBy.id === session?.id) return <Text c="dimmed">{say('notYours')}</Text>;
  const { verb, text, change } = agree;
  return (
    <Stack gap="sm" maw="60ch">
      {(refusing || reason !== '') && (
        <Textarea
          label={say('refuseWhy')}
          value={draft.value}
          maxLength={1000}
          onChange={(event) => draft.set(event.currentTarget.value)}
        />
      )}
      <SendPart of={step}>
        <Group>
          <AskButton
            label={say(verb)}
            text={text}
            loading={step.isPending}
            onYes={() => step.mutate({ verb, change })}
          />
          <Button
            variant="default"
            disabled={refusing && reason === ''}
            loading={step.isPending}
            onClick={() =>
              reason === '' ? setRefusing(true) : step.mutate({ verb: 'refuse', change: refuse(reason) })
            }
          >
            {say('refuse')}
          </Button>
          <Discard draft={draft} isEmpty={reason === ''} />
        </Group>
      </SendPart>
    </Stack>
  );
}
