import type { Household } from '@janela/contracts';
import { Alert, Group, Stack, Tabs, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';

import { mayDo } from '../api/access.ts';
import { useAreaName } from '../api/areas.ts';
import { useSession } from '../api/session.tsx';
import { householdStateWords } from '../codes/state.words.ts';
import { ComplainButton } from '../complaints/complain-button.tsx';
import { useFormat, useWords } from '../language/language.tsx';
import { Asked } from '../parts/asked.tsx';
import { Guarded } from '../parts/guarded.tsx';
import { PageTitle } from '../parts/page-title.tsx';
import { Panel } from '../parts/panel.tsx';
import { StateBadge } from '../parts/state-badge.tsx';
import { ConsentPart } from './consent.tsx';
import { Applications, Complaints, History, Looked, Payments } from './household-tabs.tsx';
import { householdById } from './household.api.ts';
import { householdsWords } from './households.words.ts';
import { headOf, livingOf, titleOf } from './living.ts';
import { PayeeLine } from './payee-line.tsx';
import { People } from './people.tsx';
import { registeringWords } from './registering.words.ts';
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
  const { registered, elsewhere } = useSearch({ from: '/households/$id' });
  const registering = useWords(registeringWords);
  const head = headOf(household);
  const line = [
    household.number,
    [household.address, nameOf(household.areaCode)].filter(Boolean).join(', '),
    say('peopleCount', { count: livingOf(household).length }),
    say('registeredOn', { on: format.date(household.registeredAt) }),
  ].join(' · ');
  return (
    <>
      {registered && (
        <Alert color="green" mb="md" role="status">
          <Text fw={600}>{say('registered', { number: household.number })}</Text>
        </Alert>
      )}
      {elsewhere && (
        <Alert color="yellow" mb="md" title={registering('elsewhereTitle', { count: elsewhere })} role="alert">
          {registering('elsewhereText', { count: elsewhere })}
        </Alert>
      )}
      <PageTitle title={head ? titleOf(head) : household.number} line={line}>
        {household.state !== 'active' && <StateBadge of={householdStateWords[household.state]} />}
        <ComplainButton about={{ householdId: household.id }} />
      </PageTitle>
      <Stack gap="lg">
        <Standing household={household} />
        <Panel title={say('collecting')}>
          <PayeeLine household={household} decide />
        </Panel>
        <People household={household} />
        <Panel title={say('consent')}>
          <ConsentPart household={household} />
        </Panel>
        <Records householdId={household.id} />
      </Stack>
    </>
  );
}

function Records({ householdId }: { householdId: string }) {
  const say = useWords(householdsWords);
  const session = useSession();
  const all = [
    ['applications', 'readApplications', <Applications key="a" householdId={householdId} />],
    ['payments', 'readPayments', <Payments key="p" householdId={householdId} />],
    ['complaints', 'readCases', <Complaints key="c" householdId={householdId} />],
    ['history', 'readHistory', <History key="h" householdId={householdId} />],
    ['looked', 'readAccessLog', <Looked key="l" householdId={householdId} />],
  ] as const;
  const tabs = all.filter(([, part]) => mayDo(part, session));
  const [first] = tabs;
  if (!first) return null;
  return (
    <div className="panel">
      <Tabs defaultValue={first[0]} keepMounted={false}>
        <Tabs.List mb="md">
          <Group gap={0} wrap="wrap">
            {tabs.map(([name]) => (
              <Tabs.Tab key={name} value={name}>
                {say(name)}
              </Tabs.Tab>
            ))}
          </Group>
        </Tabs.List>
        {tabs.map(([name, , content]) => (
          <Tabs.Panel key={name} value={name}>
            <Guarded>{content}</Guarded>
          </Tabs.Panel>
        ))}
      </Tabs>
    </div>
  );
}
