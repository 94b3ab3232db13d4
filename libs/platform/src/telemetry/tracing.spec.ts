import { describe, expect, it } from '@jest/globals';

import { requestContext } from '../context/request-context.ts';
import { parseTraceparent } from './traceparent.ts';
import { currentTraceparent, withTraceparent } from './tracing.ts';

const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
const traceparent = `00-${traceId}-00f067aa0ba902b7-01`;

describe('a traceparent', () => {
  it.each([
    undefined,
    '',
    'x',
    `ff-${traceId}-00f067aa0ba902b7-01`,
    `00-${'0'.repeat(32)}-00f067aa0ba902b7-01`,
    `00-${traceId}-${'0'.repeat(16)}-01`,
    `00-${traceId.toUpperCase()}-00f067aa0ba902b7-01`,
    `${traceparent}-more`,
  ])('%j is none', (text) => {
    expect(parseTraceparent(text)).toBeUndefined();
  });
});

describe('work that came with a message', () => {
  it('goes on in the trace of its sender, also when no tracer runs', async () => {
    expect(currentTraceparent()).toBeUndefined();
    await withTraceparent(traceparent, () => {
      expect(currentTraceparent()).toMatch(new RegExp(`^00-${traceId}-`));
      expect(requestContext()?.traceId).toBe(traceId);
      return Promise.resolve();
    });
    expect(currentTraceparent()).toBeUndefined();
  });

  it('begins a trace when it came without one', async () => {
    const [one, other] = await Promise.all(
      [undefined, 'nonsense'].map((text) => withTraceparent(text, () => Promise.resolve(currentTraceparent()))),
    );
    expect(parseTraceparent(one)).toBeDefined();
    expect(parseTraceparent(other)?.traceId).not.toBe(parseTraceparent(one)?.traceId);
  });

  it('fails as it failed', async () => {
    await expect(withTraceparent(traceparent, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  });
});
