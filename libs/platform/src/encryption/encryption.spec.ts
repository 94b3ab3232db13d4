import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { BlindIndex, mask, normaliseIdentifier } from './blind-index.ts';
import { Cipher, UndecipherableText } from './cipher.ts';

const key = (fill: number) => Buffer.alloc(32, fill);
const cipher = new Cipher([{ id: 'k1', key: key(1) }]);

describe('a sealed text', () => {
  it('opens to what was sealed, and looks different every time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (text, context) => {
        fc.pre(text.isWellFormed());
        const [once, twice] = [
          cipher.seal('registry.identifier', text, context),
          cipher.seal('registry.identifier', text, context),
        ];
        expect(once).toMatch(/^k1:[\w-]+$/);
        expect(once).not.toBe(twice);
        expect(cipher.open('registry.identifier', once, context)).toBe(text);
      }),
    );
  });

  it('does not open for another purpose, in another row, or with other keys', () => {
    const sealed = cipher.seal('registry.identifier', '123456/78/1', 'person-1');
    const others = [
      () => cipher.open('registry.account', sealed, 'person-1'),
      () => cipher.open('registry.identifier', sealed, 'person-2'),
      () => new Cipher([{ id: 'k1', key: key(2) }]).open('registry.identifier', sealed, 'person-1'),
      () => new Cipher([{ id: 'k2', key: key(1) }]).open('registry.identifier', sealed, 'person-1'),
    ];
    for (const open of others) expect(open).toThrow(UndecipherableText);
  });

  it('does not open once a single letter was changed, added or left out', () => {
    const sealed = cipher.seal('p', 'Chanda Mwape');
    fc.assert(
      fc.property(fc.nat(sealed.length - 1), fc.constantFrom('A', 'b', '-', '', 'AA'), (at, letter) => {
        const changed = sealed.slice(0, at) + letter + sealed.slice(at + 1);
        fc.pre(changed !== sealed);
        expect(() => cipher.open('p', changed)).toThrow(UndecipherableText);
      }),
    );
  });

  it('of an older key still opens, and says that it is due to be sealed again', () => {
    const rotated = new Cipher([
      { id: 'k2', key: key(2) },
      { id: 'k1', key: key(1) },
    ]);
    const old = cipher.seal('p', 'text');
    expect(rotated.open('p', old)).toBe('text');
    expect(rotated.isOutdated(old)).toBe(true);
    expect(rotated.isOutdated(rotated.seal('p', 'text'))).toBe(false);
  });

  it('cannot be made by a service that has no key', () => {
    expect(() => new Cipher().seal('p', 'text')).toThrow(/JANELA_ENCRYPTION_KEY is not configured/);
  });
});

describe('a blind index', () => {
  const index = new BlindIndex(key(3));

  it('finds the same identifier however it is written', () => {
    const mark = index.mark('registry.ZM-NRC', '123456/78/1');
    for (const same of ['123456 78 1', ' 123456-78-1', '１２３４５６/78/1'])
      expect(index.mark('registry.ZM-NRC', same)).toBe(mark);
    expect(mark).toMatch(/^[\w-]{43}$/);
  });

  it('distinguishes identifiers, kinds of identifier and installations', () => {
    const marks = [
      index.mark('registry.ZM-NRC', '123456/78/1'),
      index.mark('registry.ZM-NRC', '123456/78/2'),
      index.mark('registry.account', '123456/78/1'),
      new BlindIndex(key(4)).mark('registry.ZM-NRC', '123456/78/1'),
    ];
    expect(new Set(marks).size).toBe(4);
  });

  it('keeps letters of every script', () => {
    expect(normaliseIdentifier('ção-12/a')).toBe('ÇÃO12A');
  });
});

describe('a masked value', () => {
  it.each([
    ['+260971234567', '••• 567'],
    ['123456/78/1', '••• 8/1'],
    ['123456', '••• 56'],
    ['12', '•••'],
    ['', '•••'],
  ])('of %j is %j', (value, masked) => {
    expect(mask(value)).toBe(masked);
  });
});
