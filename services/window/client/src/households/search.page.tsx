import type { PersonFound } from '@janela/contracts';
import { Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';

import { useHasRole } from '../api/session.tsx';
import { useFormat, useWords } from '../language/language.tsx';
import { AreaName } from '../parts/area-name.tsx';
import { Asked } from '../parts/asked.tsx';
import { LinkButton } from '../parts/link-button.tsx';
import { PageTitle } from '../parts/page-title.tsx';
import { Empty } from '../parts/states.tsx';
import { peopleFound } from './household.api.ts';
import { householdsWords } from './households.words.ts';
import { matchedWords } from './people.words.ts';

/** Finding somebody: nothing is listed without a search. */
export function SearchPage() {
  const say = useWords(householdsWords);
  const { q = '' } = useSearch({ from: '/households' });
  const people = useQuery(peopleFound(q));
  const mayRegister = useHasRole('caseworker', 'supervisor');
  const register = mayRegister && <LinkButton to="/households/new">{say('register')}</LinkButton>;
  return (
    <>
      <PageTitle title={say('title')}>{register}</PageTitle>
      {q.trim() === '' ? (
        <Empty title={say('searchFirst')}>{say('searchFirstText')}</Empty>
      ) : (
        <Asked of={people}>{({ items }) => <Found items={items} q={q} />}</Asked>
      )}
    </>
  );
}

function Found({ items, q }: { items: PersonFound[]; q: string }) {
  const say = useWords(householdsWords);
  const matched = useWords(matchedWords);
  const format = useFormat();
  if (items.length === 0) return <Empty title={say('found', { count: 0, q })}>{say('nobody')}</Empty>;
  return (
    <>
      <Text role="status" mb="sm">
        {say('found', { count: items.length, q })}
      </Text>
      <Table.ScrollContainer minWidth={640}>
        <Table className="tabular" highlightOnHover>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{say('name')}</Table.Th>
              <Table.Th>{say('born')}</Table.Th>
              <Table.Th>{say('number')}</Table.Th>
              <Table.Th>{say('area')}</Table.Th>
              <Table.Th>{say('matched')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {items.map((person) => (
              <Table.Tr key={person.personId}>
                <Table.Td>
                  <Link to="/households/$id" params={{ id: person.householdId }}>
                    {person.givenNames} {person.familyName}
                  </Link>
                </Table.Td>
                <Table.Td>
                  {person.bornOnPrecision === 'year' ? person.bornOn.slice(0, 4) : format.date(person.bornOn)}
                </Table.Td>
                <Table.Td>{person.householdNumber}</Table.Td>
                <Table.Td>
                  <AreaName code={person.areaCode} />
                </Table.Td>
                <Table.Td>{person.matched.map((each) => matched(each)).join(', ')}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </>
  );
}
