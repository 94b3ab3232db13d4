import { describe, expect, it } from '@jest/globals';

import { networkOf } from './network.ts';

describe('the network of an address', () => {
  it('is an IPv4 address itself, however it is written', () => {
    expect(networkOf('197.214.8.3')).toBe('197.214.8.3');
    expect(networkOf('::ffff:197.214.8.3')).toBe('197.214.8.3');
  });

  it('is the /64 of an IPv6 address, so that one sender does not have many', () => {
    expect(networkOf('2c0f:f000:0:12::1')).toBe(networkOf('2C0F:F000::12:aaaa:bbbb:cccc:dddd'));
    expect(networkOf('2c0f:f000:0:12::1')).not.toBe(networkOf('2c0f:f000:0:13::1'));
    expect(networkOf('fe80::1%eth0')).toBe('fe80:0:0:0::/64');
    expect(networkOf('::1')).toBe('0:0:0:0::/64');
  });
});
