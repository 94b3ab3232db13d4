import type { TelephoneFormat } from '@janela/contracts';

import { tidyNumber } from './tidy.ts';

/** E.164: a country's prefix and a number, of at most fifteen digits. */
const international = /^[1-9]\d{6,14}$/;
const writtenSo = /^\+?[\d ()./-]+$/;

export interface TelephoneUse {
  /** Only mobile numbers of the country, such as those that hold money. */
  isWallet?: boolean;
}

/**
 * A telephone number as it is kept (E.164), or nothing when it is none: with `+` or `00` and any country's prefix, with the own
 * country's prefix alone, with the trunk digit that is dialled at home, or, as a spreadsheet leaves it, without. What begins like a
 * number of the own country must be one. Where no country is loaded only the international form is unambiguous.
 */
export function readTelephone(
  typed: string,
  format: TelephoneFormat | undefined,
  { isWallet = false }: TelephoneUse = {},
): string | undefined {
  const text = tidyNumber(typed);
  if (!writtenSo.test(text)) return undefined;
  const digits = text.replaceAll(/\D/g, '');
  const dialled = text.startsWith('+') ? digits : digits.startsWith('00') ? digits.slice(2) : undefined;
  const prefix = format?.prefix.slice(1);
  if (!format || prefix === undefined) return foreign(dialled);
  if (dialled !== undefined && !dialled.startsWith(prefix)) return isWallet ? undefined : foreign(dialled);
  const patterns = (isWallet ? format.mobile : [...format.mobile, ...format.fixed]).map((one) => new RegExp(one, 'u'));
  const candidates = dialled === undefined ? [digits, after(digits, prefix)] : [after(dialled, prefix)];
  const national = candidates
    .flatMap((candidate) => [candidate, after(candidate, format.trunk)])
    .find((candidate) => candidate !== undefined && patterns.some((pattern) => pattern.test(candidate)));
  return national === undefined ? undefined : `${format.prefix}${national}`;
}

function foreign(dialled: string | undefined): string | undefined {
  return dialled !== undefined && international.test(dialled) ? `+${dialled}` : undefined;
}

function after(text: string | undefined, beginning: string): string | undefined {
  return beginning !== '' && text?.startsWith(beginning) ? text.slice(beginning.length) : undefined;
}
