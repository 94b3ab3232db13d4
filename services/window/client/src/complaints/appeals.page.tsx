import { appealStates } from '@janela/contracts';
import { NativeSelect, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';

import { useNames } from '../api/people-names.ts';
import { appealStateWords } from '../codes/state.words.ts';
import { useFormat, useWords } from '../language/language.tsx';
import { AreaName } from '../parts/area-name.tsx';
import { Listed } from '../parts/listed.tsx';
import { PageTitle } from '../parts/page-title.tsx';
import { Rows } from '../parts/rows.tsx';
import { StateBadge } from '../parts/state-badge.tsx';
import { Empty } from '../parts/states.tsx';
import { appealWords } from './appeal.words.ts';
import { appealsIn } from './complaints.api.ts';

const states = ['filed', 'upheld', 'dismissed'] as const;

/** The appeals of one's area: those that wait, unless others are asked for. */
export function AppealsPage() {
  const say = useWords(appealWords);
  const { state = 'filed' } = useSearch({ from: '/appeals' });
  const navigate = useNavigate({ from: '/appeals' });
  const choose = (chosen: string) =>
    navigate({
      search: { state: ([...appealStates.states, 'all'] as const).find((each) => each === chosen) ?? 'filed' },
      replace: true,
      resetScroll: false,
    });
  return (
    <>
      <PageTitle title={say('title')} line={say('line')} />
      <NativeSelect
        aria-label={say('state')}
        size="sm"
        w="fit-content"
        mb="md"
        value={state}
        onChange={(event) => void choose(event.currentTarget.value)}
        data={[
          ...states.map((value) => ({ value, label: say.of(appealStateWords[value].words) })),
          { value: 'all', label: say('all') },
        ]}
      />
      <List state={state} />
    </>
  );
}

function List({ state }: { state: (typeof appealStates.states)[number] | 'all' }) {
  const say = useWords(appealWords);
  const format = useFormat();
  const appeals = useInfiniteQuery(appealsIn(state === 'all' ? undefined : state));
  const shown = appeals.data?.pages.flatMap(({ items }) => items) ?? [];
  const names = useNames({ householdIds: shown.map(({ householdId }) => householdId) });
  return (
    <Listed of={appeals} none={<Empty title={say('none')}>{say('noneText')}</Empty>}>
      {(items) => (
        <Rows
          heads={[say('household'), say('area'), say('filed'), say('against'), say('grounds'), say('state')]}
          minWidth={760}
          rows={items.map((each) => [
            each.id,
            // By number only: who complained may not want to be named.
            <Link key="l" to="/complaints/$id" params={{ id: each.caseId }}>
              {names.household(each.householdId)?.number ?? say('appeal')}
            </Link>,
            <AreaName key="a" code={each.areaCode} />,
            format.date(each.filedAt),
            say(each.applicationId ? 'aDecision' : 'aPayment'),
            <Text key="g" fz="sm" lineClamp={2} className="as-typed">
              {each.grounds}
            </Text>,
            <StateBadge key="s" of={appealStateWords[each.state]} />,
          ])}
        />
      )}
    </Listed>
  );
}
