import { describe, expect, it } from '@jest/globals';

import { write } from '../language/words.ts';
import { countsOf } from './closing.ts';
import { paymentsWords } from './payments.words.ts';

const counts = countsOf({
  byState: {
    paid: { count: 19, totalMinor: 475_000 },
    held: { count: 3, totalMinor: 75_000 },
    instructed: { count: 1, totalMinor: 25_000 },
    sent: { count: 1, totalMinor: 25_000 },
    unknown: { count: 2, totalMinor: 50_000 },
  },
});

describe('closing a cycle', () => {
  it('says how many payments are paid, failed, were returned, and are held', () => {
    expect(write(paymentsWords.closeText, 'en', counts)).toMatch(
      /^Paid 19, failed 0, returned 0, cancelled 0, held 3\./,
    );
  });

  it('says how many of what keep it open', () => {
    expect(write(paymentsWords.stillOpen, 'en', counts)).toMatch(/^Held 3, being paid 2, unconfirmed 2\./);
  });
});
