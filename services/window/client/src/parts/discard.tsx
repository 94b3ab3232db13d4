import { Button } from '@mantine/core';
import { useState } from 'react';

import { useWords } from '../language/language.tsx';
import { AskFirst } from './ask-first.tsx';
import { partsWords } from './parts.words.ts';

/** Throws away what was typed into a form, after asking; absent while there is nothing. */
export function Discard({ draft: { forget }, isEmpty }: { draft: { forget: () => void }; isEmpty: boolean }) {
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
