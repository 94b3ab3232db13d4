import { describe, expect, it } from '@jest/globals';
import type { Condition, Scorecard } from '@janela/contracts';

import { household, member, today } from '../../../test/support/households.ts';
import { checkScorecard } from '../check/check-scorecard.ts';
import { factCatalogue } from '../facts/catalogue.ts';
import type { Household } from '../facts/household.ts';
import { readFacts } from '../facts/read-facts.ts';
import { scopeOf } from '../language/scope.ts';
import { vocabularyOf } from '../language/vocabulary.ts';
import { compileScorecard } from './compile-scorecard.ts';

const title = { en: 'Title', pt: 'Título', fr: 'Titre' };
const has = (asset: string): Condition => ({ left: { fact: 'assets' }, op: 'has', right: asset });
const size = (right: number): Condition => ({ left: { fact: 'household_size' }, op: '<=', right });

/** Two questions, up to nine points, and a table that ends at six. */
const scorecard: Scorecard = {
  code: 'small_card',
  names: title,
  publisher: 'none',
  publishedOn: '2026',
  status: 'illustrative',
  source: 'a test',
  lines: [
    { code: 'poor', title },
    { code: 'very_poor', title },
  ],
  questions: [
    {
      code: 'sofa',
      title,
      answers: [
        { title, when: has('sofa'), points: [5, 1] },
        { title, points: [0, 0] },
      ],
    },
    {
      code: 'people',
      title,
      answers: [
        { title, when: size(1), points: [4, 2] },
        { title, when: size(2), points: [2, 1] },
        { title, when: size(3), points: [-2, 0] },
      ],
    },
  ],
  lookup: { poor: [900, 800, 700, 600, 500, 400, 300], very_poor: [500, 400, 300, 200, 100, 50, 0] },
};
const words = vocabularyOf([scorecard]);

const read = (read: 'points' | 'likelihood', of: Partial<Household>, count = 1, line = 'poor') => {
  const members = Array.from({ length: count }, () => member());
  const snapshot = readFacts(factCatalogue, household({ members, ...of }), today);
  return compileScorecard({ scorecard: 'small_card', line, read }, words)(scopeOf(snapshot));
};
const exactly = (value: number) => ({ least: value, most: value });

describe('a scorecard', () => {
  it('adds up the points of the first answer that fits, for each line its own', () => {
    expect(read('points', { assets: [] }, 2)).toEqual(exactly(2));
    expect(read('points', { assets: [] }, 2, 'very_poor')).toEqual(exactly(1));
    expect(read('likelihood', { assets: [] }, 2)).toEqual(exactly(700));
  });

  it.each([
    ['below the table', [], 3, -2, 900],
    ['in the table', ['sofa'], 3, 3, 600],
    ['beyond the table', ['sofa'], 1, 9, 300],
  ] as const)('holds a sum %s to the table', (_, assets, count, points, likelihood) => {
    expect(read('points', { assets: [...assets] }, count)).toEqual(exactly(points));
    expect(read('likelihood', { assets: [...assets] }, count)).toEqual(exactly(likelihood));
  });

  it('lies between what could have been answered where an answer is missing', () => {
    expect(read('points', { assets: undefined }, 2)).toEqual({ least: 2, most: 7 });
    expect(read('likelihood', { assets: undefined }, 2)).toEqual({ least: 300, most: 700 });
  });

  it('is not known where no answer fits', () => {
    expect(read('points', { assets: [] }, 4)).toBeNull();
    expect(read('likelihood', { assets: [] }, 4)).toBeNull();
  });
});

describe('checking a scorecard', () => {
  const problems = (changed: Partial<Scorecard>) =>
    checkScorecard({ ...scorecard, ...changed }, words).map(({ pointer, code }) => [pointer, code]);
  const question = (...answers: Scorecard['questions'][number]['answers']) => ({
    questions: [{ code: 'q', title, answers }],
  });

  it('has nothing against a complete one', () => {
    expect(problems({})).toEqual([]);
  });

  it('refuses a table with a gap, or none for a line', () => {
    expect(problems({ lookup: { ...scorecard.lookup, very_poor: [500] } })).toEqual([['/lookup', 'lookup_incomplete']]);
    expect(problems({ lookup: { poor: [1] } })).toEqual([['/lookup', 'lookup_incomplete']]);
  });

  it('refuses points for some lines only', () => {
    expect(problems(question({ title, when: has('sofa'), points: [1] }, { title, points: [0, 0] }))).toEqual([
      ['/questions/0/answers/0/points', 'points_incomplete'],
    ]);
  });

  it('refuses an answer that can never be reached', () => {
    expect(problems(question({ title, points: [1, 1] }, { title, when: has('sofa'), points: [0, 0] }))).toEqual([
      ['/questions/0/answers/0', 'answer_unreachable'],
    ]);
  });

  it('refuses a scorecard that reads a scorecard, itself even', () => {
    const circle: Condition = { left: { scorecard: 'small_card', line: 'poor', read: 'points' }, op: '>', right: 1 };
    expect(problems(question({ title, when: circle, points: [1, 1] }, { title, points: [0, 0] }))).toContainEqual([
      '/questions/0/answers/0/when/left',
      'scorecard_misplaced',
    ]);
  });

  it('refuses what is no scorecard', () => {
    expect(problems({ lookup: { poor: [1001], very_poor: [0] } })).toEqual([['/lookup/poor/0', 'malformed']]);
    expect(checkScorecard(null, words).map(({ code }) => code)).toEqual(['malformed']);
  });
});
