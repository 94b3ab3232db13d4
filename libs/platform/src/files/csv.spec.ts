import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { csv } from './csv.ts';

describe('a CSV file', () => {
  it('keeps commas, quotes and line breaks inside their cell', () => {
    expect(
      csv([
        ['a', 'b'],
        ['x, "y"', 'one\ntwo'],
      ]),
    ).toBe('a,b\r\n"x, ""y""","one\ntwo"\r\n');
  });

  it('leaves what is not known empty, and never writes zero for it', () => {
    expect(csv([[null, 0, -1.5]])).toBe(',0,-1.5\r\n');
  });

  it.each(['=1+1', '+1', '-1+2', '@SUM(A1)', '\t=1', '\r=1'])(
    'makes a text of %j, which a spreadsheet would run',
    (text) => {
      expect(csv([[text]])).toMatch(/^"?'/);
    },
  );

  it('has no cell that a spreadsheet would run, whatever is in it', () => {
    fc.assert(fc.property(fc.string(), (value) => !/^"?[=+\-@\t\r]/.test(csv([[value]]).replace(/\r\n$/, ''))));
  });
});
