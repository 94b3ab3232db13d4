import { bodyOf } from '@janela/api-client';
import { Alert, Button, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';

import { api } from '../api/client.ts';
import { SignedOut } from '../api/problem.ts';
import { rememberSignedOut } from '../api/signed-out.ts';
import { forgetEverything, useStore } from '../api/store.tsx';
import { askAgain, findUnsent, type KeptForm, type UnsentWork } from '../api/unsent.ts';
import { useWords } from '../language/language.tsx';
import { AskFirst } from '../parts/ask-first.tsx';
import { frameWords } from './frame.words.ts';

/** No body: a page without scripts sends a form there, and what it holds counts for nothing. */
const nothing = { body: '', bodySerializer: () => undefined };

/** Ends the session here and at the issuer and wipes what is kept on the device; asks first when that is a form not sent yet. */
export function SignOut() {
  const say = useWords(frameWords);
  const store = useStore();
  const [kept, setKept] = useState<UnsentWork>();
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
  const close = () => setKept(undefined);
  const press = async () => {
    const found = await findUnsent(store);
    if (found.drafts.length + found.unanswered.length > 0) setKept(found);
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
      {kept && (
        <KeptWork
          kept={kept}
          ask={() => askAgain(store).then(press)}
          yes={() => {
            close();
            leave.mutate();
          }}
          no={close}
        />
      )}
    </>
  );
}

/** What would be lost, form by form, with the way to each, before the session ends. */
function KeptWork({
  kept: { drafts, unanswered },
  ask,
  yes,
  no,
}: {
  kept: UnsentWork;
  ask: () => Promise<void>;
  yes: () => void;
  no: () => void;
}) {
  const say = useWords(frameWords);
  const asking = useMutation({ mutationFn: ask });
  return (
    <AskFirst
      question={say('signOutQuestion')}
      text={[
        unanswered.length > 0 && say('signOutUnanswered', { count: unanswered.length }),
        drafts.length > 0 && say('signOutText', { count: drafts.length }),
      ]
        .filter((sentence) => sentence !== false)
        .join(' ')}
      yes={say('signOut')}
      onYes={yes}
      onNo={no}
    >
      <Stack gap="xs" mb="md" align="flex-start">
        <Forms forms={[...unanswered, ...drafts]} />
        {unanswered.some(({ canAsk }) => canAsk) && (
          <Button variant="default" size="sm" loading={asking.isPending} onClick={() => asking.mutate()}>
            {say('findOut')}
          </Button>
        )}
      </Stack>
    </AskFirst>
  );
}

/** The pages on which the forms stand, each once. */
function Forms({ forms }: { forms: KeptForm[] }) {
  const pages = new Map(forms.flatMap(({ page }) => (page ? [[page.path, page.title] as const] : [])));
  return [...pages].map(([path, title]) => (
    <Text key={path} className="unbroken">
      <a href={path}>{title}</a>
    </Text>
  ));
}
