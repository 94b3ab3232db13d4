import type { Appeal, Case } from '@janela/contracts';
import { Button, Group, Text, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';

import { useMay } from '../api/use-may.ts';
import { appealStateWords } from '../codes/state.words.ts';
import { useFormat, useWords } from '../language/language.tsx';
import { Asked } from '../parts/asked.tsx';
import { Discard } from '../parts/discard.tsx';
import { Panel } from '../parts/panel.tsx';
import { StateBadge } from '../parts/state-badge.tsx';
import { SendPart } from '../parts/send-part.tsx';
import { useDraft } from '../parts/use-draft.ts';
import { appealWords } from './appeal.words.ts';
import { appealById, useFileAppeal } from './complaints.api.ts';
import { Contested } from './contested.tsx';
import { DecideAppeal } from './decide-appeal.tsx';
import { hasPassed } from './has-passed.ts';

/**
 * The appeal that hangs on a case about a decision or a payment: filed by an officer, also when the case is closed, and decided by a
 * reviewer who had no part in what it is against.
 */
export function AppealPart({ of }: { of: Case }) {
  const say = useWords(appealWords);
  const mayRead = useMay('readAppeals');
  const mayFile = useMay('fileAppeals');
  return (
    <>
      {of.appealId && mayRead && (
        <Panel title={say('appeal')}>
          <Filed id={of.appealId} />
        </Panel>
      )}
      {of.appealUntil && mayFile && (
        <Panel title={say(of.applicationId ? 'fileAppeal' : 'filePaymentAppeal')}>
          <Contested of={of} />
          <InTime of={of} until={of.appealUntil} />
        </Panel>
      )}
    </>
  );
}

function Filed({ id }: { id: string }) {
  const say = useWords(appealWords);
  const mayDecide = useMay('decideAppeals');
  const format = useFormat();
  return (
    <Asked of={useQuery(appealById(id))}>
      {(appeal) => (
        <>
          <Group>
            <StateBadge of={appealStateWords[appeal.state]} />
            <Text c="dimmed" fz="sm">
              {say('filedOn', { on: format.date(appeal.filedAt) })}
            </Text>
          </Group>
          <Text className="as-typed">{appeal.grounds}</Text>
          <Outcome of={appeal} />
          <Contested of={appeal} filedAt={appeal.state === 'filed' ? undefined : appeal.filedAt}>
            {mayDecide && appeal.state === 'filed' && <DecideAppeal appeal={appeal} />}
          </Contested>
        </>
      )}
    </Asked>
  );
}

/** What the reviewer decided, and why. */
function Outcome({ of: { reason, decidedBy, decidedAt } }: { of: Appeal }) {
  const say = useWords(appealWords);
  const format = useFormat();
  if (!decidedBy || !decidedAt) return null;
  return (
    <>
      {reason && <Text className="as-typed">{reason}</Text>}
      <Text c="dimmed" fz="sm">
        {say('decidedOn', { name: decidedBy, at: format.instant(decidedAt) })}
      </Text>
    </>
  );
}

/** The form while there is time, and otherwise when the time ended. */
function InTime({ of, until }: { of: Case; until: string }) {
  const say = useWords(appealWords);
  const format = useFormat();
  if (hasPassed(until)) return <Text>{say('timeOver', { until: format.instant(until) })}</Text>;
  return (
    <>
      <Text>{say('until', { until: format.instant(until) })}</Text>
      <File of={of} />
    </>
  );
}

function File({ of: { id: caseId, applicationId, paymentId } }: { of: Case }) {
  const say = useWords(appealWords);
  const draft = useDraft(`appeal ${caseId}`, '');
  const grounds = draft.value;
  const file = useFileAppeal(caseId, draft.sending);
  const against = applicationId ? { applicationId } : { paymentId };
  return (
    <>
      <Textarea
        label={say(applicationId ? 'why' : 'whyPayment')}
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
            onClick={() => file.mutate({ caseId, ...against, grounds })}
          >
            {say(applicationId ? 'fileAppeal' : 'filePaymentAppeal')}
          </Button>
          <Discard draft={draft} isEmpty={!grounds.trim()} form={`appeal ${caseId}`} />
        </Group>
      </SendPart>
    </>
  );
}
