import { applicationStates, type Application } from '@janela/contracts';
import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';

import { useAreaName } from '../api/areas.ts';
import { useHasRole } from '../api/session.tsx';
import { applicationStateWords } from '../codes/state.words.ts';
import { ComplainButton } from '../complaints/complain-button.tsx';
import { householdsWords } from '../households/households.words.ts';
import { Reasons } from '../households/why.tsx';
import { useFormat, useWords } from '../language/language.tsx';
import { Asked } from '../parts/asked.tsx';
import { LinkButton } from '../parts/link-button.tsx';
import { PageTitle } from '../parts/page-title.tsx';
import { Panel } from '../parts/panel.tsx';
import { StateBadge } from '../parts/state-badge.tsx';
import { Failed } from '../parts/states.tsx';
import { applicationById, useDecide } from './decisions.api.ts';
import { decisionsWords } from './decisions.words.ts';
import { Outcome } from './outcome.tsx';

/** One application: what the rules say and why, and the officer's decision. */
export function ApplicationPage() {
  const { id } = useParams({ from: '/decisions/$id' });
  return <Asked of={useQuery(applicationById(id))}>{(application) => <Page application={application} />}</Asked>;
}

function Page({ application }: { application: Application }) {
  const say = useWords(decisionsWords);
  const households = useWords(householdsWords);
  const format = useFormat();
  const nameOf = useAreaName();
  const { recommendation, decision } = application;
  const mayDecide = useHasRole('supervisor') && applicationStates.mayBecome(application.state, 'approved');
  return (
    <>
      <PageTitle
        title={say.of(application.title)}
        line={`${nameOf(application.areaCode)} · ${format.date(application.submittedAt)} · ${application.submittedBy}`}
      >
        <StateBadge of={applicationStateWords[application.state]} />
        <LinkButton variant="default" to="/households/$id" params={{ id: application.householdId }}>
          {say('household')}
        </LinkButton>
        {decision && <ComplainButton about={{ householdId: application.householdId, applicationId: application.id }} />}
      </PageTitle>
      <Stack gap="lg">
        <Panel title={say('reasons')}>
          {recommendation ? (
            <>
              <Group gap="sm">
                <Outcome of={recommendation.outcome} />
                {recommendation.entitlement && (
                  <Text fw={600} className="number">
                    {format.money(recommendation.entitlement)} {households(recommendation.entitlement.frequency)}
                  </Text>
                )}
                <Text c="dimmed" fz="sm">
                  {say('asOf', { version: recommendation.programmeVersion, on: format.date(recommendation.asOf) })}
                </Text>
              </Group>
              <Reasons reasons={recommendation.reasons} />
            </>
          ) : (
            <Text>{say('notYet')}</Text>
          )}
        </Panel>
        {decision && (
          <Panel title={say('decided')}>
            <Text>{decision.reason}</Text>
            <Text c="dimmed" fz="sm">
              {say('decidedBy', { name: decision.decidedBy, at: format.instant(decision.decidedAt) })}
            </Text>
          </Panel>
        )}
        {mayDecide && <Decide application={application} />}
      </Stack>
    </>
  );
}

function Decide({ application }: { application: Application }) {
  const say = useWords(decisionsWords);
  const [reason, setReason] = useState('');
  const decide = useDecide(application);
  const given = reason.trim();
  const { recommendation } = application;
  const mayApprove = recommendation?.amountKnown && (recommendation.outcome === 'eligible' || given);
  const answer = (outcome: 'approved' | 'refused') => () => decide.mutate({ outcome, ...(given && { reason: given }) });
  return (
    <Panel title={say('decide')}>
      <Textarea
        label={say('reason')}
        description={say('reasonHelp')}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        maxLength={2000}
        autosize
        minRows={2}
        maw="70ch"
      />
      {recommendation?.amountKnown === false && <Text>{say('amountNotKnown')}</Text>}
      {decide.error && <Failed error={decide.error} />}
      <Group>
        <Button disabled={!mayApprove} loading={decide.isPending} onClick={answer('approved')}>
          {say('approve')}
        </Button>
        <Button variant="default" disabled={!given} loading={decide.isPending} onClick={answer('refused')}>
          {say('refuse')}
        </Button>
      </Group>
    </Panel>
  );
}
