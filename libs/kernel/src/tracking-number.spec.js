import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { InvariantError } from "./invariant.js";
import { formatTrackingNumber, parseTrackingNumber, trackingNumberCount } from "./tracking-number.js";
describe('tracking numbers', () => {
    it('can be read aloud in groups of digits', () => {
        expect(formatTrackingNumber(483109275561n)).toBe('4831-0927-5561-1');
        expect(formatTrackingNumber(0n)).toBe('0000-0000-0000-0');
    });
    it('is read however it is spaced', () => {
        fc.assert(fc.property(fc.bigInt({ min: 0n, max: trackingNumberCount - 1n }), fc.constantFrom('', ' ', '-', '–'), (secret, gap) => {
            const number = formatTrackingNumber(secret);
            expect(parseTrackingNumber(` ${number.replaceAll('-', gap)} `)).toBe(number);
        }));
    });
    it('refuses a slip of the pen and what is no number', () => {
        expect(() => parseTrackingNumber('4831-0927-5516-1')).toThrow(expect.objectContaining({ code: 'check_digit_wrong' }));
        for (const text of ['', '4831', '4831-0927-5561-12', 'abcd-efgh-ijkl-m'])
            expect(() => parseTrackingNumber(text)).toThrow(expect.objectContaining({ code: 'number_malformed' }));
    });
    it.each([-1n, trackingNumberCount])('takes a secret of %p for a bug', (secret) => {
        expect(() => formatTrackingNumber(secret)).toThrow(InvariantError);
    });
});
