import { type Language, locales } from '../language/words.ts';

/** The signs that a language writes numbers with. */
const signsOf = (language: Language) => {
  const parts = new Intl.NumberFormat(locales[language], { useGrouping: 'always' }).formatToParts(1_234.5);
  const sign = (wanted: 'decimal' | 'group') => parts.find(({ type }) => type === wanted)?.value ?? '';
  return { decimal: sign('decimal'), group: sign('group') };
};

/**
 * What was typed as an amount, in minor units of a currency with hundredths, by the notation of the reader's language; nothing where
 * it is not one, or may mean another amount in another notation, such as `1,500` where a comma stands before the hundredths.
 */
export function minorOf(typed: string, language: Language): number | undefined {
  const { decimal, group } = signsOf(language);
  const [grouped = '', fraction = '', ...more] = typed.trim().split(decimal);
  // Every kind of space groups, as people copy what is shown and type what their keyboard has.
  const digits = grouped.replaceAll(/\s/g, ' ').replaceAll(/\s/.test(group) ? ' ' : group, ' ');
  const isWhole = /^\d+$/.test(digits) || /^\d{1,3}(?: \d{3})+$/.test(digits);
  const isFraction = typed.includes(decimal) ? /^\d{1,2}$/.test(fraction) : fraction === '';
  const whole = digits.replaceAll(' ', '');
  if (!isWhole || !isFraction || more.length > 0 || whole.length > 13) return undefined;
  const minor = Number(whole) * 100 + Number(fraction.padEnd(2, '0'));
  return Number.isSafeInteger(minor) ? minor : undefined;
}
