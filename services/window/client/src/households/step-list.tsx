import { Text } from '@mantine/core';

import { useWords } from '../language/language.tsx';
import type { StepState } from './form-errors.ts';
import { householdsWords } from './households.words.ts';
import { registeringWords } from './registering.words.ts';

const marks: Record<StepState, string> = { done: '✓', wrong: '!', 'not yet': '·' };

/** Where one is in the form; each step can be opened, and is ticked only where nothing is known to be wrong. */
export function StepList({
  titles,
  at,
  stateOf,
  goTo,
}: {
  titles: string[];
  at: number;
  stateOf: (step: number) => StepState;
  goTo: (step: number) => void;
}) {
  const say = useWords(householdsWords);
  const registering = useWords(registeringWords);
  const named = (title: string, state: StepState) =>
    state === 'not yet' ? title : registering(state === 'done' ? 'stepDone' : 'stepWrong', { title });
  return (
    <nav aria-label={say('stepsList')}>
      <ol className="steps">
        {titles.map((title, step) => (
          <li key={title} aria-current={step === at ? 'step' : undefined}>
            <span aria-hidden="true">{marks[stateOf(step)]}</span>
            <button type="button" className="step" onClick={() => goTo(step)} aria-label={named(title, stateOf(step))}>
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
