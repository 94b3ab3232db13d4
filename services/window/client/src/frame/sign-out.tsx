import { bodyOf } from '@janela/api-client';
import { Alert, Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';

import { api } from '../api/client.ts';
import { SignedOut } from '../api/problem.ts';
import { rememberSignedOut } from '../api/signed-out.ts';
import { forgetEverything, useStore } from '../api/store.tsx';
import { useWords } from '../language/language.tsx';
import { AskFirst } from '../parts/ask-first.tsx';
import { frameWords } from './frame.words.ts';

/** No body: a page without scripts sends a form there, and what it holds counts for nothing. */
const nothing = { body: '', bodySerializer: () => undefined };

/** Ends the session here and at the issuer and wipes what is kept on the device; asks first when that is a form not sent yet. */
export function SignOut() {
  const say = useWords(frameWords);
  const store = useStore();
  const [kept, setKept] = useState({ drafts: 0, unanswered: 0 });
  const leave = useMutation({
    mutationFn: () =>
      bodyOf(api.window.POST('/logout', nothing)).catch((error: unknown) => {
        // The session was over already.
        if (error instanceof SignedOut) return { next: '/' };
        throw error;
      }),
    onSuccess: async ({ next }) => {
      await forgetEverything();
      rememberSignedOut();
      location.assign(next);
    },
  });
  const count = async (beginning: string) => (await store.names(beginning).catch(() => [])).length;
  const close = () => setKept({ drafts: 0, unanswered: 0 });
  const press = async () => {
    const [drafts, unanswered] = await Promise.all([count('draft '), count('attempt ')]);
    if (drafts + unanswered > 0) setKept({ drafts, unanswered });
    else leave.mutate();
  };
  return (
    <>
      <Button variant="default" size="sm" loading={leave.isPending} onClick={() => void press()}>
        {say('signOut')}
      </Button>
      {leave.error && (
        <Alert color="red" role="alert" p="xs">
          {say('signOutFailed')}
        </Alert>
      )}
      {kept.drafts + kept.unanswered > 0 && (
        <AskFirst
          question={say('signOutQuestion')}
          text={[
            // A form that was sent and never answered is still a draft as well: what is known of it is said, and nothing else.
            kept.unanswered > 0 && say('signOutUnanswered', { count: kept.unanswered }),
            kept.drafts > kept.unanswered && say('signOutText', { count: kept.drafts - kept.unanswered }),
          ]
            .filter((sentence) => sentence !== false)
            .join(' ')}
          yes={say('signOut')}
          onYes={() => {
            close();
            leave.mutate();
          }}
          onNo={close}
        />
      )}
    </>
  );
}
