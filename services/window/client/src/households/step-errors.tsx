import { Alert, List } from '@mantine/core';
import { useEffect, useRef } from 'react';

import type { Section } from '../api/country.ts';
import { useWords } from '../language/language.tsx';
import { fieldId, gapsOf, nameOfPerson, type Answers } from './form-answers.ts';
import { householdsWords } from './households.words.ts';

/** What is missing in a step, above it, each leading to its field; it takes the focus, so that it is read aloud. */
export function StepErrors({ section, answers }: { section: Section; answers: Answers }) {
  const say = useWords(householdsWords);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  const gaps = section.questions.flatMap((question) =>
    gapsOf(section, answers, question).map((member) => ({ question, member })),
  );
  const whose = (member: number | undefined) =>
    member === undefined
      ? ''
      : ` (${nameOfPerson(answers.members[member] ?? {}) || say('person', { number: member + 1 })})`;
  if (gaps.length === 0) return null;
  return (
    <Alert color="red" title={say('problems')} role="alert" tabIndex={-1} ref={box}>
      <List>
        {gaps.map(({ question, member }) => (
          <List.Item key={fieldId(question, member)}>
            <a
              href={`#${fieldId(question, member)}`}
              onClick={(event) => {
                event.preventDefault();
                document.getElementById(fieldId(question, member))?.focus();
              }}
            >
              {say('required', { label: say.of(question.label) })}
              {whose(member)}
            </a>
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}
