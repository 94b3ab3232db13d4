import { describe, expect, it } from '@jest/globals';

import { inUse, orderlyRotation, publishAheadMs, rotationAfterTheft, type KeyTimes } from './key-ring.ts';

const noon = new Date('2026-11-20T12:00:00Z');
const later = (ms: number) => new Date(noon.getTime() + ms);
const lifeMs = 900_000;
const ids = (keys: KeyTimes[], now: Date) => inUse(keys, now).map((key) => key.id);

const first: KeyTimes = { id: 'first', activeFrom: later(-1e9), retiresAt: null };

function rotated(): KeyTimes[] {
  const { activeFrom, oldRetireAt } = orderlyRotation(noon, lifeMs);
  return [
    { ...first, retiresAt: oldRetireAt },
    { id: 'second', activeFrom, retiresAt: null },
  ];
}

describe('keys in use', () => {
  it('publish a new key before it signs, and sign with it from the agreed instant', () => {
    expect(ids(rotated(), later(publishAheadMs - 1))).toEqual(['first', 'second']);
    expect(ids(rotated(), later(publishAheadMs))).toEqual(['second', 'first']);
  });

  it('keep the old key until everything it signed has expired, and not longer', () => {
    expect(ids(rotated(), later(publishAheadMs + lifeMs - 1))).toEqual(['second', 'first']);
    expect(ids(rotated(), later(publishAheadMs + lifeMs))).toEqual(['second']);
  });

  it('drop a stolen key at once', () => {
    const { activeFrom, oldRetireAt } = rotationAfterTheft(noon);
    const keys = [
      { ...first, retiresAt: oldRetireAt },
      { id: 'second', activeFrom, retiresAt: null },
    ];
    expect(ids(keys, noon)).toEqual(['second']);
  });

  it('do not exist without one that signs', () => {
    expect(() => inUse([], noon)).toThrow('there is a key to sign with');
    expect(() => inUse([{ ...first, activeFrom: later(1) }], noon)).toThrow('there is a key to sign with');
  });
});
