import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anyAreaContains, areaAtLevel, areaCode, areaContains, areaCountry, areaLevel, areaParent, areaPath, everywhere, isAreaCode, } from "./area-code.js";
describe('area codes', () => {
    it.each([
        ['ZM', 0],
        ['ZM104', 1],
        ['ZM104011', 2],
        ['ZM104011003', 3],
        ['MZ', 0],
        ['MZ11', 1],
        ['MZ1123', 2],
        ['MW3', 1],
        ['MW315', 2],
        ['CM010006', 2],
        ['KH2507', 2],
        ['PK729', 2],
        ['TL1305', 2],
        ['CV2201', 2],
        ['BDI001', 1],
        ['BD10', 1],
        ['IQG01', 1],
        ['LSA', 1],
        ['MMR001D001', 2],
    ])('knows that %s is of level %i', (code, level) => {
        expect(isAreaCode(code)).toBe(true);
        expect(areaCode(code)).toBe(code);
        expect(areaLevel(code)).toBe(level);
    });
    it.each([
        '',
        'Z',
        'ZM1',
        'ZM10',
        'ZM1040',
        'ZM10401',
        'ZM1040110',
        'zm104',
        'QQ',
        'ZM 104',
        'ZM-104',
        '*',
        '104011',
        'ZM10401100300400',
    ])('refuses %p', (code) => {
        expect(isAreaCode(code)).toBe(false);
        expect(() => areaCode(code)).toThrow(expect.objectContaining({ code: 'area_malformed' }));
    });
    it('takes a code apart by the lengths of its country', () => {
        expect(areaPath('ZM104011')).toEqual(['ZM', 'ZM104', 'ZM104011']);
        expect(areaPath('MW315')).toEqual(['MW', 'MW3', 'MW315']);
        expect([areaParent('ZM104011'), areaParent('ZM104'), areaParent('ZM')]).toEqual(['ZM104', 'ZM', undefined]);
        expect([areaCountry('BDI001'), areaCountry('ZM104011')]).toEqual(['BDI', 'ZM']);
        expect(areaAtLevel('ZM104011', 1)).toBe('ZM104');
        for (const level of [3, -1])
            expect(() => areaAtLevel('ZM104011', level)).toThrow(expect.objectContaining({ code: 'area_malformed' }));
    });
});
describe('scopes', () => {
    it('reaches an area and all that lies in it, and nothing beside it', () => {
        expect(areaContains('ZM104', 'ZM104')).toBe(true);
        expect(areaContains('ZM104', 'ZM104011')).toBe(true);
        expect(areaContains('ZM', 'ZM104011003')).toBe(true);
        expect(areaContains('ZM104011', 'ZM104')).toBe(false);
        expect(areaContains('ZM104', 'ZM105')).toBe(false);
        expect(areaContains('MZ', 'ZM104')).toBe(false);
    });
    it('reaches everything with a star, and nothing with half a code or none', () => {
        expect(areaContains(everywhere, 'ZM104011')).toBe(true);
        for (const scope of ['', 'Z', 'ZM1', 'ZM10'])
            expect(areaContains(scope, 'ZM104011')).toBe(false);
    });
    it('does not take Burundi for a part of Bangladesh', () => {
        expect(areaContains('BD', 'BDI001')).toBe(false);
        expect(areaContains('BD', 'BD10')).toBe(true);
    });
    it('is enough to lie in one of several scopes', () => {
        expect(anyAreaContains(['ZM104005', 'ZM104011'], 'ZM104011')).toBe(true);
        expect(anyAreaContains(['ZM104005'], 'ZM104011')).toBe(false);
        expect(anyAreaContains([], 'ZM104011')).toBe(false);
    });
    it('contains exactly what has it among its own areas', () => {
        const code = fc.stringMatching(/^(ZM|MZ)(\d\d){0,4}\d?$/).filter(isAreaCode);
        fc.assert(fc.property(code, code, (scope, area) => {
            expect(areaContains(scope, area)).toBe(areaPath(area).includes(scope));
        }));
    });
});
