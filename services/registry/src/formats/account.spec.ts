import { describe, expect, it } from '@jest/globals';
import type { DeliveryChannel, NumberFormats } from '@janela/contracts';

import { numberFormats } from '../../test/country.ts';
import { readAccount } from './account.ts';

const read = (channel: DeliveryChannel, account: string, formats: NumberFormats = numberFormats) =>
  readAccount({ channel, account }, formats);
const wrong = ['2.60971E+11', '-', 'A'.repeat(64), '9'.repeat(64), 'ABCDEFGH', '12 E+3'];

describe('an account', () => {
  it('of mobile money is a mobile telephone of the country', () => {
    for (const account of ['0971234567', '+260 97 123 4567', '00260971234567', '971234567'])
      expect(read('mobile_money', account)).toEqual({ account: '+260971234567' });
    for (const account of [...wrong, '+258841234567', '0211234567', '0012345678901'])
      expect(read('mobile_money', account)).toEqual({ example: '+260971234567' });
  });

  it('of a bank or a card has the format of the country', () => {
    expect(read('bank_transfer', 'zm 0012-345')).toEqual({ account: 'ZM0012345' });
    expect(read('prepaid_card', '5061 2345 6789 0123')).toEqual({ account: '5061234567890123' });
    for (const account of [...wrong, '12345', '1'.repeat(21)])
      expect(read('bank_transfer', account)).toEqual({ example: '0012345678901' });
  });

  it('of a channel of which the country says nothing, or before one is loaded, has letters and digits', () => {
    expect(read('agent', 'a-0017')).toEqual({ account: 'A0017' });
    for (const channel of ['agent', 'cash', 'bank_transfer'] as const)
      for (const account of wrong) expect(read(channel, account, { accounts: [] })).toHaveProperty('example');
    expect(read('mobile_money', '+260971234567', { accounts: [] })).toEqual({ account: '+260971234567' });
    expect(read('mobile_money', '971234567', { accounts: [] })).toHaveProperty('example');
  });

  it('may have another format for one provider', () => {
    const accounts = [
      {
        kind: 'number' as const,
        channel: 'mobile_money' as const,
        provider: 'purse',
        pattern: '^[0-9]{8}$',
        example: '00012345',
      },
    ];
    const formats = { ...numberFormats, accounts: [...numberFormats.accounts, ...accounts] };
    expect(readAccount({ channel: 'mobile_money', provider: 'purse', account: '0001 2345' }, formats)).toEqual({
      account: '00012345',
    });
    expect(readAccount({ channel: 'mobile_money', provider: 'other', account: '0001 2345' }, formats)).toHaveProperty(
      'example',
    );
  });
});
