import { bodyOf } from '@janela/api-client';
import { Stack, Text } from '@mantine/core';
import { useQueries } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';

import { useProgrammeName } from '../api/names.ts';
import type { PageAnswer } from '../api/pages.ts';
import type { Session } from '../api/session.tsx';
import { useMay } from '../api/use-may.ts';
import { useFormat, useWords } from '../language/language.tsx';
import { Empty, Failed, Waiting } from '../parts/states.tsx';
import { duesOf } from './dues.ts';
import { homeWords } from './home.words.ts';

/** What waits for this person, in words; not a wall of charts. */
export function DueToday({ session }: { session: Session }) {
  const say = useWords(homeWords);
  const format = useFormat();
  const programmeName = useProgrammeName();
  const mayFind = useMay('findHouseholds');
  const mine = duesOf(session);
  const answers = useQueries({
    queries: mine.map(({ name, pages }) => ({ queryKey: ['due', name], queryFn: () => together(pages()) })),
  });
  const known = mine.flatMap(({ says, none }, index) => {
    const due = answers[index]?.data;
    return due ? [{ lines: says(due.items, { say, format, programmeName }), none, more: due.more }] : [];
  });
  const lines = known.flatMap(({ lines: some, more }) => some.map((each) => ({ ...each, more })));
  // Each line stands alone: what did not come hides nothing that did.
  const silent = answers.filter(({ error, data }) => error !== null && data === undefined);
  const isWaiting = answers.some(({ isPending }) => isPending);
  return (
    <Stack gap="sm">
      {!isWaiting && silent.length === 0 && lines.length === 0 && (
        <Empty title={say('nothing')}>{mayFind ? say('nothingText') : say('chooseText')}</Empty>
      )}
      {lines.map(({ headline, line, link, more }) => (
        <Link key={`${headline} ${line ?? ''}`} {...link} className="panel due">
          <Text fw={600}>
            {headline} {more && say('andMore')}
          </Text>
          {line && <Text c="dimmed">{line}</Text>}
        </Link>
      ))}
      {known.map(
        ({ none, lines: some }) =>
          none &&
          some.length === 0 && (
            <Text key={none} c="dimmed">
              {say(none)}
            </Text>
          ),
      )}
      {silent[0]?.error && (
        <Failed
          error={silent[0].error}
          what={say('aPart')}
          retry={() => silent.forEach((each) => void each.refetch())}
        />
      )}
      {isWaiting && <Waiting rows={1} />}
    </Stack>
  );
}

/** The first pages of some lists in one, and whether there is more than that. */
async function together(answers: PageAnswer<unknown>[]): Promise<{ items: unknown[]; more: boolean }> {
  const pages = await Promise.all(answers.map(bodyOf));
  return { items: pages.flatMap(({ items }) => items), more: pages.some(({ next }) => next !== null) };
}
