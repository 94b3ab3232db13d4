import type { Household } from '@janela/contracts';
import { Alert, Group, Stack, Tabs, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';

import { useAreaName } from '../api/areas.ts';
import { householdStateWords } from '../codes/state.words.ts';
import { ComplainButton } from '../complaints/complain-button.tsx';
import { useFormat, useWords } from '../language/language.tsx';
import { Asked } from '../parts/asked.tsx';
import { PageTitle } from '../parts/page-title.tsx';
import { StateBadge } from '../parts/state-badge.tsx';
import { householdById } from './household.api.ts';
import { householdsWords } from './households.words.ts';
import { Applications, Complaints, History, Looked, Payments } from './household-tabs.tsx';
import { People } from './people.tsx';
import { Standing } from './standing.tsx';

/** A household on one page: what it receives and could receive and why, its people, and everything that happened. */
export function HouseholdPage() {
  const { id } = useParams({ from: '/households/$id' });
  const household = useQuery(householdById(id));
  return <Asked of={household}>{(found) => <Page household={found} />}</Asked>;
}

function Page({ household }: { household: Household }) {
  const say = useWords(householdsWords);
  const format = useFormat();
  const nameOf = useAreaName();
  const { registered } = useSearch({ from: '/households/$id' });
  const head = household.members.find(({ relationship }) => relationship === 'head');
  const line = [
    household.number,
    [household.address, nameOf(household.areaCode)].filter(Boolean).join(', '),
    say('peopleCount', { count: household.members.length }),
    say('registeredOn', { on: format.date(household.registeredAt) }),
  ].join(' · ');
  return (
    <>
      {registered && (
        <Alert color="green" mb="md" role="status">
          <Text fw={600}>{say('registered', { number: household.number })}</Text>
        </Alert>
      )}
      <PageTitle title={head ? `${head.familyName}, ${head.givenNames}` : household.number} line={line}>
        {household.state !== 'active' && <StateBadge of={householdStateWords[household.state]} />}
        <ComplainButton about={{ householdId: household.id }} />
      </PageTitle>
      <Stack gap="lg">
        <Standing household={household} />
        <People household={household} />
        <Records householdId={household.id} />
      </Stack>
    </>
  );
}

function Records({ householdId }: { householdId: string }) {
  const say = useWords(householdsWords);
  const tabs = [
    ['applications', <Applications key="a" householdId={householdId} />],
    ['payments', <Payments key="p" householdId={householdId} />],
    ['complaints', <Complaints key="c" householdId={householdId} />],
    ['history', <History key="h" householdId={householdId} />],
    ['looked', <Looked key="l" householdId={householdId} />],
  ] as const;
  return (
    <div className="panel">
      <Tabs defaultValue="applications" keepMounted={false}>
        <Tabs.List mb="md">
          <Group gap={0} wrap="wrap">
            {tabs.map(([name]) => (
              <Tabs.Tab key={name} value={name}>
                {say(name)}
              </Tabs.Tab>
            ))}
          </Group>
        </Tabs.List>
        {tabs.map(([name, content]) => (
          <Tabs.Panel key={name} value={name}>
            {content}
          </Tabs.Panel>
        ))}
      </Tabs>
    </div>
  );
}
