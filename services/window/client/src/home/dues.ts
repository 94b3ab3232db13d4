import type { Application, Case, Cycle } from '@janela/contracts';
import type { LinkProps } from '@tanstack/react-router';

import { withQuery } from '../api/api.ts';
import { reachesCountry, type Session } from '../api/session.tsx';
import type { useFormat, useWords } from '../language/language.tsx';
import type { Sentence } from '../language/words.ts';
import type { homeWords } from './home.words.ts';
import { unpaidIn } from './unpaid.ts';

/** What a line is written with. */
export interface Writing {
  say: ReturnType<typeof useWords<typeof homeWords>>;
  format: ReturnType<typeof useFormat>;
  programmeName: (code: string) => Sentence;
}

/** One thing that waits, and where it is. */
export interface DueLine {
  headline: string;
  line?: string | undefined;
  link: Pick<LinkProps, 'to' | 'params' | 'search'>;
}

/** Something that waits for this person: what to ask the services, and how to say it. */
export interface Due {
  roles: string[];
  paths: string[];
  /** Only who reaches the whole country has it among their work. */
  ofCountry?: true;
  says: (items: unknown[], writing: Writing) => DueLine[];
  /** What is said where there is none; without it nothing is. */
  none?: 'allPaid';
}

const limit = 200;
const openCases = ['filed', 'assigned', 'escalated'];

/** A single line, where there is at least one. */
const counted = (items: unknown[], line: (count: number) => DueLine): DueLine[] =>
  items.length === 0 ? [] : [line(items.length)];

/** What one person asked for and another has to decide. */
const waiting = (
  role: string,
  path: string,
  state: string,
  words: 'payeeChanges' | 'duplicates' | 'funds' | 'settlements' | 'reissues',
): Due => ({
  roles: [role],
  paths: [withQuery(path, { state, limit })],
  says: (items, { say }) => counted(items, (count) => ({ headline: say(words, { count }), link: { to: '/waiting' } })),
});

const dues: Due[] = [
  {
    roles: ['supervisor'],
    paths: [withQuery('/eligibility/v1/applications', { state: 'recommended', limit })],
    says: (items, { say, format }) =>
      counted(items, (count) => {
        const [oldest] = items as Application[];
        const line = oldest && say('oldest', { on: format.date(oldest.submittedAt) });
        return { headline: say('decisions', { count }), line, link: { to: '/decisions' } };
      }),
  },
  {
    roles: ['payments-approver'],
    paths: [withQuery('/payments/v1/cycles', { state: 'submitted', limit })],
    says: (items, { say }) =>
      counted(items, (count) => ({ headline: say('approvals', { count }), link: { to: '/payments' } })),
  },
  waiting('supervisor', '/registry/v1/payee-changes', 'pending', 'payeeChanges'),
  waiting('supervisor', '/registry/v1/duplicates', 'open', 'duplicates'),
  { ...waiting('payments-approver', '/payments/v1/funds', 'proposed', 'funds'), ofCountry: true },
  { ...waiting('payments-approver', '/payments/v1/settlements', 'proposed', 'settlements'), ofCountry: true },
  waiting('payments-approver', '/payments/v1/reissues', 'requested', 'reissues'),
  {
    roles: ['payments-officer'],
    paths: [withQuery('/payments/v1/cycles', { limit })],
    says: (items, { say, format, programmeName }) =>
      unpaidIn(items as Cycle[]).map(({ cycleId, programme, period, state, count }) => ({
        headline: say(state, { count }),
        line: `${say.of(programmeName(programme))} · ${format.month(period)}`,
        link: { to: '/payments/$id', params: { id: cycleId }, search: { state } },
      })),
    none: 'allPaid',
  },
  {
    roles: ['payments-officer'],
    ofCountry: true,
    paths: [withQuery('/payments/v1/differences', { limit })],
    says: (items, { say }) =>
      counted(items, (count) => ({ headline: say('differences', { count }), link: { to: '/waiting' } })),
  },
  {
    roles: ['grievance-officer', 'sensitive-officer'],
    paths: openCases.map((state) => withQuery('/grievances/v1/cases', { state, limit })),
    says: (items, { say }) =>
      counted(items, (count) => {
        const overdue = (items as Case[]).filter((each) => each.overdue).length;
        const line = overdue > 0 ? say('overdue', { count: overdue }) : undefined;
        return { headline: say('complaints', { count }), line, link: { to: '/complaints' } };
      }),
  },
];

/** What may wait for this person, by their roles and the areas they reach. */
export const duesOf = (session: Session): Due[] =>
  dues.filter(
    ({ roles, ofCountry }) =>
      roles.some((role) => session.roles.includes(role)) && (!ofCountry || reachesCountry(session)),
  );
