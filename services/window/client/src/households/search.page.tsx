import type { PeopleFound, PersonFound } from '@janela/contracts';
import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';

import { useMay } from '../api/use-may.ts';
import { useFormat, useWords } from '../language/language.tsx';
import { AreaName } from '../parts/area-name.tsx';
import { Asked } from '../parts/asked.tsx';
import { LinkButton } from '../parts/link-button.tsx';
import { PageTitle } from '../parts/page-title.tsx';
import { Rows } from '../parts/rows.tsx';
import { Empty } from '../parts/states.tsx';
import { peopleFound } from './household.api.ts';
import { householdsWords } from './households.words.ts';
import { foundByWords } from './people.words.ts';

/** Finding a person: nothing is listed without a search. */
export function SearchPage() {
  const say = useWords(householdsWords);
  const { q = '' } = useSearch({ from: '/households' });
  const people = useQuery(peopleFound(q));
  const mayRegister = useMay('register');
  const register = mayRegister && <LinkButton to="/households/new">{say('register')}</LinkButton>;
  return (
    <>
      <PageTitle title={say('title')}>{register}</PageTitle>
      {q.trim() === '' ? (
        <Empty title={say('searchFirst')}>{say('searchFirstText')}</Empty>
      ) : (
        <Asked of={people}>{({ items, more }) => <Found items={items} more={more} q={q} />}</Asked>
      )}
    </>
  );
}

function Found({ items, more, q }: Pick<PeopleFound, 'items' | 'more'> & { q: string }) {
  const say = useWords(householdsWords);
  const matched = useWords(foundByWords);
  const format = useFormat();
  if (items.length === 0) return <Empty title={say('found', { count: 0, q })}>{say('tryOtherwise')}</Empty>;
  return (
    <>
      <Text role="status" mb="sm">
        {more ? say('foundMore', { count: items.length, q }) : say('found', { count: items.length, q })}
      </Text>
      <Rows
        heads={[say('name'), say('born'), say('number'), say('area'), say('matched')]}
        minWidth={640}
        rows={items.map((person) => [
          person.personId,
          <Link key="l" to="/households/$id" params={{ id: person.householdId }}>
            {person.givenNames} {person.familyName}
          </Link>,
          bornText(person, format),
          person.householdNumber,
          <AreaName key="a" code={person.areaCode} />,
          person.matched.map((each) => matched(each)).join(', '),
        ])}
      />
    </>
  );
}

/** As much of a birth date as is known. */
function bornText({ bornOn, bornOnPrecision }: PersonFound, format: ReturnType<typeof useFormat>): string {
  if (bornOnPrecision === 'year') return bornOn.slice(0, 4);
  return bornOnPrecision === 'month' ? format.month(bornOn.slice(0, 7)) : format.date(bornOn);
}
