import { Button, Group, Text, Title } from '@mantine/core';
import { useEffect, useId, useRef } from 'react';

import { useWords } from '../language/language.tsx';
import { partsWords } from './parts.words.ts';

/** A question before something that cannot be undone; Escape and *Keep*, or whatever `no` says, leave everything as it is. */
export function AskFirst({
  question,
  text,
  yes,
  no,
  onYes,
  onNo,
}: {
  question: string;
  text: string;
  yes: string;
  no?: string;
  onYes: () => void;
  onNo: () => void;
}) {
  const say = useWords(partsWords);
  const box = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => box.current?.showModal(), []);
  return (
    <dialog ref={box} className="ask-first" aria-labelledby={id} onClose={onNo}>
      <Title order={2} id={id} mb="sm">
        {question}
      </Title>
      <Text mb="md">{text}</Text>
      <Group>
        <Button onClick={onYes}>{yes}</Button>
        <Button variant="default" onClick={onNo} data-autofocus>
          {no ?? say('keep')}
        </Button>
      </Group>
    </dialog>
  );
}
