import { describe, expect, it } from '@jest/globals';

import { household, member, personId } from '../../../test/support/households.ts';
import { screen, versionOf } from '../../../test/support/zambia.ts';

const scheme = (given: Parameters<typeof member>[0]) =>
  screen('napsa-informal', household({ members: [member({ work: 'own_business', ...given })] }), {
    personId: personId(0),
  });

describe('a fisherwoman who works for herself', () => {
  it.each([
    ['2008-11-21', 'the day before she is 18', 'ineligible'],
    ['2008-11-20', 'on her 18th birthday', 'eligible'],
    ['1961-11-21', 'the day before she is 65', 'eligible'],
    ['1961-11-20', 'on her 65th birthday', 'ineligible'],
  ] as const)('born on %s, %s, is %s', (bornOn, _, outcome) => {
    expect(scheme({ bornOn }).outcome).toBe(outcome);
  });

  it('could not join as an employee', () => {
    const { outcome, wouldChange } = scheme({ work: 'employee' });
    expect(outcome).toBe('ineligible');
    expect(wouldChange).toMatchObject([
      { fact: 'work', needed: { pt: 'Trabalho: um de: machamba própria, negócio próprio' } },
    ]);
  });

  it('is asked again where her work is not known', () => {
    expect(scheme({ work: undefined }).outcome).toBe('needs_review');
  });

  it('pays 5.4 % in, and is paid nothing out', () => {
    expect(scheme({}).amountMinor).toBeUndefined();
    expect(versionOf('napsa-informal').contribution?.rateBasisPoints).toBe(540);
  });
});
