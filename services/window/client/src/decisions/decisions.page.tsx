import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';

import { useNames } from '../api/people-names.ts';
import { useFormat, useWords } from '../language/language.tsx';
import { AreaName } from '../parts/area-name.tsx';
import { Badge } from '../parts/badge.tsx';
import { Listed } from '../parts/listed.tsx';
import { PageTitle } from '../parts/page-title.tsx';
import { Rows } from '../parts/rows.tsx';
import { Empty } from '../parts/states.tsx';
import { waitingApplications } from './decisions.api.ts';
import { decisionsWords } from './decisions.words.ts';
import { Outcome } from './outcome.tsx';

/** What waits for an officer's decision, each with the person or household that it is about. */
export function DecisionsPage() {
  const say = useWords(decisionsWords);
  const format = useFormat();
  const waiting = useInfiniteQuery(waitingApplications);
  const shown = waiting.data?.pages.flatMap(({ items }) => items) ?? [];
  const names = useNames({
    personIds: shown.map(({ personId }) => personId),
    householdIds: shown.map(({ householdId }) => householdId),
  });
  const heads = [
    say('who'),
    say('householdNumber'),
    say('place'),
    say('programme'),
    say('submitted'),
    say('recommendation'),
  ];
  return (
    <>
      <PageTitle title={say('title')} line={say('line')} />
      <Listed of={waiting} none={<Empty title={say('none')}>{say('noneText')}</Empty>}>
        {(items) => (
          <Rows
            heads={heads}
            minWidth={820}
            rows={items.map((each) => {
              const household = names.household(each.householdId);
              return [
                each.id,
                <Link key="l" to="/decisions/$id" params={{ id: each.id }}>
                  {names.person(each.personId) ?? names.headOf(each.householdId)}
                </Link>,
                household?.number ?? '–',
                <span key="a">
                  {household?.address && `${household.address}, `}
                  <AreaName code={each.areaCode} />
                </span>,
                `${say.of(each.title)} (${each.programme})`,
                format.date(each.submittedAt),
                <span key="o">
                  {each.recommendation && <Outcome of={each.recommendation.outcome} />}{' '}
                  {each.suspectedDuplicates.length > 0 && <Badge meaning="unknown">{say('duplicateShort')}</Badge>}
                </span>,
              ];
            })}
          />
        )}
      </Listed>
    </>
  );
}
