import { addDays, ageAt, isPlainDate, type PlainDate } from '@janela/kernel';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { ageOn, dayOf, textOf } from './calendar.ts';

const days = fc.integer({ min: dayOf('1890-01-01'), max: dayOf('2120-12-31') });

describe('The calendar of the generator', () => {
  it('writes and reads every day as the kernel does', () => {
    fc.assert(
      fc.property(days, (day) => {
        expect(isPlainDate(textOf(day))).toBe(true);
        expect(dayOf(textOf(day))).toBe(day);
        expect(textOf(day + 1)).toBe(addDays(textOf(day) as PlainDate, 1));
      }),
    );
  });

  it('counts completed years as the kernel does', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 40_000 }), (born, later) => {
        expect(ageOn(born, born + later)).toBe(ageAt(textOf(born) as PlainDate, textOf(born + later) as PlainDate));
      }),
    );
  });

  it('refuses a day that does not exist', () => {
    for (const text of ['2026-02-29', '2026-13-01', '2026-1-1', 'yesterday', ''])
      expect(() => dayOf(text)).toThrow(RangeError);
  });
});
