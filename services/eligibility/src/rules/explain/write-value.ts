import type { Language } from '@janela/contracts';
import { displayMoney } from '@janela/kernel';

import type { Fact, FactType, FactUnit, FactValue } from '../facts/define-fact.ts';
import { messages } from './messages.ts';

/** What is needed to write a value out: what kind it is, what it counts, what its codes are called. */
export interface Format {
  readonly type: FactType;
  readonly unit?: FactUnit | undefined;
  readonly codes?: Fact['codes'] | undefined;
  readonly currency?: string | undefined;
}

/** Made once: each of these takes longer to make than a thousand values to write. */
const styles = { en: stylesOf('en'), pt: stylesOf('pt'), fr: stylesOf('fr') } satisfies Record<Language, unknown>;

/** Returns a value as a person reads it: "6 months", "between 9 and 10 years", "48.5 %", "yes", "not known". */
export function writeValue(value: FactValue, format: Format, language: Language): string {
  const words = messages[language];
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
  if (values.length === 0) return messages[language].nothing;
  return values.map((value) => writeValue(value, format, language)).join(', ');
}

function writeText(text: string, { type, codes }: Format, language: Language): string {
  if (type !== 'date') return codes?.[text]?.[language] ?? text;
  return styles[language].date.format(new Date(`${text}T00:00:00Z`));
}

function writeNumber(value: number, { type, unit, currency }: Format, language: Language, withUnit: boolean): string {
  const { locale, units } = messages[language];
  if (type === 'money' && currency) return displayMoney({ amountMinor: BigInt(value), currency }, locale);
  const { share, number, plural } = styles[language];
  if (unit === 'permille') return share.format(value / 1000);
  if (unit === 'hundredths') return number.format(value / 100);
  if (!unit || !withUnit) return number.format(value);
  const [one, several] = units[unit];
  return `${number.format(value)} ${plural.select(value) === 'one' ? one : several}`;
}

function stylesOf(language: Language) {
  const { locale } = messages[language];
  return {
    date: new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }),
    number: new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }),
    share: new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }),
    plural: new Intl.PluralRules(locale),
  };
}
