import { Alert, Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';

import { askGateway } from '../api/api.ts';
import { SignedOut } from '../api/problem.ts';
import { rememberSignedOut } from '../api/signed-out.ts';
import { forgetEverything, useStore } from '../api/store.tsx';
import { useWords } from '../language/language.tsx';
import { AskFirst } from '../parts/ask-first.tsx';
import { frameWords } from './frame.words.ts';

/** Ends the session here and at the issuer and wipes what is kept on the device; asks first when that is a form not sent yet. */
export function SignOut() {
  const say = useWords(frameWords);
  const store = useStore();
  const [drafts, setDrafts] = useState(0);
  const leave = useMutation({
    mutationFn: () =>
      askGateway<{ next: string }>('/logout', { method: 'POST' }).catch((error: unknown) => {
        // Nobody was signed in any more.
        if (error instanceof SignedOut) return { next: '/' };
        throw error;
      }),
    onSuccess: async ({ next }) => {
      await forgetEverything();
      rememberSignedOut();
      location.assign(next);
    },
  });
  const press = async () => {
    const kept = await store.names('draft ').catch(() => []);
    if (kept.length > 0) setDrafts(kept.length);
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
      {drafts > 0 && (
        <AskFirst
          question={say('signOutQuestion')}
          text={say('signOutText', { count: drafts })}
          yes={say('signOut')}
          onYes={() => {
            setDrafts(0);
            leave.mutate();
          }}
          onNo={() => setDrafts(0)}
        />
      )}
    </>
  );
}
