import { Button, Group, Stack, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';

import { useWords } from '../language/language.tsx';
import { AskButton } from './ask-button.tsx';
import { Discard } from './discard.tsx';
import { partsWords } from './parts.words.ts';
import { SendPart } from './send-part.tsx';
import type { Draft } from './use-draft.ts';

interface WithReasonProps {
  draft: Draft<string>;
  /** What is sent, and whether it is on its way. */
  of: { error: Error | null; isPending: boolean; reset: () => void };
  /** The button that opens the form, and what it is about where the label alone does not say so. */
  label: string;
  about?: string;
  /** What the reason answers. */
  why: string;
  /** The button that sends it, and what it will do. */
  action: string;
  text: string;
  maxLength?: number;
  onYes: (reason: string) => void;
  children?: ReactNode;
}

/** An action that needs a written reason: a button, then the reason, then what will follow is asked once more. */
export function WithReason({ draft, of, label, about, children, ...form }: WithReasonProps) {
  const [asking, setAsking] = useState(false);
  if (!asking && draft.value === '')
    return (
      <Button size="sm" variant="default" aria-label={about} onClick={() => setAsking(true)}>
        {label}
      </Button>
    );
  return (
    <Stack gap="xs">
      {children}
      <Reason draft={draft} of={of} close={() => setAsking(false)} {...form} />
    </Stack>
  );
}

function Reason({
  draft,
  of,
  why,
  action,
  text,
  maxLength = 1000,
  onYes,
  close,
}: Omit<WithReasonProps, 'label' | 'about' | 'children'> & { close: () => void }) {
  const say = useWords(partsWords);
  const reason = draft.value.trim();
  return (
    <>
      <TextInput
        size="sm"
        label={why}
        value={draft.value}
        maxLength={maxLength}
        // Who opened the form goes on where they were.
        ref={(field) => (draft.value === '' ? field?.focus() : undefined)}
        onChange={(event) => draft.set(event.currentTarget.value)}
      />
      <SendPart of={of}>
        <Group>
          <AskButton
            size="sm"
            variant="default"
            label={action}
            text={text}
            disabled={reason === ''}
            loading={of.isPending}
            onYes={() => onYes(reason)}
          />
          {draft.value === '' ? (
            <Button size="sm" variant="default" onClick={close}>
              {say('cancel')}
            </Button>
          ) : (
            <Discard draft={draft} isEmpty={reason === ''} />
          )}
        </Group>
      </SendPart>
    </>
  );
}
