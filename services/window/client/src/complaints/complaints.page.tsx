import { Group, Text } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';

import { useMay } from '../api/use-may.ts';
import { caseStateWords } from '../codes/state.words.ts';
import { useFormat, useWords } from '../language/language.tsx';
import { AreaName } from '../parts/area-name.tsx';
import { Badge } from '../parts/badge.tsx';
import { LinkButton } from '../parts/link-button.tsx';
import { Listed } from '../parts/listed.tsx';
import { PageTitle } from '../parts/page-title.tsx';
import { Rows } from '../parts/rows.tsx';
import { StateBadge } from '../parts/state-badge.tsx';
import { Empty } from '../parts/states.tsx';
import { categories, openCases } from './complaints.api.ts';
import { complaintsWords } from './complaints.words.ts';
import { isOpen } from './is-open.ts';

/** The complaints of one's area, the one that is due first at the top. */
export function ComplaintsPage() {
  const say = useWords(complaintsWords);
  const format = useFormat();
  const cases = useInfiniteQuery(openCases);
  const { data: kinds } = useQuery(categories);
  const mayFile = useMay('fileCases');
  const mayReadAppeals = useMay('readAppeals');
  const nameOf = (code: string) => {
    const found = kinds?.items.find((kind) => kind.code === code);
    return found ? say.of(found.names) : code;
  };
  return (
    <>
      <PageTitle title={say('title')} line={say('line')}>
        {mayReadAppeals && (
          <LinkButton variant="default" to="/appeals">
            {say('seeAppeals')}
          </LinkButton>
        )}
        {mayFile && <LinkButton to="/complaints/new">{say('file')}</LinkButton>}
      </PageTitle>
      <Listed of={cases} none={<Empty title={say('none')}>{say('noneText')}</Empty>}>
        {(items) => (
          <Rows
            heads={[say('number'), say('category'), say('area'), say('due'), say('assigned'), say('state')]}
            minWidth={760}
            rows={items.map((each) => [
              each.id,
              <Link key="l" to="/complaints/$id" params={{ id: each.id }}>
                {each.number}
              </Link>,
              nameOf(each.category),
              <AreaName key="a" code={each.areaCode} />,
              // What is answered is due no more.
              isOpen(each.state) ? (
                <Text key="d" fz="sm" c={each.overdue ? 'var(--bad)' : undefined}>
                  {format.date(each.resolveBy)} {each.overdue && `· ${say('overdue')}`}
                </Text>
              ) : (
                '–'
              ),
              each.assignedTo?.name ?? say('unassigned'),
              <Group key="s" gap={6}>
                <StateBadge of={caseStateWords[each.state]} />
                {each.appealId && <Badge meaning="plain">{say('hasAppeal')}</Badge>}
              </Group>,
            ])}
          />
        )}
      </Listed>
    </>
  );
}
