import { describe, expect, it } from '@jest/globals';

import { addressOf } from './caller.ts';

describe('the address of a caller', () => {
  it('is the other end of the connection, whatever the request claims', () => {
    expect(addressOf({ ip: '10.0.0.1', forwardedFor: '1.2.3.4' }, 0)).toBe('10.0.0.1');
  });

  it('is what our own proxies say, and not what the caller claims', () => {
    const forwardedFor = '6.6.6.6, 41.72.0.9, 10.0.0.2';
    expect(addressOf({ ip: '10.0.0.1', forwardedFor }, 1)).toBe('10.0.0.2');
    expect(addressOf({ ip: '10.0.0.1', forwardedFor }, 2)).toBe('41.72.0.9');
  });

  it('is the other end of the connection where a proxy says nothing', () => {
    expect(addressOf({ ip: '10.0.0.1', forwardedFor: undefined }, 1)).toBe('10.0.0.1');
    expect(addressOf({ ip: '10.0.0.1', forwardedFor: '41.72.0.9' }, 3)).toBe('10.0.0.1');
  });
});
