import { describe, expect, it } from '@jest/globals';
import type { QuotaBasis } from '@janela/contracts';

import { aged, household, member, today } from '../../../test/support/households.ts';
import { zambianWords } from '../../../test/support/zambia.ts';
import { factCatalogue } from '../facts/catalogue.ts';
import type { Household } from '../facts/household.ts';
import { readFacts } from '../facts/read-facts.ts';
import { compileOrder } from './compile-order.ts';

const rank = (order: QuotaBasis['order'], of: Household, personId?: string) =>
  compileOrder(order, zambianWords)(readFacts(factCatalogue, of, today, personId));

describe('the order in which places are given', () => {
  const poor = household({ members: [member(), aged(5), aged(3), aged(1)] });

  it('puts the highest or the lowest first, as the programme says', () => {
    expect(
      rank(
        [
          { by: { fact: 'children' }, first: 'highest' },
          { by: { fact: 'household_size' }, first: 'lowest' },
        ],
        poor,
      ),
    ).toEqual({ values: [3, 4], key: [-3, 4] });
  });

  it('can go by a scorecard, as the Social Cash Transfer does', () => {
    const { values, key } = rank(
      [{ by: { scorecard: 'ppi_zmb_2015', line: 'national', read: 'likelihood' }, first: 'highest' }],
      poor,
    );
    expect(values).toEqual([expect.any(Number)]);
    expect(key).toEqual([0 - Number(values[0])]);
  });

  it('can go by a day', () => {
    const [head] = poor.members;
    expect(rank([{ by: { person: 'born_on' }, first: 'lowest' }], poor, head?.personId)).toEqual({
      values: [19860301],
      key: [19860301],
    });
  });

  it('gives no rank for what is not known, or only between two values', () => {
    const vague = household({ members: [member({ bornOn: '1986-01-01', bornOnPrecision: 'year' })] });
    const order: QuotaBasis['order'] = [
      { by: { person: 'age' }, first: 'highest' },
      { by: { fact: 'resident_months' }, first: 'highest' },
    ];
    const unknown = { ...vague, residence: {} };
    expect(rank(order, unknown, vague.members[0]?.personId)).toEqual({ values: [null, null], key: [null, null] });
  });

  it('is by day and number of the application alone where the programme lists nothing', () => {
    expect(rank([], poor)).toEqual({ values: [], key: [] });
  });
});
