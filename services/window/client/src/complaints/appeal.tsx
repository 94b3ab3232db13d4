import type { Appeal, Case } from '@janela/contracts';
import { Button, Group, Text, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';

import { useHasRole } from '../api/session.tsx';
import { appealStateWords } from '../codes/state.words.ts';
import { useFormat, useWords } from '../language/language.tsx';
import { Asked } from '../parts/asked.tsx';
import { Discard } from '../parts/discard.tsx';
import { Panel } from '../parts/panel.tsx';
import { StateBadge } from '../parts/state-badge.tsx';
import { SendPart } from '../parts/send-part.tsx';
import { useDraft } from '../parts/use-draft.ts';
import { appealById, useDecideAppeal, useFileAppeal } from './complaints.api.ts';
import { complaintsWords } from './complaints.words.ts';

/** The appeal that hangs on a case about a decision: filed by an officer, decided by a reviewer who did not take the decision. */
export function AppealPart({ of }: { of: Case }) {
  const say = useWords(complaintsWords);
  const mayFile = useHasRole('grievance-officer', 'caseworker', 'supervisor');
  if (of.appealId)
    return (
      <Panel title={say('appeal')}>
        <Filed id={of.appealId} />
      </Panel>
    );
  if (!of.applicationId || !mayFile || of.state === 'closed') return null;
  return (
    <Panel title={say('fileAppeal')}>
      <File caseId={of.id} applicationId={of.applicationId} />
    </Panel>
  );
}

function Filed({ id }: { id: string }) {
  const isReviewer = useHasRole('appeals-reviewer');
  const format = useFormat();
  return (
    <Asked of={useQuery(appealById(id))}>
      {(appeal) => (
        <>
          <Group>
            <StateBadge of={appealStateWords[appeal.state]} />
            <Text c="dimmed" fz="sm">
              {format.date(appeal.filedAt)} {appeal.decidedBy && `· ${appeal.decidedBy}`}
            </Text>
          </Group>
          <Text className="as-typed">{appeal.grounds}</Text>
          {appeal.reason && <Text className="as-typed">{appeal.reason}</Text>}
          {isReviewer && appeal.state === 'filed' && <Decide appeal={appeal} />}
        </>
      )}
    </Asked>
  );
}

function File({ caseId, applicationId }: { caseId: string; applicationId: string }) {
  const say = useWords(complaintsWords);
  const draft = useDraft(`appeal ${caseId}`, '');
  const grounds = draft.value;
  const file = useFileAppeal(caseId, draft.sending);
  return (
    <>
      <Textarea
        label={say('grounds')}
        autosize
        minRows={2}
        maw="70ch"
        maxLength={10_000}
        value={grounds}
        onChange={(event) => draft.set(event.currentTarget.value)}
      />
      <SendPart of={file}>
        <Group>
          <Button
            disabled={!grounds.trim()}
            loading={file.isPending}
            onClick={() => file.mutate({ caseId, applicationId, grounds })}
          >
            {say('fileAppeal')}
          </Button>
          <Discard draft={draft} isEmpty={!grounds.trim()} form={`appeal ${caseId}`} />
        </Group>
      </SendPart>
    </>
  );
}

function Decide({ appeal }: { appeal: Appeal }) {
  const say = useWords(complaintsWords);
  const draft = useDraft(`decide appeal ${appeal.id}`, '');
  const decide = useDecideAppeal(appeal, draft.sending);
  const text = draft.value.trim();
  const go = (outcome: 'upheld' | 'dismissed') => () => decide.mutate({ outcome, reason: text });
  return (
    <>
      <Textarea
        label={say('reason')}
        autosize
        minRows={2}
        maw="70ch"
        maxLength={5000}
        value={draft.value}
        onChange={(event) => draft.set(event.currentTarget.value)}
      />
      <SendPart of={decide}>
        <Group>
          <Button disabled={!text} loading={decide.isPending} onClick={go('upheld')}>
            {say('uphold')}
          </Button>
          <Button variant="default" disabled={!text} loading={decide.isPending} onClick={go('dismissed')}>
            {say('dismiss')}
          </Button>
          <Discard draft={draft} isEmpty={text === ''} />
        </Group>
      </SendPart>
    </>
  );
}
