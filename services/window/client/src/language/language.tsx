import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';

import { dateText, instantText } from './dates.ts';
import { languages, locales, write, type Language, type Sentence, type Values } from './words.ts';

const remembered = 'janela.language';

function firstLanguage(): Language {
  const wanted = [localStorage.getItem(remembered), ...navigator.languages.map((tag) => tag.slice(0, 2))];
  // What was chosen here comes before what the browser asks for.
  return wanted.flatMap((tag) => languages.filter((language) => language === tag))[0] ?? 'en';
}

const LanguageContext = createContext<{ language: Language; choose: (language: Language) => void }>({
  language: 'en',
  choose: () => undefined,
});

/** The zone whose days and hours are shown; the device's own until another is known. */
export const TimeZone = createContext(Intl.DateTimeFormat().resolvedOptions().timeZone);

/** Holds the reader's language, remembers it on this device and sets it for the browser, so that screen readers pronounce it. */
export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(firstLanguage);
  useEffect(() => {
    document.documentElement.lang = language;
    localStorage.setItem(remembered, language);
  }, [language]);
  const value = useMemo(() => ({ language, choose: setLanguage }), [language]);
  return <LanguageContext value={value}>{children}</LanguageContext>;
}

/** The reader's language and how to change it. */
export const useLanguage = () => useContext(LanguageContext);

/** `say('key', values)` over one feature's sentences; `say.of(sentence)` for what a service has translated. */
export function useWords<const Sentences extends Record<string, Sentence>>(sentences: Sentences) {
  const { language } = useLanguage();
  return useMemo(() => {
    const say = (key: keyof Sentences & string, values?: Values) => write(sentences[key] as Sentence, language, values);
    return Object.assign(say, { of: (sentence: Sentence, values?: Values) => write(sentence, language, values) });
  }, [sentences, language]);
}

/** How money is written on the notes themselves; browsers disagree between their versions. */
const signs: Readonly<Record<string, string>> = { ZMW: 'K', MZN: 'MT' };

/** Money, dates and numbers as the reader's language writes them. */
export function useFormat() {
  const { language } = useLanguage();
  const timeZone = useContext(TimeZone);
  return useMemo(() => {
    const locale = locales[language];
    const digits = (currency: string) =>
      new Intl.NumberFormat(locale, { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
    const money = ({ amountMinor, currency }: { amountMinor: number; currency: string }) =>
      new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' })
        .formatToParts(amountMinor / 10 ** digits(currency))
        .map(({ type, value }) => (type === 'currency' ? (signs[currency] ?? value) : value))
        .join('');
    return {
      number: (value: number) => new Intl.NumberFormat(locale).format(value),
      // A small share is not nothing: below one, two digits that say something.
      percent: (value: number) =>
        `${new Intl.NumberFormat(locale, value < 1 ? { maximumSignificantDigits: 2 } : { maximumFractionDigits: 1 }).format(value)} %`,
      money,
      /** An amount of which the currency may not be known. */
      amount: ({ amountMinor, currency }: { amountMinor: number; currency: string | undefined }) =>
        currency === undefined
          ? new Intl.NumberFormat(locale, { minimumFractionDigits: 2 }).format(amountMinor / 100)
          : money({ amountMinor, currency }),
      date: (dayOrInstant: string) => dateText(dayOrInstant, locale, timeZone),
      instant: (instant: string) => instantText(instant, locale, timeZone),
      month: (period: string) =>
        new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
          new Date(`${period}-01T00:00:00Z`),
        ),
    };
  }, [language, timeZone]);
}
