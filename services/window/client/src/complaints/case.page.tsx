import type { Case } from '@janela/contracts';
import { Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';

import { useAreaName } from '../api/areas.ts';
import { useNames } from '../api/people-names.ts';
import { useMay } from '../api/use-may.ts';
import { caseActionWords, inWords } from '../codes/action.words.ts';
import { caseStateWords } from '../codes/state.words.ts';
import { useFormat, useWords } from '../language/language.tsx';
import { Asked } from '../parts/asked.tsx';
import { Badge } from '../parts/badge.tsx';
import { LinkButton } from '../parts/link-button.tsx';
import { PageTitle } from '../parts/page-title.tsx';
import { Panel } from '../parts/panel.tsx';
import { Rows } from '../parts/rows.tsx';
import { StateBadge } from '../parts/state-badge.tsx';
import { AppealPart } from './appeal.tsx';
import { CaseActions } from './case-actions.tsx';
import { ComplainButton } from './complain-button.tsx';
import { caseById, categories } from './complaints.api.ts';
import { complaintsWords } from './complaints.words.ts';
import { isOpen } from './is-open.ts';

/** One complaint: what was said, what was done, and what may be done next. */
export function CasePage() {
  const { id } = useParams({ from: '/complaints/$id' });
  return <Asked of={useQuery(caseById(id))}>{(found) => <Page of={found} />}</Asked>;
}

/** The household that a complaint is about, by its head, number and place; of who wants no name none is shown. */
function Subject({ householdId }: { householdId: string }) {
  const say = useWords(complaintsWords);
  const names = useNames({ householdIds: [householdId] });
  const found = names.household(householdId);
  const name = [names.headOf(householdId), found?.head && found.number, found?.address].filter(Boolean).join(' · ');
  return <Text fw={600}>{say('ofHousehold', { name })}</Text>;
}

/** What a person who comes back can do, besides appealing. */
function Closed({ of: { householdId, applicationId, paymentId } }: { of: Case }) {
  const say = useWords(complaintsWords);
  const about = {
    ...(householdId && { householdId }),
    ...(applicationId && { applicationId }),
    ...(paymentId && { paymentId }),
  };
  return (
    <Panel title={say('isClosed')}>
      <Text>{say('isClosedText')}</Text>
      <Group>
        <ComplainButton about={about} />
      </Group>
    </Panel>
  );
}

function Page({ of }: { of: Case }) {
  const say = useWords(complaintsWords);
  const format = useFormat();
  const nameOf = useAreaName();
  const mayRead = useMay('readHousehold');
  const mayFile = useMay('fileCases');
  const { data: kinds } = useQuery(categories);
  const about = kinds?.items.find(({ code }) => code === of.category);
  const line = [
    about && say.of(about.names),
    nameOf(of.areaCode),
    format.date(of.filedAt),
    isOpen(of.state) && `${say('due')} ${format.date(of.resolveBy)}`,
  ]
    .filter(Boolean)
    .join(' · ');
  return (
    <>
      <PageTitle title={of.number} line={line}>
        {of.sensitive && <Badge meaning="unknown">{say('sensitive')}</Badge>}
        {of.overdue && <Badge meaning="bad">{say('overdue')}</Badge>}
        <StateBadge of={caseStateWords[of.state]} />
        {of.householdId && mayRead && (
          <LinkButton variant="default" to="/households/$id" params={{ id: of.householdId }}>
            {say('household')}
          </LinkButton>
        )}
      </PageTitle>
      <Stack gap="lg">
        {of.householdId && !of.anonymous && <Subject householdId={of.householdId} />}
        <Panel title={say('description')}>
          <Text className="as-typed">{of.description}</Text>
          {of.answer && of.resolution && (
            <Text>
              <strong>{say(of.resolution)}</strong> · {of.answer}
            </Text>
          )}
        </Panel>
        <CaseActions of={of} />
        {of.state === 'closed' && mayFile && <Closed of={of} />}
        <AppealPart of={of} />
        <Panel title={say('steps')}>
          <Rows
            heads={[say('when'), say('by'), say('done'), say('note')]}
            rows={(of.steps ?? []).map((step, index) => [
              String(index),
              format.instant(step.at),
              step.by,
              say.of(inWords(caseActionWords, step.action)),
              step.note && <span className="as-typed">{step.note}</span>,
            ])}
          />
        </Panel>
      </Stack>
    </>
  );
}
