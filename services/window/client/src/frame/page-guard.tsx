import { Alert, Button, Group, Text } from '@mantine/core';
import { Navigate, Outlet, useBlocker, useMatches, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';

import { useSession } from '../api/session.tsx';
import { useWords } from '../language/language.tsx';
import { readiness } from '../parts/page-loading.tsx';
import { partsWords } from '../parts/parts.words.ts';
import { SignInFirst } from '../parts/states.tsx';
import { accessTo } from './access.ts';

/** The page that was asked for, if it is this person's: whoever is not signed in signs in first, whoever works elsewhere goes home. */
export function PageGuard() {
  const say = useWords(partsWords);
  const session = useSession();
  const page = useMatches().at(-1)?.routeId ?? '/';
  const access = accessTo(page, session);
  if (access === 'sign in') return <SignInFirst title={say('signInFirst')} />;
  if (access === 'not yours') return <Navigate to="/" search={{ notYours: page }} replace />;
  return <Outlet />;
}

/** Keeps what is on the screen when the page that was asked for cannot be fetched, and says so. */
export function WithoutConnection() {
  const say = useWords(partsWords);
  const navigate = useNavigate();
  const [wanted, setWanted] = useState<string>();
  useBlocker({
    enableBeforeUnload: false,
    shouldBlockFn: async ({ next }) => {
      const is = await readiness(next.routeId);
      // A newer version of the window has replaced the code of this page: it comes with a fresh load.
      if (is === 'gone') location.assign(next.pathname + searchOf(next.search));
      setWanted(is === 'offline' ? next.pathname + searchOf(next.search) : undefined);
      return is !== 'ready';
    },
  });
  if (wanted === undefined) return null;
  return (
    <Alert color="yellow" mb="lg" title={say('offline')} role="alert">
      <Group justify="space-between">
        <Text maw="70ch">{say('offlineText')}</Text>
        <Button variant="default" size="sm" onClick={() => void navigate({ href: wanted })}>
          {say('tryAgain')}
        </Button>
      </Group>
    </Alert>
  );
}

function searchOf(search: object): string {
  const text = new URLSearchParams(search as Record<string, string>).toString();
  return text && `?${text}`;
}
