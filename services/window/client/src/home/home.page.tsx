import { Stack, Text, Title } from '@mantine/core';

import { useSession, type Session } from '../api/session.tsx';
import { frameWords } from '../frame/frame.words.ts';
import { useWords } from '../language/language.tsx';
import { PageTitle } from '../parts/page-title.tsx';
import { DueToday } from './due-today.tsx';
import { homeWords } from './home.words.ts';

/** The door for who is not signed in; for everyone else, what is due today. */
export function HomePage() {
  const session = useSession();
  return session ? <Desk session={session} /> : <Door />;
}

function Desk({ session }: { session: Session }) {
  const say = useWords(homeWords);
  return (
    <>
      <PageTitle title={say('hello', { name: session.name })} />
      <DueToday session={session} />
    </>
  );
}

function Door() {
  const say = useWords(frameWords);
  return (
    <Stack align="flex-start" maw="56ch" pt="xl" gap="md">
      <Title>{say('welcome')}</Title>
      <Text fz="md">{say('welcomeText')}</Text>
      <a className="door" href="/login">
        {say('signIn')}
      </a>
      <a href="/track">{say('track')}</a>
    </Stack>
  );
}
