import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { daysIn, intersect, overlap, rangeContains } from "./date-range.js";
import { addDays } from "./plain-date.js";
const day = fc.integer({ min: 0, max: 40 }).map((days) => addDays('2026-01-01', days));
const range = fc.record({ from: day, to: fc.option(day, { nil: undefined }) });
const everyDay = Array.from({ length: 60 }, (_, days) => addDays('2026-01-01', days));
describe('ranges of days', () => {
    const november = { from: '2026-11-01', to: '2026-11-30' };
    it('holds its first and its last day, and not those beside them', () => {
        expect(['2026-10-31', '2026-11-01', '2026-11-30', '2026-12-01'].map((date) => rangeContains(november, date))).toEqual([false, true, true, false]);
    });
    it('has no end without a last day', () => {
        expect(rangeContains({ from: '2026-11-01' }, '9999-12-31')).toBe(true);
        expect(daysIn({ from: '2026-11-01' })).toBe(Infinity);
    });
    it('counts its days, none when it ends before it starts', () => {
        expect([
            daysIn(november),
            daysIn({ from: '2026-11-01', to: '2026-11-01' }),
            daysIn({ from: '2026-11-02', to: '2026-11-01' }),
        ]).toEqual([30, 1, 0]);
    });
    it('shares exactly the days that both have', () => {
        fc.assert(fc.property(range, range, (a, b) => {
            const both = intersect(a, b);
            for (const date of everyDay)
                expect(both !== undefined && rangeContains(both, date)).toBe(rangeContains(a, date) && rangeContains(b, date));
            expect(overlap(a, b)).toBe(everyDay.some((date) => rangeContains(a, date) && rangeContains(b, date)));
        }));
    });
});
