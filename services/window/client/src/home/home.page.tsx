import { Alert, Group, Stack, Text, Title } from '@mantine/core';
import { useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';

import { useSession, type Session } from '../api/session.tsx';
import { forgetSignedOut, hasSignedOut } from '../api/signed-out.ts';
import { useMay } from '../api/use-may.ts';
import { frameWords } from '../frame/frame.words.ts';
import { menuFor } from '../frame/menu.ts';
import { useLanguage, useWords } from '../language/language.tsx';
import { LinkButton } from '../parts/link-button.tsx';
import { PageTitle } from '../parts/page-title.tsx';
import { NotYours } from '../parts/states.tsx';
import { DueToday } from './due-today.tsx';
import { homeWords } from './home.words.ts';

/** The way to sign in for a visitor; for everyone else, what is due today. */
export function HomePage() {
  const session = useSession();
  return session ? <Work session={session} /> : <SignIn />;
}

function Work({ session }: { session: Session }) {
  const say = useWords(homeWords);
  const frame = useWords(frameWords);
  const mayRegister = useMay('register');
  const { notYours } = useSearch({ from: '/' });
  useEffect(forgetSignedOut, []);
  const places = menuFor(session).filter(({ to }) => to !== '/');
  return (
    <>
      <PageTitle title={say('hello', { name: session.name })} />
      {notYours && <NotYours page={notYours} />}
      <Stack gap="lg">
        <div>
          <Title order={2} mb="sm">
            {say('today')}
          </Title>
          <DueToday session={session} />
        </div>
        {places.length > 0 && (
          <div>
            <Title order={2} mb="sm">
              {say('startHere')}
            </Title>
            <Group gap="sm">
              {mayRegister && (
                <LinkButton variant="default" to="/households/new">
                  {say('register')}
                </LinkButton>
              )}
              {places.map(({ to, word }) => (
                <LinkButton key={to} variant="default" to={to}>
                  {frame(word)}
                </LinkButton>
              ))}
            </Group>
          </div>
        )}
      </Stack>
    </>
  );
}

function SignIn() {
  const say = useWords(frameWords);
  const { signedOut } = useSearch({ from: '/' });
  const { language } = useLanguage();
  return (
    <Stack align="flex-start" maw="56ch" pt="xl" gap="md">
      <title>Janela</title>
      {signedOut === 'here' && (
        <Alert color="yellow" title={say('signedOutHere')} role="alert">
          {say('signedOutHereText')}
        </Alert>
      )}
      {signedOut !== 'here' && hasSignedOut() && (
        <Alert color="green" title={say('signedOutDone')} role="status">
          {say('signedOutDoneText')}
        </Alert>
      )}
      <Title>{say('welcome')}</Title>
      <Text fz="md">{say('welcomeText')}</Text>
      <a className="sign-in" href={`/login?language=${language}`} onClick={forgetSignedOut}>
        {say('signIn')}
      </a>
      <a href="/track">{say('track')}</a>
    </Stack>
  );
}
