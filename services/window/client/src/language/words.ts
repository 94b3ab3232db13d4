import { IntlMessageFormat } from 'intl-messageformat';

/** The languages of the window, equal from the first day. */
export const languages = ['en', 'pt', 'fr'] as const;
export type Language = (typeof languages)[number];

/** One sentence in every language, with ICU placeholders. A missing language does not compile. */
export type Sentence = Readonly<Record<Language, string>>;

/** One sentence in the three languages. */
export const words = (en: string, pt: string, fr: string): Sentence => ({ en, pt, fr });

/** What a placeholder may hold. */
export type Values = Record<string, string | number>;

/** The BCP 47 tag that dates, numbers and money are written by. */
export const locales: Record<Language, string> = { en: 'en-ZM', pt: 'pt-MZ', fr: 'fr' };

const formats = new Map<string, IntlMessageFormat>();

/** French sets a space before double marks and inside quotation marks, at which no line may break. */
const unbroken = (text: string): string => text.replaceAll(/ (?=[?!:;»])|(?<=«) /g, '\u00a0');

/** Writes one sentence in one language; placeholders are filled by ICU rules (plurals, selects). */
export function write(sentence: Sentence, language: Language, values?: Values): string {
  const text = language === 'fr' ? unbroken(sentence.fr) : sentence[language];
  if (!values) return text;
  const key = `${language} ${text}`;
  let format = formats.get(key);
  if (!format) {
    format = new IntlMessageFormat(text, locales[language]);
    formats.set(key, format);
  }
  return String(format.format(values));
}
