import { Alert, Button, Group, Text } from '@mantine/core';
import { useBlocker, useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';

import { useWords } from '../language/language.tsx';
import { useOnline } from '../parts/connection.ts';
import { pageCode } from '../parts/page-loading.tsx';
import { partsWords } from '../parts/parts.words.ts';

/** A page that was asked for and could not be fetched. */
interface Wanted {
  page: string;
  href: string;
}

/** Keeps what is on the screen when the page that was asked for cannot be fetched, says so, and offers it when the connection is back. */
export function WithoutConnection() {
  const [wanted, setWanted] = useState<Wanted>();
  const asked = useRef(0);
  useBlocker({
    enableBeforeUnload: false,
    shouldBlockFn: async ({ next }) => {
      const mine = (asked.current += 1);
      const is = await pageCode.readiness(next.routeId);
      // Another page was asked for while the code of this one was on its way: the last choice holds.
      if (mine !== asked.current) return true;
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
  const online = useOnline();
  const [isBack, setBack] = useState(false);
  useEffect(() => {
    let isOver = false;
    // What still cannot be fetched says that there is no connection, and is looked for again when there is one.
    if (online) void pageCode.readiness(page).then((is) => !isOver && setBack(is !== 'offline'));
    return () => {
      isOver = true;
    };
  }, [page, online]);
  return online && isBack;
}

function searchOf(search: object): string {
  const text = new URLSearchParams(search as Record<string, string>).toString();
  return text && `?${text}`;
}
