import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { checkDigit, hasValidCheckDigit } from "./check-digit.js";
const digits = fc.stringMatching(/^\d{1,20}$/);
describe('check digits', () => {
    it('agrees with the published example', () => {
        expect(checkDigit('572')).toBe('4');
        expect(hasValidCheckDigit('5724')).toBe(true);
    });
    it('accepts a number with its own digit and no other', () => {
        fc.assert(fc.property(digits, (number) => {
            const valid = [...'0123456789'].filter((digit) => hasValidCheckDigit(number + digit));
            expect(valid).toEqual([checkDigit(number)]);
        }));
    });
    it('catches every wrong digit', () => {
        fc.assert(fc.property(digits, fc.nat(20), fc.integer({ min: 1, max: 9 }), (number, at, shift) => {
            const whole = number + checkDigit(number);
            const place = at % whole.length;
            const wrong = String((Number(whole[place]) + shift) % 10);
            expect(hasValidCheckDigit(whole.slice(0, place) + wrong + whole.slice(place + 1))).toBe(false);
        }));
    });
    it('catches every two neighbours swapped', () => {
        fc.assert(fc.property(digits, fc.nat(20), (number, at) => {
            const whole = number + checkDigit(number);
            const place = at % (whole.length - 1);
            const [a = '', b = ''] = whole.slice(place, place + 2);
            fc.pre(a !== b);
            expect(hasValidCheckDigit(whole.slice(0, place) + b + a + whole.slice(place + 2))).toBe(false);
        }));
    });
    it.each(['', '12a', '1 2', '-1', '٣'])('refuses %p', (text) => {
        expect(() => checkDigit(text)).toThrow(expect.objectContaining({ code: 'number_malformed' }));
        expect(hasValidCheckDigit(text)).toBe(false);
    });
});
