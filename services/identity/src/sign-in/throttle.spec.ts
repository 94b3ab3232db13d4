import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import {
  afterFailure,
  afterSuccess,
  blockedUntil,
  firstWaitMs,
  forgetAfterMs,
  freeFailures,
  longestWaitMs,
  waitAfter,
  type Throttle,
} from './throttle.ts';

const noon = new Date('2026-11-20T12:00:00Z');
const later = (ms: number, from = noon) => new Date(from.getTime() + ms);

function fail(times: number, free: number, at = noon): Throttle {
  let throttle = afterFailure(undefined, free, at);
  for (let count = 1; count < times; count += 1) throttle = afterFailure(throttle, free, at);
  return throttle;
}

describe('waiting after failures', () => {
  it('costs nothing just below the limit, a minute on it, two minutes just above', () => {
    expect([4, 5, 6].map((failures) => waitAfter(failures, 5))).toEqual([0, firstWaitMs, 2 * firstWaitMs]);
  });

  it('never lasts longer than a quarter of an hour, however long it is tried', () => {
    fc.assert(
      fc.property(fc.nat({ max: 1e9 }), fc.integer({ min: 1, max: 100 }), (failures, free) => {
        const wait = waitAfter(failures, free);
        expect(wait).toBeGreaterThanOrEqual(0);
        expect(wait).toBeLessThanOrEqual(longestWaitMs);
        expect(wait).toBeLessThanOrEqual(waitAfter(failures + 1, free));
      }),
    );
  });
});

describe('a throttle', () => {
  it('blocks until the wait is over, and not a moment longer', () => {
    const throttle = fail(5, 5);
    expect(blockedUntil(fail(4, 5), noon)).toBeUndefined();
    expect(blockedUntil(throttle, later(firstWaitMs - 1))).toEqual(later(firstWaitMs));
    expect(blockedUntil(throttle, later(firstWaitMs))).toBeUndefined();
  });

  it('remembers across a wait, so that the next one is longer', () => {
    const again = afterFailure(fail(5, 5), 5, later(firstWaitMs));
    expect(blockedUntil(again, later(firstWaitMs))).toEqual(later(3 * firstWaitMs));
  });

  it('starts again at one after an hour without a failure', () => {
    expect(afterFailure(fail(20, 5), 5, later(forgetAfterMs - 1)).failures).toBe(21);
    expect(afterFailure(fail(20, 5), 5, later(forgetAfterMs)).failures).toBe(1);
  });

  it('is wiped by a success where it concerns this person at this place only', () => {
    expect(afterSuccess('pair', fail(4, 5))).toBeUndefined();
    expect(afterSuccess('device', fail(4, 5))).toBeUndefined();
  });

  it('takes back one count by a success where it is shared, so that a success does not pay for guesses', () => {
    expect(afterSuccess('address', fail(40, freeFailures.address))?.failures).toBe(39);
    expect(afterSuccess('person', fail(1, freeFailures.person))).toBeUndefined();
  });

  it('undoes the block that the successful attempt itself had caused', () => {
    expect(afterSuccess('address', fail(60, 60))?.blockedUntil).toBeNull();
    expect(afterSuccess('address', fail(61, 60))?.blockedUntil).not.toBeNull();
  });
});
