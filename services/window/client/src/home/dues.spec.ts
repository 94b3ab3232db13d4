import { describe, expect, it } from '@jest/globals';
import type { Cycle } from '@janela/contracts';

import type { Session } from '../api/session.tsx';
import { write, type Sentence, type Values } from '../language/words.ts';
import { duesOf, type Writing } from './dues.ts';
import { homeWords } from './home.words.ts';

const signedIn = (role: string): Session =>
  ({ id: 'p1', name: 'Esther Tembo', roles: [role], areas: ['ZM'] }) as Session;
const namesFor = (role: string) => duesOf(signedIn(role)).map(({ name }) => name);

const say = Object.assign((key: keyof typeof homeWords, values?: Values) => write(homeWords[key], 'en', values), {
  of: (sentence: Sentence) => write(sentence, 'en'),
});
const writing = {
  say,
  format: { month: (period: string) => period },
  programmeName: (code: string) => ({ en: code, pt: code, fr: code }),
} as unknown as Writing;

describe('what waits for a person who works with payments', () => {
  it('is for an approver what they approve and confirm, and what does not fit', () => {
    expect(namesFor('payments-approver')).toEqual(
      expect.arrayContaining(['approvals', 'funds', 'settlements', 'reissues', 'confirmation', 'differences']),
    );
  });

  it('is for an officer what may be released, what was sent back, what failed, and what does not fit', () => {
    expect(namesFor('payments-officer')).toEqual(
      expect.arrayContaining(['release', 'sentBack', 'unpaid', 'differences']),
    );
  });

  it('names each cycle that was sent back with the reason, and none that is only open', () => {
    const sentBack = duesOf(signedIn('payments-officer')).find(({ name }) => name === 'sentBack');
    const cycles = [
      { id: 'c1', programme: 'SCT', period: '2026-11', rejection: 'Two lists were mixed up.' },
      { id: 'c2', programme: 'SP65', period: '2026-11' },
    ] as unknown as Cycle[];
    expect(sentBack?.says(cycles, writing)).toEqual([
      {
        headline: 'A cycle was sent back to you: SCT · 2026-11',
        line: 'Two lists were mixed up.',
        link: { to: '/payments/$id', params: { id: 'c1' } },
      },
    ]);
  });
});
