import { describe, expect, it } from '@jest/globals';
import type { PaidProgramme } from '@janela/contracts';

import { fundable } from './fundable.ts';

const paid = (programme: string): PaidProgramme => ({
  programme,
  title: { en: programme, pt: programme, fr: programme },
  currency: 'ZMW',
  frequency: 'monthly',
  enrolments: 1,
});

describe('the programmes that funds can be proposed for', () => {
  it('are those that pay benefits from funds, and none that lives by contributions', () => {
    const programmes = [
      { code: 'NAPSA', contributory: true },
      { code: 'SCT', contributory: false },
    ];
    expect(fundable([paid('NAPSA'), paid('SCT')], programmes).map(({ programme }) => programme)).toEqual(['SCT']);
  });
});
