import type { Language } from '@janela/contracts';
import { displayMoney } from '@janela/kernel';

import type { Fact, FactType, FactUnit, FactValue } from '../facts/define-fact.ts';
import { phrases } from './phrases.ts';

/** What is needed to write a value out: what kind it is, what it counts, what its codes are called. */
export interface Format {
  readonly type: FactType;
  readonly unit?: FactUnit | undefined;
  readonly codes?: Fact['codes'] | undefined;
  readonly currency?: string | undefined;
}

/** A value as a person reads it: "6 months", "between 9 and 10 years", "48.5 %", "yes", "not known". */
export function writeValue(value: FactValue, format: Format, language: Language): string {
  const words = phrases[language];
  if (value === null) return words.notKnown;
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (typeof value === 'string') return writeText(value, format, language);
  if (typeof value === 'number') return writeNumber(value, format, language, true);
  if (!('least' in value)) return writeList(value, format, language);
  if (typeof value.least === 'string' || typeof value.most === 'string') {
    return words.between(
      writeText(String(value.least), format, language),
      writeText(String(value.most), format, language),
    );
  }
  return words.between(
    writeNumber(value.least, format, language, false),
    writeNumber(value.most, format, language, true),
  );
}

/** Several values, one after the other; words for "none" when there are none. */
export function writeList(values: readonly (string | number)[], format: Format, language: Language): string {
  if (values.length === 0) return phrases[language].nothing;
  return values.map((value) => writeValue(value, format, language)).join(', ');
}

function writeText(text: string, { type, codes }: Format, language: Language): string {
  if (type !== 'date') return codes?.[text]?.[language] ?? text;
  const style = new Intl.DateTimeFormat(phrases[language].locale, { dateStyle: 'long', timeZone: 'UTC' });
  return style.format(new Date(`${text}T00:00:00Z`));
}

function writeNumber(value: number, { type, unit, currency }: Format, language: Language, withUnit: boolean): string {
  const { locale, units } = phrases[language];
  if (type === 'money' && currency) return displayMoney({ amountMinor: BigInt(value), currency }, locale);
  if (unit === 'permille') {
    return new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }).format(value / 1000);
  }
  const style = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  if (unit === 'hundredths') return style.format(value / 100);
  if (!unit || !withUnit) return style.format(value);
  const [one, several] = units[unit];
  const isOne = new Intl.PluralRules(locale).select(value) === 'one';
  return `${style.format(value)} ${isOne ? one : several}`;
}
