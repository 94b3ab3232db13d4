import { Button, type ButtonProps } from '@mantine/core';
import { useState } from 'react';

import { useWords } from '../language/language.tsx';
import { AskFirst } from './ask-first.tsx';
import { partsWords } from './parts.words.ts';

/** A button that says what it will do and asks once more; `question` names what it is about, where the label alone does not. */
export function AskButton({
  label,
  question,
  text,
  onYes,
  ...button
}: { label: string; question?: string; text: string; onYes: () => void } & Pick<
  ButtonProps,
  'variant' | 'disabled' | 'loading' | 'size'
>) {
  const say = useWords(partsWords);
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button {...button} aria-label={question} onClick={() => setAsking(true)}>
        {label}
      </Button>
      {asking && (
        <AskFirst
          question={question ?? label}
          text={text}
          yes={say('goOn')}
          no={say('goBack')}
          onYes={() => {
            setAsking(false);
            onYes();
          }}
          onNo={() => setAsking(false)}
        />
      )}
    </>
  );
}
