import type { Application } from '@janela/contracts';
import { Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';

import { useMay } from '../api/use-may.ts';
import { appealStateWords } from '../codes/state.words.ts';
import { useFormat, useWords } from '../language/language.tsx';
import { Asked } from '../parts/asked.tsx';
import { LinkButton } from '../parts/link-button.tsx';
import { Panel } from '../parts/panel.tsx';
import { StateBadge } from '../parts/state-badge.tsx';
import { appealWords } from './appeal.words.ts';
import { appealById, casesOfHousehold } from './complaints.api.ts';

type About = Pick<Application, 'id' | 'householdId'>;

/** The appeals against decisions of an application, and what the reviewer said: who decides it again must know why. */
export function AppealsAgainst({ application }: { application: About }) {
  const say = useWords(appealWords);
  if (!useMay('readAppeals')) return null;
  return (
    <Panel title={say('title')}>
      <Asked of={useQuery(casesOfHousehold(application.householdId))}>
        {({ items }) => (
          <Appeals
            ids={items.flatMap(({ applicationId, appealId }) =>
              applicationId === application.id && appealId ? [appealId] : [],
            )}
          />
        )}
      </Asked>
    </Panel>
  );
}

function Appeals({ ids }: { ids: string[] }) {
  const say = useWords(appealWords);
  if (ids.length === 0) return <Text c="dimmed">{say('none')}</Text>;
  return ids.map((id) => <One key={id} id={id} />);
}

function One({ id }: { id: string }) {
  const say = useWords(appealWords);
  const format = useFormat();
  return (
    <Asked of={useQuery(appealById(id))}>
      {({ state, grounds, reason, decidedBy, decidedAt, caseId }) => (
        <>
          <Group>
            <StateBadge of={appealStateWords[state]} />
            {decidedBy && decidedAt && (
              <Text c="dimmed" fz="sm">
                {say('decidedOn', { name: decidedBy, at: format.instant(decidedAt) })}
              </Text>
            )}
          </Group>
          {reason && <Text className="as-typed">{reason}</Text>}
          <Text className="as-typed" c="dimmed">
            {say('saidWrong', { grounds })}
          </Text>
          <Group>
            <LinkButton variant="default" to="/complaints/$id" params={{ id: caseId }}>
              {say('seeComplaint')}
            </LinkButton>
          </Group>
        </>
      )}
    </Asked>
  );
}
