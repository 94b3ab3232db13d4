import { Text } from '@mantine/core';

import { useWords } from '../language/language.tsx';
import { householdsWords } from './households.words.ts';

/** Where one is in the form; each step can be opened, and is ticked once nothing that it needs is missing. */
export function StepList({
  titles,
  at,
  isDone,
  goTo,
}: {
  titles: string[];
  at: number;
  isDone: (step: number) => boolean;
  goTo: (step: number) => void;
}) {
  const say = useWords(householdsWords);
  return (
    <nav aria-label={say('stepsList')}>
      <ol className="steps">
        {titles.map((title, step) => (
          <li key={title} aria-current={step === at ? 'step' : undefined}>
            <span aria-hidden="true">{isDone(step) ? '✓' : '·'}</span>
            <button type="button" className="step" onClick={() => goTo(step)}>
              {title}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** How far one is. */
export function StepCount({ step, steps }: { step: number; steps: number }) {
  const say = useWords(householdsWords);
  return (
    <Text c="dimmed" role="status">
      {say('step', { step, steps })}
    </Text>
  );
}
