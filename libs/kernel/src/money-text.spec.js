import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { currencies } from "./currency.js";
import { displayMoney, formatMoney, parseMoney } from "./money-text.js";
import { money } from "./money.js";
describe('amounts as text', () => {
    it.each([
        ['1200.50', 'ZMW', 120050n],
        ['1200.5', 'ZMW', 120050n],
        ['1200', 'ZMW', 120000n],
        ['-0.01', 'ZMW', -1n],
        ['0', 'ZMW', 0n],
        ['007', 'ZMW', 700n],
        ['500', 'UGX', 500n],
        ['500.00', 'UGX', 500n],
        ['0.005', 'TND', 5n],
        ['12.50000', 'ZMW', 1250n],
    ])('reads %s %s', (text, currency, minor) => {
        expect(parseMoney(text, currency)).toEqual({ amountMinor: minor, currency });
    });
    it.each([
        ['12.505', 'ZMW'],
        ['0.5', 'UGX'],
        ['0.0005', 'TND'],
    ])('refuses %s %s, which is a fraction of the smallest unit', (text, currency) => {
        expect(() => parseMoney(text, currency)).toThrow(expect.objectContaining({ code: 'amount_too_exact' }));
    });
    it.each(['', '1,200.50', '1e3', '.5', '5.', '+5', '--5', '5 ', ' 5', '٥', '0x10', 'NaN', '1'.repeat(31)])('refuses %p', (text) => {
        expect(() => parseMoney(text, 'ZMW')).toThrow(expect.objectContaining({ code: 'amount_malformed' }));
    });
    it('writes all the decimals of the currency, and none where it has none', () => {
        expect(formatMoney(money(5n, 'ZMW'))).toBe('0.05');
        expect(formatMoney(money(-120050n, 'ZMW'))).toBe('-1200.50');
        expect(formatMoney(money(5n, 'UGX'))).toBe('5');
        expect(formatMoney(money(5n, 'TND'))).toBe('0.005');
    });
    it('reads what it writes, in every currency', () => {
        fc.assert(fc.property(fc.bigInt({ min: -(10n ** 25n), max: 10n ** 25n }), fc.constantFrom(...currencies), (minor, currency) => {
            const amount = money(minor, currency);
            expect(parseMoney(formatMoney(amount), currency)).toEqual(amount);
        }));
    });
    it('shows an amount in the habits of a place, exact also when it is very large', () => {
        const plain = (text) => text.replace(/\s/g, ' ');
        expect(plain(displayMoney(money(120050n, 'ZMW'), 'en-ZM'))).toBe('K 1,200.50');
        expect(plain(displayMoney(money(120050n, 'UGX'), 'en'))).toBe('UGX 120,050');
        expect(displayMoney(money(10n ** 20n + 1n, 'ZMW'), 'en-ZM')).toContain('1,000,000,000,000,000,000.01');
    });
});
