import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';

import { useFormat, useWords } from '../language/language.tsx';
import { AreaName } from '../parts/area-name.tsx';
import { Asked } from '../parts/asked.tsx';
import { PageTitle } from '../parts/page-title.tsx';
import { partsWords } from '../parts/parts.words.ts';
import { Rows } from '../parts/rows.tsx';
import { Empty } from '../parts/states.tsx';
import { waitingApplications } from './decisions.api.ts';
import { decisionsWords } from './decisions.words.ts';
import { Outcome } from './outcome.tsx';

/** What waits for an officer's decision. */
export function DecisionsPage() {
  const say = useWords(decisionsWords);
  const parts = useWords(partsWords);
  const format = useFormat();
  const waiting = useInfiniteQuery(waitingApplications);
  const heads = [say('programme'), say('area'), say('submitted'), say('recommendation')];
  return (
    <>
      <PageTitle title={say('title')} line={say('line')} />
      <Asked of={waiting}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          if (items.length === 0) return <Empty title={say('none')}>{say('noneText')}</Empty>;
          return (
            <Rows
              heads={heads}
              rows={items.map((each) => [
                each.id,
                <Link key="l" to="/decisions/$id" params={{ id: each.id }}>
                  {say.of(each.title)}
                </Link>,
                <AreaName key="a" code={each.areaCode} />,
                format.date(each.submittedAt),
                each.recommendation && <Outcome key="o" of={each.recommendation.outcome} />,
              ])}
            />
          );
        }}
      </Asked>
      {waiting.hasNextPage && (
        <Button
          variant="default"
          mt="md"
          loading={waiting.isFetchingNextPage}
          onClick={() => void waiting.fetchNextPage()}
        >
          {parts('more')}
        </Button>
      )}
    </>
  );
}
