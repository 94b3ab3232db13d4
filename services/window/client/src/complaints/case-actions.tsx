import { caseStates, type ActOnCase, type Case } from '@janela/contracts';
import { Button, Group, NativeSelect, Textarea } from '@mantine/core';

import { useHasRole } from '../api/session.tsx';
import { useWords } from '../language/language.tsx';
import { AskButton } from '../parts/ask-button.tsx';
import { Discard } from '../parts/discard.tsx';
import { Panel } from '../parts/panel.tsx';
import { SendPart } from '../parts/send-part.tsx';
import { useDraft, type Draft } from '../parts/use-draft.ts';
import { useActOnCase } from './complaints.api.ts';
import { complaintsWords } from './complaints.words.ts';

const resolutions = ['upheld', 'partly_upheld', 'not_upheld', 'no_fault_found'] as const;

/** What an officer has written about a case: the answer is for the person, the note is for colleagues. */
const blank = { answer: '', resolution: '' as (typeof resolutions)[number] | '', note: '' };

interface Parts {
  of: Case;
  draft: Draft<typeof blank>;
  act: ReturnType<typeof useActOnCase>;
}

/** What an officer may do with a case next, by the same table of states that the service enforces. */
export function CaseActions({ of }: { of: Case }) {
  const say = useWords(complaintsWords);
  const isOfficer = useHasRole('grievance-officer', 'sensitive-officer');
  const draft = useDraft(`case actions ${of.id}`, blank);
  const act = useActOnCase(of, draft.sending);
  if (!isOfficer || of.state === 'closed') return null;
  const { answer, note, resolution } = draft.value;
  return (
    <Panel title={say('resolve')}>
      {caseStates.mayBecome(of.state, 'resolved') && <Answer of={of} draft={draft} act={act} />}
      <Textarea
        label={say('ownNote')}
        autosize
        minRows={2}
        maw="70ch"
        maxLength={5000}
        value={note}
        onChange={(event) => draft.set({ ...draft.value, note: event.currentTarget.value })}
      />
      <SendPart of={act}>
        <Steps of={of} draft={draft} act={act} />
      </SendPart>
      <Discard draft={draft} isEmpty={[answer, note, resolution].every((each) => each.trim() === '')} />
    </Panel>
  );
}

/** The answer to the person and what came of it, which the officer alone chooses. */
function Answer({ draft, act }: Parts) {
  const say = useWords(complaintsWords);
  const { answer, resolution } = draft.value;
  const written = answer.trim();
  return (
    <>
      <Textarea
        label={say('answer')}
        autosize
        minRows={2}
        maw="70ch"
        maxLength={5000}
        value={answer}
        onChange={(event) => draft.set({ ...draft.value, answer: event.currentTarget.value })}
      />
      <Group align="flex-end">
        <NativeSelect
          label={say('resolution')}
          value={resolution}
          onChange={(event) =>
            draft.set({ ...draft.value, resolution: event.currentTarget.value as typeof resolution })
          }
          data={[
            { value: '', label: say('chooseResolution') },
            ...resolutions.map((value) => ({ value, label: say(value) })),
          ]}
        />
        <AskButton
          label={say('resolve')}
          text={say('resolveText')}
          disabled={written === '' || resolution === ''}
          loading={act.isPending}
          onYes={() => resolution && act.mutate({ action: 'resolve', resolution, answer: written })}
        />
      </Group>
    </>
  );
}

function Steps({ of, draft, act }: Parts) {
  const say = useWords(complaintsWords);
  const can = (to: Case['state']) => caseStates.mayBecome(of.state, to);
  const note = draft.value.note.trim();
  const button = (words: string, action: ActOnCase, enabled = true) => (
    <Button variant="default" disabled={!enabled} loading={act.isPending} onClick={() => act.mutate(action)}>
      {words}
    </Button>
  );
  return (
    <Group>
      {can('assigned') && of.state !== 'resolved' && button(say('take'), { action: 'assign' })}
      {can('closed') && (
        <AskButton
          variant="default"
          label={say('close')}
          text={say('closeText')}
          loading={act.isPending}
          onYes={() => act.mutate({ action: 'close' })}
        />
      )}
      {of.state === 'resolved' && button(say('reopen'), { action: 'reopen', note }, note !== '')}
      {can('escalated') && button(say('escalate'), { action: 'escalate', note }, note !== '')}
      {button(say('addNote'), { action: 'note', note }, note !== '')}
    </Group>
  );
}
