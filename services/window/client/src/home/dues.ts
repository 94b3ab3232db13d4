import type { Appeal, Application, Case, Cycle } from '@janela/contracts';
import type { LinkProps } from '@tanstack/react-router';

import { api } from '../api/client.ts';
import type { PageAnswer } from '../api/pages.ts';
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
  name: string;
  roles: string[];
  /** The first pages of what is counted. */
  pages: () => PageAnswer<unknown>[];
  /** Only who reaches the whole country has it among their work. */
  ofCountry?: true;
  says: (items: unknown[], writing: Writing) => DueLine[];
  /** What is said where there is none; without it nothing is. */
  none?: 'allPaid';
}

const limit = '200';
const openCases = ['filed', 'assigned', 'escalated'] as const;

/** A single line, where there is at least one. */
const counted = (items: unknown[], line: (count: number) => DueLine): DueLine[] =>
  items.length === 0 ? [] : [line(items.length)];

/** What one person asked for and another has to decide. */
const waiting = (
  role: string,
  name: 'payeeChanges' | 'duplicates' | 'funds' | 'settlements' | 'reissues' | 'confirmation' | 'release',
  page: () => PageAnswer<unknown>,
): Due => ({
  name,
  roles: [role],
  pages: () => [page()],
  says: (items, { say }) => counted(items, (count) => ({ headline: say(name, { count }), link: { to: '/waiting' } })),
});

/** Cycles that an approver sent back, each with the reason. */
const sentBackIn = (cycles: Cycle[], { say, format, programmeName }: Writing): DueLine[] =>
  cycles.flatMap(({ id, programme, period, rejection }) =>
    rejection === undefined
      ? []
      : [
          {
            headline: say('sentBack', { cycle: `${say.of(programmeName(programme))} · ${format.month(period)}` }),
            line: rejection,
            link: { to: '/payments/$id', params: { id } },
          },
        ],
  );

const dues: Due[] = [
  {
    name: 'decisions',
    roles: ['supervisor'],
    pages: () => [api.eligibility.GET('/v1/applications', { params: { query: { state: 'recommended', limit } } })],
    says: (items, { say, format }) =>
      counted(items, (count) => {
        const [oldest] = items as Application[];
        const line = oldest && say('oldest', { on: format.date(oldest.submittedAt) });
        return { headline: say('decisions', { count }), line, link: { to: '/decisions' } };
      }),
  },
  {
    name: 'approvals',
    roles: ['payments-approver'],
    pages: () => [api.payments.GET('/v1/cycles', { params: { query: { state: 'submitted', limit } } })],
    says: (items, { say }) =>
      counted(items, (count) => ({ headline: say('approvals', { count }), link: { to: '/payments' } })),
  },
  waiting('supervisor', 'payeeChanges', () =>
    api.registry.GET('/v1/payee-changes', { params: { query: { state: 'pending', limit } } }),
  ),
  waiting('supervisor', 'duplicates', () =>
    api.registry.GET('/v1/duplicates', { params: { query: { state: 'open', limit } } }),
  ),
  {
    ...waiting('payments-approver', 'funds', () =>
      api.payments.GET('/v1/funds', { params: { query: { state: 'proposed', limit } } }),
    ),
    ofCountry: true,
  },
  {
    ...waiting('payments-approver', 'settlements', () =>
      api.payments.GET('/v1/settlements', { params: { query: { state: 'proposed', limit } } }),
    ),
    ofCountry: true,
  },
  waiting('payments-approver', 'reissues', () =>
    api.payments.GET('/v1/reissues', { params: { query: { state: 'requested', limit } } }),
  ),
  {
    ...waiting('payments-approver', 'confirmation', () =>
      api.payments.GET('/v1/held-payments', { params: { query: { waitsFor: 'confirmation', limit } } }),
    ),
    ofCountry: true,
  },
  {
    ...waiting('payments-officer', 'release', () =>
      api.payments.GET('/v1/held-payments', { params: { query: { waitsFor: 'release', limit } } }),
    ),
    ofCountry: true,
  },
  {
    name: 'sentBack',
    roles: ['payments-officer'],
    ofCountry: true,
    pages: () => [api.payments.GET('/v1/cycles', { params: { query: { state: 'open', limit } } })],
    says: (items, { say, format, programmeName }) => sentBackIn(items as Cycle[], { say, format, programmeName }),
  },
  {
    name: 'unpaid',
    roles: ['payments-officer'],
    pages: () => [api.payments.GET('/v1/cycles', { params: { query: { limit } } })],
    says: (items, { say, format, programmeName }) =>
      unpaidIn(items as Cycle[]).map(({ cycleId, programme, period, state, count }) => ({
        headline: say(state, { count }),
        line: `${say.of(programmeName(programme))} · ${format.month(period)}`,
        link: { to: '/payments/$id', params: { id: cycleId }, search: { state } },
      })),
    none: 'allPaid',
  },
  {
    name: 'differences',
    roles: ['payments-officer', 'payments-approver'],
    ofCountry: true,
    pages: () => [api.payments.GET('/v1/differences', { params: { query: { limit } } })],
    says: (items, { say }) =>
      counted(items, (count) => ({ headline: say('differences', { count }), link: { to: '/waiting' } })),
  },
  {
    name: 'complaints',
    roles: ['grievance-officer', 'sensitive-officer'],
    pages: () => openCases.map((state) => api.grievances.GET('/v1/cases', { params: { query: { state, limit } } })),
    says: (items, { say }) =>
      counted(items, (count) => {
        const overdue = (items as Case[]).filter((each) => each.overdue).length;
        const line = overdue > 0 ? say('overdue', { count: overdue }) : undefined;
        return { headline: say('complaints', { count }), line, link: { to: '/complaints' } };
      }),
  },
  {
    name: 'appeals',
    roles: ['appeals-reviewer'],
    pages: () => [api.grievances.GET('/v1/appeals', { params: { query: { state: 'filed', limit } } })],
    says: (items, { say, format }) =>
      counted(items, (count) => {
        const [oldest] = items as Appeal[];
        const line = oldest && say('oldestAppeal', { on: format.date(oldest.filedAt) });
        return { headline: say('appeals', { count }), line, link: { to: '/appeals' } };
      }),
  },
];

/** What may wait for this person, by their roles and the areas they reach. */
export const duesOf = (session: Session): Due[] =>
  dues.filter(
    ({ roles, ofCountry }) =>
      roles.some((role) => session.roles.includes(role)) && (!ofCountry || reachesCountry(session)),
  );
