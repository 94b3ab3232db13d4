import type { ScreeningResult } from '@janela/contracts';
import { Button, Collapse, List, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useId } from 'react';

import { useWords } from '../language/language.tsx';
import { Reasons } from '../parts/reasons.tsx';
import { householdsWords } from './households.words.ts';
import { missingIn } from './missing-in.ts';
import { Missing } from './missing.tsx';

/** The reasons beside the rule, and what would change the answer. */
export function Why({ result }: { result: Pick<ScreeningResult, 'outcome' | 'reasons' | 'wouldChange'> }) {
  const say = useWords(householdsWords);
  const [open, { toggle }] = useDisclosure();
  const id = useId();
  return (
    <>
      <Button
        variant="subtle"
        size="compact-sm"
        w="fit-content"
        onClick={toggle}
        aria-expanded={open}
        aria-controls={id}
      >
        {say('why')}
      </Button>
      <Collapse expanded={open} id={id}>
        <Stack gap="sm" pt="xs">
          <Reasons reasons={result.reasons} />
          <Missing facts={missingIn(result.reasons)} />
          {result.outcome !== 'eligible' && result.wouldChange.length > 0 && (
            <div>
              <Text fw={600} fz="sm">
                {say('wouldChange')}
              </Text>
              <List size="sm">
                {result.wouldChange.map((change, index) => (
                  <List.Item key={index}>{say.of(change.needed)}</List.Item>
                ))}
              </List>
            </div>
          )}
        </Stack>
      </Collapse>
    </>
  );
}
