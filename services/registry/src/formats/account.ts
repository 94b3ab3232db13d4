import type { AccountFormat, DeliveryChannel, NumberFormats } from '@janela/contracts';

import { readOfficialNumber } from './official-number.ts';
import { readTelephone } from './telephone.ts';

/** How money reaches a person. */
export interface Delivery {
  channel: DeliveryChannel;
  provider?: string | undefined;
  account?: string | undefined;
}

/** Accounts of which the country's data say nothing. */
const anyNumber = { pattern: '^[0-9A-Z]{4,34}$', example: '0012345678901' };
/** Telephones where no country is loaded. */
const anyTelephone = '+260971234567';

/** An account in the form in which it is kept and compared, or what one would look like. */
export type ReadAccount = { account: string } | { example: string };

/**
 * Reads an account by its channel and the country's data: a wallet is a mobile telephone of the country, anything else a number of
 * its format. Whatever the format, a number has a digit.
 */
export function readAccount(delivery: Delivery & { account: string }, formats: NumberFormats): ReadAccount {
  const format = formatOf(delivery, formats.accounts);
  const telephone = readTelephone(delivery.account, formats.telephone, { isWallet: true });
  if (format.kind === 'telephone')
    return telephone === undefined ? { example: exampleTelephone(formats) } : { account: telephone };
  // At a pay point a telephone is as good as a number of any other kind.
  if (delivery.channel === 'cash' && telephone !== undefined) return { account: telephone };
  const account = readOfficialNumber(delivery.account, format.pattern);
  return account === undefined || !/\d/.test(account) ? { example: format.example } : { account };
}

export function exampleTelephone({ telephone }: NumberFormats): string {
  return telephone?.example ?? anyTelephone;
}

function formatOf({ channel, provider }: Delivery, accounts: readonly AccountFormat[]): AccountFormat {
  const ofChannel = accounts.filter((format) => format.channel === channel);
  return (
    ofChannel.find((format) => format.provider !== undefined && format.provider === provider) ??
    ofChannel.find((format) => format.provider === undefined) ??
    (channel === 'mobile_money' ? { kind: 'telephone', channel } : { kind: 'number', channel, ...anyNumber })
  );
}
