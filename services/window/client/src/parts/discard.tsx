import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';

import { useWords } from '../language/language.tsx';
import { AskFirst } from './ask-first.tsx';
import { partsWords } from './parts.words.ts';
import type { Draft } from './use-draft.ts';

interface DiscardProps {
  draft: Pick<Draft<never>, 'forget' | 'take' | 'keep' | 'changedElsewhere'>;
  isEmpty: boolean;
}

/** Throws away what was typed into a form, after asking; absent while there is nothing. Says when another tab has changed the form. */
export function Discard({ draft, isEmpty }: DiscardProps) {
  if (draft.changedElsewhere) return <ChangedElsewhere draft={draft} />;
  return <DiscardButton forget={draft.forget} isEmpty={isEmpty} />;
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

function DiscardButton({ forget, isEmpty }: { forget: () => void; isEmpty: boolean }) {
  const say = useWords(partsWords);
  const [asking, setAsking] = useState(false);
  if (isEmpty) return null;
  return (
    <>
      <Button variant="subtle" ml="auto" onClick={() => setAsking(true)}>
        {say('discard')}
      </Button>
      {asking && (
        <AskFirst
          question={say('discardQuestion')}
          text={say('discardText')}
          yes={say('discard')}
          onYes={() => {
            setAsking(false);
            forget();
          }}
          onNo={() => setAsking(false)}
        />
      )}
    </>
  );
}
