import { describe, expect, it } from '@jest/globals';

import { optionsFrom } from './generator-options.ts';

describe('The command line of the generator', () => {
  it('makes the sample file when nothing is said', () => {
    expect(optionsFrom([])).toMatchObject({
      households: 500,
      oddities: { duplicates: 0.02, wrong: 0.018 },
      world: { seed: 7, areas: ['ZM104011', 'ZM104005'], outcomes: { failed: 0.04, silent: 0.02 } },
    });
  });

  it('puts the labels beside the file unless a place is given', () => {
    expect(optionsFrom(['--out', 'a/b.csv']).paths).toEqual({ rows: 'a/b.csv', labels: 'a/b.labels.csv' });
    expect(optionsFrom(['--out', 'b', '--labels', 'c']).paths).toEqual({ rows: 'b', labels: 'c' });
  });

  it('takes no outcomes at all as all paid', () => {
    expect(optionsFrom(['--outcomes', '']).world.outcomes).toEqual({});
  });

  it.each([
    [['--seed', '-1']],
    [['--seed', 'x']],
    [['--households', '1.5']],
    [['--households', '']],
    [['--duplicates', '1.1']],
    [['--wrong', 'many']],
    [['--duplicates', '0.3', '--wrong', '0.3']],
    [['--outcomes', 'failed']],
    [['--outcomes', 'failed=0.6,late=0.6']],
    [['--colour', 'green']],
  ])('refuses %j with a sentence', (args) => {
    expect(() => optionsFrom(args)).toThrow(/\w+/);
  });
});
