import type { Reason, ScreeningResult } from '@janela/contracts';
import { Button, Collapse, List, Stack, Table, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useId } from 'react';

import { useWords } from '../language/language.tsx';
import { Badge } from '../parts/badge.tsx';
import { TableHolder } from '../parts/table-holder.tsx';
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

/** Criterion by criterion: what was seen, what is needed, on what legal basis. */
export function Reasons({ reasons }: { reasons: Reason[] }) {
  const say = useWords(householdsWords);
  return (
    <TableHolder>
      <Table withRowBorders={false} verticalSpacing={6} className="stacks reasons" miw={560}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{say('isMet')}</Table.Th>
            <Table.Th>{say('seen')}</Table.Th>
            <Table.Th>{say('needed')}</Table.Th>
            <Table.Th>{say('law')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {reasons.map((reason) => (
            <Table.Tr key={reason.criterion} className={reason.within && 'part'}>
              <Table.Td>
                <Met reason={reason} whole={reasons.find(({ criterion }) => criterion === reason.within)} />
              </Table.Td>
              <Table.Td data-head={say('seen')}>{say.of(reason.seen)}</Table.Td>
              <Table.Td data-head={say('needed')}>{say.of(reason.needed)}</Table.Td>
              <Table.Td c="dimmed" data-head={say('law')}>
                {reason.legalReference}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </TableHolder>
  );
}

/** A part that is not met or not known holds no one back where another part was enough for the whole. */
function Met({ reason: { met }, whole }: { reason: Reason; whole: Reason | undefined }) {
  const say = useWords(householdsWords);
  if (whole?.met && !met) return <Badge meaning="plain">{say(met === null ? 'notKnown' : 'notThisOne')}</Badge>;
  if (met === null) return <Badge meaning="unknown">{say('notKnown')}</Badge>;
  return met ? <Badge meaning="good">{say('met')}</Badge> : <Badge meaning="bad">{say('notMet')}</Badge>;
}
