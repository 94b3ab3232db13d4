import type { SdgRow } from '@janela/contracts';
import { Button, Code, Collapse, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useId } from 'react';

import { useWords } from '../language/language.tsx';
import { figuresWords } from './figures.words.ts';

/** Definition, who counts, of whom, and the query: what it takes to compute a figure again. */
export function HowCounted({ row }: { row: SdgRow }) {
  const say = useWords(figuresWords);
  const [open, { toggle }] = useDisclosure();
  const id = useId();
  return (
    <>
      <Button variant="subtle" size="compact-sm" onClick={toggle} aria-expanded={open} aria-controls={id}>
        {say('how')}
      </Button>
      <Collapse expanded={open} id={id}>
        <Stack gap={4} maw={420}>
          {row.note && <Text fz="sm">{row.note}</Text>}
          {(['definition', 'basis'] as const).map((what) => (
            <Text fz="sm" key={what}>
              <strong>{say(what)}:</strong> {row[what]}
            </Text>
          ))}
          <Text fz="sm">
            <strong>{say('denominator')}:</strong> {row.denominatorSource}
          </Text>
          {/* It scrolls sideways, by keyboard too. */}
          <Code block tabIndex={0}>
            {row.query}
          </Code>
        </Stack>
      </Collapse>
    </>
  );
}
