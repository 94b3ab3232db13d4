import type { Application, Case, Cycle, Page } from '@janela/contracts';
import { Stack, Text } from '@mantine/core';
import { useQueries } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';

import { ask, withQuery } from '../api/api.ts';
import { useHasRole, type Session } from '../api/session.tsx';
import { useFormat, useWords } from '../language/language.tsx';
import { Empty, Failed, Waiting } from '../parts/states.tsx';
import { homeWords } from './home.words.ts';

type Say = ReturnType<typeof useWords<typeof homeWords>>;
type Format = ReturnType<typeof useFormat>;

/** Something that waits for this person, where to go for it, and how to say it. */
interface Due {
  roles: string[];
  to: '/decisions' | '/payments' | '/complaints';
  path: string;
  says: (page: Page<unknown>, say: Say, format: Format) => [headline: string, line?: string] | null;
}

const dues: Due[] = [
  {
    roles: ['supervisor'],
    to: '/decisions',
    path: withQuery('/eligibility/v1/applications', { state: 'recommended', limit: 200 }),
    says: ({ items }, say, format) => {
      const [oldest] = items as Application[];
      return oldest
        ? [say('decisions', { count: items.length }), say('oldest', { on: format.date(oldest.submittedAt) })]
        : null;
    },
  },
  {
    roles: ['payments-approver'],
    to: '/payments',
    path: '/payments/v1/cycles',
    says: ({ items }, say) => {
      const count = (items as Cycle[]).filter(({ state }) => state === 'submitted').length;
      return count > 0 ? [say('approvals', { count })] : null;
    },
  },
  {
    roles: ['grievance-officer', 'sensitive-officer'],
    to: '/complaints',
    path: withQuery('/grievances/v1/cases', { limit: 200 }),
    says: ({ items }, say) => {
      const open = (items as Case[]).filter(({ state }) => ['filed', 'assigned', 'escalated'].includes(state));
      const overdue = open.filter((each) => each.overdue).length;
      return open.length > 0
        ? [say('complaints', { count: open.length }), overdue > 0 ? say('overdue', { count: overdue }) : undefined]
        : null;
    },
  },
];

/** What waits for this person, in words; not a wall of charts. */
export function DueToday({ session }: { session: Session }) {
  const say = useWords(homeWords);
  const format = useFormat();
  const mayFind = useHasRole('caseworker', 'supervisor');
  const mine = dues.filter(({ roles }) => roles.some((role) => session.roles.includes(role)));
  const answers = useQueries({
    queries: mine.map(({ path }) => ({ queryKey: ['due', path], queryFn: () => ask<Page<unknown>>(path) })),
  });
  if (answers.some(({ isPending }) => isPending)) return <Waiting rows={2} />;
  const lines = mine.flatMap(({ to, says }, index) => {
    const page = answers[index]?.data;
    const said = page && says(page, say, format);
    return page && said ? [{ to, said, more: page.next !== null }] : [];
  });
  const silent = answers.find(({ error }) => error !== null);
  if (silent?.error)
    return (
      <Failed error={silent.error} what={say('today')} retry={() => answers.forEach((each) => void each.refetch())} />
    );
  if (lines.length === 0)
    return <Empty title={say('nothing')}>{mayFind ? say('nothingText') : say('chooseText')}</Empty>;
  return (
    <Stack gap="sm">
      {lines.map(({ to, said: [headline, line], more }) => (
        <Link key={to} to={to} className="panel due">
          <Text fw={600}>
            {headline} {more && say('andMore')}
          </Text>
          {line && <Text c="dimmed">{line}</Text>}
        </Link>
      ))}
    </Stack>
  );
}
