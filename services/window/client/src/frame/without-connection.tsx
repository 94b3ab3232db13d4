import { Alert, Button, Group, Text } from '@mantine/core';
import { useBlocker, useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';

import { useWords } from '../language/language.tsx';
import { connection } from '../parts/connection.ts';
import { pageCode } from '../parts/page-loading.tsx';
import type { Readiness } from '../parts/pages-ready.ts';
import { partsWords } from '../parts/parts.words.ts';

/** A page that was asked for and could not be fetched. */
interface Wanted {
  page: string;
  href: string;
}

/** Keeps what is on the screen when the page that was asked for cannot be fetched, says so, and offers it when the connection is back. */
export function WithoutConnection() {
  const [wanted, setWanted] = useState<Wanted>();
  useBlocker({
    enableBeforeUnload: false,
    shouldBlockFn: async ({ next }) => {
      const is = await pageCode.readiness(next.routeId);
      const href = next.pathname + searchOf(next.search);
      // A newer version of the window has replaced the code of this page: it comes with a fresh load.
      if (is === 'gone') location.assign(href);
      setWanted(is === 'offline' ? { page: next.routeId, href } : undefined);
      return is !== 'ready';
    },
  });
  return wanted && <Offer key={wanted.href} wanted={wanted} />;
}

function Offer({ wanted: { page, href } }: { wanted: Wanted }) {
  const say = useWords(partsWords);
  const navigate = useNavigate();
  const isBack = useIsBack(page);
  return (
    <Alert
      color={isBack ? 'green' : 'yellow'}
      mb="lg"
      title={say(isBack ? 'connectionBack' : 'offline')}
      role={isBack ? 'status' : 'alert'}
    >
      <Group justify="space-between">
        <Text maw="70ch">{say(isBack ? 'connectionBackText' : 'offlineText')}</Text>
        <Button variant="default" size="sm" onClick={() => void navigate({ href })}>
          {say(isBack ? 'openThePage' : 'tryAgain')}
        </Button>
      </Group>
    </Alert>
  );
}

/** Whether a page that could not be fetched can be now. The reader is not taken to it unasked: they may be writing by then. */
function useIsBack(page: string): boolean {
  const [isBack, setBack] = useState(false);
  useEffect(() => {
    let waits: ReturnType<typeof setTimeout> | undefined;
    const look = () => void pageCode.readiness(page).then(seen);
    const seen = (is: Readiness) => {
      setBack(is !== 'offline');
      // The page's own code has come: the rest of the screen is to know that too.
      if (is !== 'offline') void connection.isReached();
      // A connection that has just come up does not carry everything at once.
      if (is === 'offline' && navigator.onLine) waits = setTimeout(look, 3_000);
    };
    const lost = () => setBack(false);
    addEventListener('online', look);
    addEventListener('offline', lost);
    return () => {
      clearTimeout(waits);
      removeEventListener('online', look);
      removeEventListener('offline', lost);
    };
  }, [page]);
  return isBack;
}

function searchOf(search: object): string {
  const text = new URLSearchParams(search as Record<string, string>).toString();
  return text && `?${text}`;
}
