import { Button, Group, Text, Title } from '@mantine/core';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from 'react';

import { useWords } from '../language/language.tsx';
import { partsWords } from './parts.words.ts';

/**
 * A question before something that cannot be undone; Escape and *Keep*, or whatever `no` says, leave everything as it is. The focus
 * stands on that answer, and a key that is still held down from opening the question answers nothing.
 */
export function AskFirst({
  question,
  text,
  yes,
  no,
  onYes,
  onNo,
  children,
}: {
  question: string;
  text: string;
  yes: string;
  no?: string;
  onYes: () => void;
  onNo: () => void;
  /** What the question is about, in more than a sentence. */
  children?: ReactNode;
}) {
  const say = useWords(partsWords);
  const box = useRef<HTMLDialogElement>(null);
  const id = useId();
  const keep = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // A dialog gives the focus to its first button when it opens, which is the one that goes on.
    box.current?.showModal();
    keep.current?.focus();
  }, []);
  return (
    <dialog ref={box} className="ask-first" aria-labelledby={id} onClose={onNo} onKeyDown={ignoreHeld}>
      <Title order={2} id={id} mb="sm">
        {question}
      </Title>
      <Text mb="md">{text}</Text>
      {children}
      <Group>
        <Button onClick={onYes}>{yes}</Button>
        <Button variant="default" onClick={onNo} ref={keep}>
          {no ?? say('keep')}
        </Button>
      </Group>
    </dialog>
  );
}

/** A held key repeats; only a key that is pressed again answers, and Tab goes on through the buttons. */
function ignoreHeld(event: KeyboardEvent) {
  if (event.repeat && event.key !== 'Tab') event.preventDefault();
}
