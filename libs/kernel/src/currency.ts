import { InvalidValue } from './invalid-value.ts';

/** An ISO 4217 alphabetic code in use, such as `ZMW`. Withdrawn codes (`ZMK`) and metals (`XAU`) are not currencies here. */
export type Currency = string;

const codesByMinorUnits: Record<number, string> = {
  0: 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF',
  2:
    'AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF CHW CNY ' +
    'COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS ' +
    'INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR ' +
    'MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP ' +
    'STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XAD XCD XCG YER ZAR ZMW ZWG',
  3: 'BHD IQD JOD KWD LYD OMR TND',
  4: 'CLF UYW',
};

const minorUnitsByCode = new Map<string, number>(
  Object.entries(codesByMinorUnits).flatMap(([units, codes]) => codes.split(' ').map((code) => [code, Number(units)])),
);

/** Every currency that can be paid in, in alphabetical order. */
export const currencies: readonly Currency[] = [...minorUnitsByCode.keys()].sort();

/** Returns whether the text is a currency in use, in capitals. */
export function isCurrency(text: string): text is Currency {
  return minorUnitsByCode.has(text);
}

/** Returns how many decimals a currency has: 2 for ZMW, 0 for UGX, 3 for TND. Throws `InvalidValue` for an unknown code. */
export function minorUnits(currency: Currency): number {
  const units = minorUnitsByCode.get(currency);
  if (units === undefined)
    throw new InvalidValue('currency_unknown', `${currency} is not a currency in use (ISO 4217).`);
  return units;
}
