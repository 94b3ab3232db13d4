export const languages = ['en', 'pt', 'fr'] as const;
export type Language = (typeof languages)[number];

/** The same thing said in every language. */
export type Words = Record<Language, string>;

/** What each language calls itself. */
export const languageNames: Words = { en: 'English', pt: 'Português', fr: 'Français' };

/** The first of the wished tags (`pt-MZ pt en`) that is spoken here, by its first part. */
export function firstSpoken(tags: string): Language | undefined {
  for (const tag of tags.trim().split(/\s+/)) {
    const spoken = languages.find((language) => language === tag.toLowerCase().split('-')[0]);
    if (spoken) return spoken;
  }
  return undefined;
}

/** Returns the words in a language; `{name}` is replaced by the value of that name. */
export function say(words: Words, language: Language, values: Record<string, string | number> = {}): string {
  return words[language].replace(/\{(\w+)\}/g, (_all, name: string) => String(values[name] ?? ''));
}
