import type { Reason } from '@janela/contracts';
import { Table } from '@mantine/core';

import { useWords } from '../language/language.tsx';
import { Badge } from './badge.tsx';
import { reasonsWords } from './reasons.words.ts';
import { TableHolder } from './table-holder.tsx';

/** Criterion by criterion: what was seen, what is needed, on what legal basis. */
export function Reasons({ reasons }: { reasons: Reason[] }) {
  const say = useWords(reasonsWords);
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
  const say = useWords(reasonsWords);
  if (whole?.met && !met) return <Badge meaning="plain">{say(met === null ? 'notKnown' : 'notThisOne')}</Badge>;
  if (met === null) return <Badge meaning="unknown">{say('notKnown')}</Badge>;
  return met ? <Badge meaning="good">{say('met')}</Badge> : <Badge meaning="bad">{say('notMet')}</Badge>;
}
