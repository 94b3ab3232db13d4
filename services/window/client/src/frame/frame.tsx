import { ActionIcon, Alert, AppShell, Burger, Group, NativeSelect, Text, useMantineColorScheme } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Link } from '@tanstack/react-router';

import { useAreaName, useLacksCountry } from '../api/areas.ts';
import { useSession, type Session } from '../api/session.tsx';
import { useLanguage, useWords } from '../language/language.tsx';
import { languages, type Language } from '../language/words.ts';
import { useOnline } from '../parts/connection.ts';
import { FindBox } from './find-box.tsx';
import { frameWords } from './frame.words.ts';
import { menuFor } from './menu.ts';
import { PageGuard } from './page-guard.tsx';
import { SignOut } from './sign-out.tsx';
import { WithoutConnection } from './without-connection.tsx';

const languageNames: Record<Language, string> = { en: 'English', pt: 'Português', fr: 'Français' };

/** The frame around every page: find box, where one works, connection, language, person; the menu of what they may do. */
export function Frame() {
  const say = useWords(frameWords);
  const session = useSession();
  const [menuOpen, menu] = useDisclosure();
  return (
    <AppShell
      header={{ height: 60 }}
      navbar={{ width: 200, breakpoint: 'sm', collapsed: { mobile: !menuOpen, desktop: session === null } }}
    >
      <a href="#page" className="skip">
        {say('skip')}
      </a>
      <AppShell.Header px="md">
        <Group h="100%" justify="space-between" wrap="nowrap">
          <Group wrap="nowrap" gap="sm">
            {session && (
              <Burger opened={menuOpen} onClick={menu.toggle} hiddenFrom="sm" size="md" aria-label={say('menu')} />
            )}
            <Link to="/" className="brand" aria-label="Janela">
              <img src="/icon.svg" alt="" width={28} height={28} />
              <Text fw={600} fz="lg" visibleFrom="xs">
                Janela
              </Text>
            </Link>
          </Group>
          {session && <FindBox />}
          <Group wrap="nowrap" gap="sm">
            {session && <Where session={session} />}
            <Group wrap="nowrap" gap="sm" className={session ? 'only-wide' : ''}>
              <Settings />
            </Group>
          </Group>
        </Group>
      </AppShell.Header>
      <AppShell.Navbar py="md" component="nav" onClick={menu.close}>
        {session &&
          menuFor(session).map(({ to, word }) => (
            <Link key={to} to={to} className="nav-link" activeOptions={{ exact: to === '/' }}>
              {say(word)}
            </Link>
          ))}
        {session && (
          <Group className="only-narrow" p="md" gap="sm" onClick={(event) => event.stopPropagation()}>
            <Text fz="sm" w="100%">
              {session.name}
            </Text>
            <Settings />
          </Group>
        )}
      </AppShell.Navbar>
      <AppShell.Main id="page" tabIndex={-1}>
        <div className="page">
          {session && <NoCountry />}
          <WithoutConnection />
          <PageGuard />
        </div>
      </AppShell.Main>
    </AppShell>
  );
}

/** On every page of a new stack, because no page could say better why it has nothing to offer. */
function NoCountry() {
  const say = useWords(frameWords);
  if (!useLacksCountry()) return null;
  return (
    <Alert color="gray" mb="lg" title={say('noCountry')}>
      {say('noCountryText')}
    </Alert>
  );
}

function Where({ session }: { session: Session }) {
  const say = useWords(frameWords);
  const online = useOnline();
  const nameOf = useAreaName();
  const area = session.areas.map((code) => (code.length === 2 ? say('wholeCountry') : nameOf(code))).join(', ');
  return (
    <Group gap="md" wrap="nowrap" visibleFrom="md">
      <Text fz="sm" c="dimmed">
        {area}
      </Text>
      <Text fz="sm" c={online ? 'dimmed' : 'var(--bad)'} role="status">
        {online ? `● ${say('online')}` : `○ ${say('offline')}`}
      </Text>
      <Text fz="sm">{session.name}</Text>
    </Group>
  );
}

function Settings() {
  const say = useWords(frameWords);
  const session = useSession();
  const { language, choose } = useLanguage();
  const { toggleColorScheme } = useMantineColorScheme();
  return (
    <>
      <NativeSelect
        aria-label={say('language')}
        size="sm"
        data={languages.map((value) => ({ value, label: languageNames[value] }))}
        value={language}
        onChange={(event) => choose(event.currentTarget.value as Language)}
      />
      <ActionIcon variant="default" size={36} onClick={toggleColorScheme} aria-label={say('theme')} visibleFrom="sm">
        <span aria-hidden="true">◐</span>
      </ActionIcon>
      {session && <SignOut />}
    </>
  );
}
