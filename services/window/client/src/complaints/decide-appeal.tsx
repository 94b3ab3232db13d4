import type { Appeal } from '@janela/contracts';
import { Group, Textarea } from '@mantine/core';

import { useWords } from '../language/language.tsx';
import { AskButton } from '../parts/ask-button.tsx';
import { Discard } from '../parts/discard.tsx';
import { SendPart } from '../parts/send-part.tsx';
import { useDraft } from '../parts/use-draft.ts';
import { appealWords } from './appeal.words.ts';
import { useDecideAppeal } from './complaints.api.ts';

/** What a reviewer says of an appeal; whichever it is, it is asked once more, because it cannot be taken back. */
export function DecideAppeal({ appeal }: { appeal: Appeal }) {
  const say = useWords(appealWords);
  const draft = useDraft(`decide appeal ${appeal.id}`, '');
  const decide = useDecideAppeal(appeal, draft.sending);
  const text = draft.value.trim();
  const go = (outcome: 'upheld' | 'dismissed') => () => decide.mutate({ outcome, reason: text });
  const button = { disabled: text === '', loading: decide.isPending };
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
          <AskButton
            {...button}
            label={say('uphold')}
            text={say(appeal.applicationId ? 'upholdDecision' : 'upholdPayment')}
            onYes={go('upheld')}
          />
          <AskButton
            {...button}
            variant="default"
            label={say('dismiss')}
            text={say('dismissText')}
            onYes={go('dismissed')}
          />
          <Discard draft={draft} isEmpty={text === ''} />
        </Group>
      </SendPart>
    </>
  );
}
