import type { Household, Member } from '@janela/contracts';
import { ageRangeAt, dateIn } from '@janela/kernel';
import { Table, Text } from '@mantine/core';

import { useCodeWords } from '../api/country.ts';
import { useFormat, useWords } from '../language/language.tsx';
import { Badge } from '../parts/badge.tsx';
import { Panel } from '../parts/panel.tsx';
import { householdsWords } from './households.words.ts';

/** The people of a household, the head first, and who collects its money. */
export function People({ household }: { household: Household }) {
  const say = useWords(householdsWords);
  const { members, payee } = household;
  const inOrder = members.toSorted((a, b) => Number(b.relationship === 'head') - Number(a.relationship === 'head'));
  return (
    <Panel title={say('people')}>
      <Table.ScrollContainer minWidth={560}>
        <Table className="tabular">
          <Table.Tbody>
            {inOrder.map((member) => (
              <PersonRow key={member.personId} member={member} household={household} />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {!payee && <Text c="dimmed">{say('noPayee')}</Text>}
    </Panel>
  );
}

function PersonRow({ member, household: { payee } }: { member: Member; household: Household }) {
  const say = useWords(householdsWords);
  const codes = useCodeWords();
  const format = useFormat();
  const { atLeast, atMost } = ageRangeAt(member.bornOn, member.bornOnPrecision, dateIn('UTC', new Date()));
  const age = say('years', { age: atLeast === atMost ? atLeast : say('about', { age: atLeast }) });
  const collects = payee?.personId === member.personId;
  const deputises = payee?.deputyPersonId === member.personId;
  return (
    <Table.Tr>
      <Table.Td fw={600}>
        {member.givenNames} {member.familyName}
      </Table.Td>
      <Table.Td>{say.of(codes('relationship', member.relationship))}</Table.Td>
      <Table.Td>{say.of(codes('sex', member.sex))}</Table.Td>
      <Table.Td>{member.diedOn ? say('died', { on: format.date(member.diedOn) }) : age}</Table.Td>
      <Table.Td>{member.identifiers.map(({ masked }) => masked).join(', ')}</Table.Td>
      <Table.Td>
        {collects && (
          <Badge meaning="good">
            {say('payee')} {payee.account && <span className="number">{payee.account}</span>}
          </Badge>
        )}
        {deputises && <Badge meaning="plain">{say('deputy')}</Badge>}
      </Table.Td>
    </Table.Tr>
  );
}
