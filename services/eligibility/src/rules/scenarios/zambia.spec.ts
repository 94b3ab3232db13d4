import { describe, expect, it } from '@jest/globals';
import { ProgrammeDefinition, Scorecard } from '@janela/contracts';

import { zambia, zambianWords } from '../../../test/support/zambia.ts';
import { checkProgramme } from '../check/check-programme.ts';
import { checkScorecard } from '../check/check-scorecard.ts';
import { criteriaOf } from '../language/criteria.ts';
import { vocabularyOf } from '../language/vocabulary.ts';

describe('what Zambia has written down', () => {
  it.each(Object.entries(zambia.programmes))('has nothing wrong with it: %s', (_, programme) => {
    expect(checkProgramme(programme, zambianWords)).toEqual([]);
  });

  it('has a scorecard with nothing wrong with it', () => {
    expect(checkScorecard(zambia.ppi, vocabularyOf())).toEqual([]);
  });

  it('has the points and tables of the scorecard as published, clamped at 100', () => {
    const { questions, lines, lookup } = Scorecard.parse(zambia.ppi);
    const national = lines.findIndex(({ code }) => code === 'national');
    const most = questions.map(({ answers }) => Math.max(...answers.map(({ points }) => points[national] ?? 0)));
    expect(questions).toHaveLength(10);
    expect(lines).toHaveLength(15);
    expect(most.reduce((sum, points) => sum + points, 0)).toBe(100);
    for (const table of Object.values(lookup)) expect(table).toHaveLength(101);
    expect([0, 40, 100].map((score) => lookup.national?.[score])).toEqual([985, 486, 2]);
  });

  it('never gives a higher likelihood of poverty for more points', () => {
    for (const table of Object.values(Scorecard.parse(zambia.ppi).lookup)) {
      expect(table).toEqual(table.toSorted((a, b) => b - a));
    }
  });

  it('marks as illustrative whatever no document says', () => {
    const sct = ProgrammeDefinition.parse(zambia.programmes['social-cash-transfer']);
    const standing = sct.versions.map(({ ruleSet }) =>
      Object.fromEntries(criteriaOf(ruleSet.criteria, '').map(({ criterion }) => [criterion.id, criterion.status])),
    );
    expect(standing).toMatchObject([
      { resident_six_months: 'sourced', incapacity: 'sourced', welfare_below_threshold: 'illustrative' },
      { resident_six_months: 'sourced', vulnerable: 'illustrative', welfare_below_threshold: 'illustrative' },
    ]);
  });
});
