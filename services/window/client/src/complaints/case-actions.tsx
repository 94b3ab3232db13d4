import { caseStates, type ActOnCase, type Case } from '@janela/contracts';
import { Button, Group, NativeSelect, Textarea } from '@mantine/core';
import { useState } from 'react';

import { useHasRole } from '../api/session.tsx';
import { useWords } from '../language/language.tsx';
import { Panel } from '../parts/panel.tsx';
import { Discard } from '../parts/discard.tsx';
import { Failed } from '../parts/states.tsx';
import { useDraft } from '../parts/use-draft.ts';
import { useActOnCase } from './complaints.api.ts';
import { complaintsWords } from './complaints.words.ts';

const resolutions = ['upheld', 'partly_upheld', 'not_upheld', 'no_fault_found'] as const;

/** What an officer may do with a case next, by the same table of states that the service enforces. */
export function CaseActions({ of }: { of: Case }) {
  const say = useWords(complaintsWords);
  const isOfficer = useHasRole('grievance-officer', 'sensitive-officer');
  const draft = useDraft(`case ${of.id}`, '');
  const [resolution, setResolution] = useState<(typeof resolutions)[number]>('upheld');
  const act = useActOnCase(of, draft.forget);
  if (!isOfficer || of.state === 'closed') return null;
  const can = (to: Case['state']) => caseStates.mayBecome(of.state, to);
  const text = draft.value.trim();
  const go = (action: ActOnCase) => () => act.mutate(action);
  const button = (words: string, action: ActOnCase, enabled = true) => (
    <Button variant="default" disabled={!enabled} loading={act.isPending} onClick={go(action)}>
      {words}
    </Button>
  );
  return (
    <Panel title={say('resolve')}>
      <Textarea
        label={say('answer')}
        autosize
        minRows={2}
        maw="70ch"
        maxLength={5000}
        value={draft.value}
        onChange={(event) => draft.set(event.currentTarget.value)}
      />
      {can('resolved') && (
        <Group align="flex-end">
          <NativeSelect
            label={say('resolution')}
            value={resolution}
            onChange={(event) => setResolution(event.currentTarget.value as typeof resolution)}
            data={resolutions.map((value) => ({ value, label: say(value) }))}
          />
          <Button
            disabled={!text}
            loading={act.isPending}
            onClick={go({ action: 'resolve', resolution, answer: text })}
          >
            {say('resolve')}
          </Button>
        </Group>
      )}
      <Group>
        {can('assigned') && of.state !== 'resolved' && button(say('take'), { action: 'assign' })}
        {can('closed') && button(say('close'), { action: 'close' })}
        {of.state === 'resolved' && button(say('reopen'), { action: 'reopen', note: text }, text !== '')}
        {can('escalated') && button(say('escalate'), { action: 'escalate', note: text }, text !== '')}
        {button(say('addNote'), { action: 'note', note: text }, text !== '')}
        <Discard draft={draft} isEmpty={text === ''} />
      </Group>
      {act.error && <Failed error={act.error} />}
    </Panel>
  );
}
