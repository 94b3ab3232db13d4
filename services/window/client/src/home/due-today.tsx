import type { Application, Case, Page } from '@janela/contracts';
import { Stack, Text } from '@mantine/core';
import { useQueries } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';

import { ask, withQuery } from '../api/api.ts';
import { reachesCountry, type Session } from '../api/session.tsx';
import { useMay } from '../frame/use-may.ts';
import { useFormat, useWords } from '../language/language.tsx';
import { Empty, Failed, Waiting } from '../parts/states.tsx';
import { homeWords } from './home.words.ts';

type Say = ReturnType<typeof useWords<typeof homeWords>>;
type Format = ReturnType<typeof useFormat>;

/** Something that waits for this person, where to go for it, what to ask the service, and how to say it. */
interface Due {
  roles: string[];
  to: '/decisions' | '/payments' | '/complaints' | '/waiting';
  paths: string[];
  /** Only whoever reaches the whole country is told of it. */
  ofCountry?: true;
  says: (items: unknown[], say: Say, format: Format) => [headline: string, line?: string];
}

const limit = 200;
const openCases = ['filed', 'assigned', 'escalated'];

/** What one person asked for and another has to decide. */
const waiting = (
  role: string,
  path: string,
  state: string,
  words: 'payeeChanges' | 'duplicates' | 'funds' | 'settlements' | 'reissues',
): Due => ({
  roles: [role],
  to: '/waiting',
  paths: [withQuery(path, { state, limit })],
  says: (items, say) => [say(words, { count: items.length })],
});

const dues: Due[] = [
  {
    roles: ['supervisor'],
    to: '/decisions',
    paths: [withQuery('/eligibility/v1/applications', { state: 'recommended', limit })],
    says: (items, say, format) => {
      const [oldest] = items as Application[];
      const since = oldest && say('oldest', { on: format.date(oldest.submittedAt) });
      return [say('decisions', { count: items.length }), since];
    },
  },
  {
    roles: ['payments-approver'],
    to: '/payments',
    paths: [withQuery('/payments/v1/cycles', { state: 'submitted', limit })],
    says: (items, say) => [say('approvals', { count: items.length })],
  },
  waiting('supervisor', '/registry/v1/payee-changes', 'pending', 'payeeChanges'),
  waiting('supervisor', '/registry/v1/duplicates', 'open', 'duplicates'),
  { ...waiting('payments-approver', '/payments/v1/funds', 'proposed', 'funds'), ofCountry: true },
  { ...waiting('payments-approver', '/payments/v1/settlements', 'proposed', 'settlements'), ofCountry: true },
  waiting('payments-approver', '/payments/v1/reissues', 'requested', 'reissues'),
  {
    roles: ['payments-officer'],
    to: '/waiting',
    ofCountry: true,
    paths: [withQuery('/payments/v1/differences', { limit })],
    says: (items, say) => [say('differences', { count: items.length })],
  },
  {
    roles: ['grievance-officer', 'sensitive-officer'],
    to: '/complaints',
    paths: openCases.map((state) => withQuery('/grievances/v1/cases', { state, limit })),
    says: (items, say) => {
      const overdue = (items as Case[]).filter((each) => each.overdue).length;
      return [say('complaints', { count: items.length }), overdue > 0 ? say('overdue', { count: overdue }) : undefined];
    },
  },
];

/** What waits for this person, in words; not a wall of charts. */
export function DueToday({ session }: { session: Session }) {
  const say = useWords(homeWords);
  const format = useFormat();
  const mayFind = useMay('findHouseholds');
  const mine = dues.filter(
    ({ roles, ofCountry }) =>
      roles.some((role) => session.roles.includes(role)) && (!ofCountry || reachesCountry(session)),
  );
  const answers = useQueries({
    queries: mine.map(({ paths }) => ({ queryKey: ['due', paths], queryFn: () => together(paths) })),
  });
  const lines = mine.flatMap(({ to, says }, index) => {
    const due = answers[index]?.data;
    return due && due.items.length > 0 ? [{ to, said: says(due.items, say, format), more: due.more }] : [];
  });
  // Each line stands alone: what did not come hides nothing that did.
  const silent = answers.filter(({ error, data }) => error !== null && data === undefined);
  const isWaiting = answers.some(({ isPending }) => isPending);
  if (!isWaiting && silent.length === 0 && lines.length === 0)
    return <Empty title={say('nothing')}>{mayFind ? say('nothingText') : say('chooseText')}</Empty>;
  return (
    <Stack gap="sm">
      {lines.map(({ to, said: [headline, line], more }) => (
        <Link key={headline} to={to} className="panel due">
          <Text fw={600}>
            {headline} {more && say('andMore')}
          </Text>
          {line && <Text c="dimmed">{line}</Text>}
        </Link>
      ))}
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
async function together(paths: string[]): Promise<{ items: unknown[]; more: boolean }> {
  const pages = await Promise.all(paths.map((path) => ask<Page<unknown>>(path)));
  return { items: pages.flatMap(({ items }) => items), more: pages.some(({ next }) => next !== null) };
}
