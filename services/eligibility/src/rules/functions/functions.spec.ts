import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { exactly, type Interval } from '../values/interval.ts';
import { add } from './add.function.ts';
import { functionCatalogue } from './catalogue.ts';
import { divide } from './divide.function.ts';
import { multiply } from './multiply.function.ts';
import { subtract } from './subtract.function.ts';

const today = '2026-11-20';
const most = Number.MAX_SAFE_INTEGER;
const small = fc.integer({ min: -9, max: 9 });
const span = fc.tuple(small, small).map(([a, b]): Interval => ({ least: Math.min(a, b), most: Math.max(a, b) }));
const numbersIn = ({ least, most: last }: Interval) =>
  Array.from({ length: last - least + 1 }, (_, index) => least + index);

describe.each([
  ['add', add, (a: number, b: number) => a + b],
  ['subtract', subtract, (a: number, b: number) => a - b],
  ['multiply', multiply, (a: number, b: number) => a * b],
  ['divide', divide, (a: number, b: number) => Math.trunc(a / b)],
] as const)('%s', (_, fn, compute) => {
  it('goes from the least to the most that the numbers in two spans can give', () => {
    fc.assert(
      fc.property(span, span, (a, b) => {
        fc.pre(fn !== divide || b.least > 0 || b.most < 0);
        const results = numbersIn(a).flatMap((x) => numbersIn(b).map((y) => compute(x, y) + 0));
        expect(fn.run([a, b], today)).toEqual({ least: Math.min(...results), most: Math.max(...results) });
      }),
    );
  });

  it('is not known where either side is not', () => {
    expect(fn.run([null, exactly(1)], today)).toBeNull();
    expect(fn.run([exactly(1), null], today)).toBeNull();
  });

  it('takes no codes, dates or answers of yes and no', () => {
    for (const type of ['code', 'date', 'bool', 'area', 'codes'] as const)
      expect(fn.resultOf([type, type])).toBeUndefined();
  });
});

describe('adding up to the largest number that can be counted on', () => {
  it.each([
    [-1, most - 1],
    [0, most],
    [1, null],
  ])('with %s more gives %s', (more, sum) => {
    expect(add.run([exactly(most), exactly(more)], today)).toEqual(sum === null ? null : exactly(sum));
  });

  it('stops at the other end as well', () => {
    expect(subtract.run([exactly(-most), exactly(1)], today)).toBeNull();
    expect(multiply.run([exactly(most), exactly(2)], today)).toBeNull();
  });
});

describe('dividing', () => {
  it('rounds towards zero, on both sides of it', () => {
    expect([5, 6, 7].map((each) => divide.run([exactly(each), exactly(3)], today)?.least)).toEqual([1, 2, 2]);
    expect([-5, -6, -7].map((each) => divide.run([exactly(each), exactly(3)], today)?.least)).toEqual([-1, -2, -2]);
  });

  it('by zero, or by what may be zero, is not known', () => {
    expect(divide.run([exactly(1), exactly(0)], today)).toBeNull();
    expect(divide.run([exactly(0), exactly(0)], today)).toBeNull();
    expect(divide.run([exactly(6), { least: 0, most: 2 }], today)).toBeNull();
  });

  it('is exact for the largest numbers', () => {
    expect(divide.run([exactly(most), exactly(2)], today)).toEqual(exactly(4503599627370495));
  });
});

describe('amounts', () => {
  it('are added to amounts, taken so many times, and shared out', () => {
    expect(add.resultOf(['money', 'money'])).toBe('money');
    expect(multiply.resultOf(['int', 'money'])).toBe('money');
    expect(multiply.resultOf(['money', 'int'])).toBe('money');
    expect(divide.resultOf(['money', 'int'])).toBe('money');
    expect(divide.resultOf(['money', 'money'])).toBe('int');
  });

  it('are never mixed with plain numbers, nor multiplied by each other', () => {
    expect(add.resultOf(['money', 'int'])).toBeUndefined();
    expect(multiply.resultOf(['money', 'money'])).toBeUndefined();
    expect(divide.resultOf(['int', 'money'])).toBeUndefined();
  });
});

describe('the catalogue of functions', () => {
  it('finds each under its own code', () => {
    for (const [code, fn] of functionCatalogue) expect(fn.code).toBe(code);
  });
});
