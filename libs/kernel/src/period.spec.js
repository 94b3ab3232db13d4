import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { rangeContains } from "./date-range.js";
import { daysOf, isPeriod, nextPeriod, period, periodContains, periodOf, previousPeriod, startsPeriod, } from "./period.js";
import { addDays } from "./plain-date.js";
const anyDate = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays('1970-01-01', days));
const anyLength = fc.constantFrom(1, 2, 3, 4, 6, 12);
describe('periods', () => {
    it('are named by a real month', () => {
        expect(period('2026-11')).toBe('2026-11');
        for (const wrong of ['2026-13', '2026-00', '2026-1', '2026', '2026-11-01', '', '0000-01']) {
            expect(isPeriod(wrong)).toBe(false);
            expect(() => period(wrong)).toThrow(expect.objectContaining({ code: 'period_malformed' }));
        }
    });
    it('starts in January, and again every so many months', () => {
        expect(periodOf('2026-12-05', 2)).toBe('2026-11');
        expect(periodOf('2026-11-01', 2)).toBe('2026-11');
        expect(periodOf('2026-10-31', 2)).toBe('2026-09');
        expect(periodOf('2026-12-31', 12)).toBe('2026-01');
        expect([startsPeriod('2026-11', 2), startsPeriod('2026-12', 2), startsPeriod('2026-12', 1)]).toEqual([
            true,
            false,
            true,
        ]);
    });
    it('holds the days from its first to its last', () => {
        expect(daysOf('2026-11', 2)).toEqual({ from: '2026-11-01', to: '2026-12-31' });
        expect(daysOf('2028-02', 1)).toEqual({ from: '2028-02-01', to: '2028-02-29' });
        expect(['2026-10-31', '2026-11-01', '2026-12-31', '2027-01-01'].map((date) => periodContains('2026-11', 2, date))).toEqual([false, true, true, false]);
    });
    it('follows one upon another without a gap', () => {
        expect([nextPeriod('2026-11', 2), previousPeriod('2026-01', 2)]).toEqual(['2027-01', '2025-11']);
        fc.assert(fc.property(anyDate, anyLength, (date, months) => {
            const own = periodOf(date, months);
            expect(rangeContains(daysOf(own, months), date)).toBe(true);
            expect(startsPeriod(own, months)).toBe(true);
            expect(previousPeriod(nextPeriod(own, months), months)).toBe(own);
            const { to } = daysOf(own, months);
            expect(to && periodOf(addDays(to, 1), months)).toBe(nextPeriod(own, months));
        }));
    });
});
