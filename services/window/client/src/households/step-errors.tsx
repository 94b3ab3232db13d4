import { Alert, List } from '@mantine/core';
import { useEffect, useRef } from 'react';

import { useWords } from '../language/language.tsx';
import { householdsWords } from './households.words.ts';

/** Something that is wrong, and the field that it is about. */
export interface StepError {
  id: string | undefined;
  says: string;
  /** The step that the field is on. */
  step: number;
}

/** What is wrong in the form, each leading to its field; it takes the focus, so that it is read aloud. */
export function StepErrors({ errors, lead }: { errors: StepError[]; lead: (error: StepError) => void }) {
  const say = useWords(householdsWords);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  if (errors.length === 0) return null;
  return (
    <Alert color="red" title={say('problems')} role="alert" tabIndex={-1} ref={box}>
      <List>
        {errors.map((error, index) => (
          <List.Item key={index}>
            {error.id ? (
              <a
                href={`#${error.id}`}
                onClick={(event) => {
                  event.preventDefault();
                  lead(error);
                }}
              >
                {error.says}
              </a>
            ) : (
              error.says
            )}
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}
