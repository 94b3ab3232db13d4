import type { PlainDate, SearchPeople } from '@janela/contracts';

import type { CountryNumbers } from '../formats/read-form.ts';
import { readTelephone } from '../formats/telephone.ts';
import { tidyNumber } from '../formats/tidy.ts';
import { mustBeHouseholdNumbers, readHouseholdNumbers } from '../households/read-number.ts';
import { BirthUnreadable, SearchWithoutTerm } from '../registry.errors.ts';
import { plainWords } from '../names/name-words.ts';
import { type Birth, findBirth, readBirth } from './read-birth.ts';

/** A name that is looked for, perhaps with a birth. */
export interface NameTerm {
  /** As they are compared; none where only a birth is looked for. */
  words: string[];
  born?: Birth | undefined;
  /** Only exactly these words, not what is like them. */
  isExact?: boolean;
}

/** What is looked for. A person who fits one of these is found. */
export interface SearchTerms {
  numbers: string[];
  identifiers: string[];
  phones: string[];
  /** Numbers of paper forms. */
  references: string[];
  names: NameTerm[];
  areaCode?: string | undefined;
}

/** As many words as the longest name may have. */
const maxWords = 200;
/** A single letter is not a search, it is browsing. */
const minLetters = 2;
/** Of the numbers in a text no more are looked up than these. */
const maxReadings = 6;

/** What a search is read with. */
export interface Reader {
  country: CountryNumbers;
  today: PlainDate;
}

/** Reads a search. Refuses one that says nothing about any person: `bornOn` and an area only narrow a search. */
export function readTerms(query: SearchPeople, reader: Reader): SearchTerms {
  const { q, name, number, identifier, phone, bornOn, areaCode } = query;
  const born = isSaid(bornOn) ? readBirth(tidyNumber(bornOn), reader.today) : undefined;
  if (isSaid(bornOn) && !born) throw new BirthUnreadable();
  const typed = isSaid(q) ? readTyped(q, reader) : nothing;
  const words = wordsOf(name);
  const terms: SearchTerms = {
    numbers: [...(isSaid(number) ? mustBeHouseholdNumbers(number) : []), ...typed.numbers],
    identifiers: [...(isSaid(identifier) ? [identifier] : []), ...typed.identifiers],
    phones: [
      ...(isSaid(phone) ? [readTelephone(phone, reader.country.formats.telephone) ?? phone] : []),
      ...typed.phones,
    ],
    references: typed.references,
    names: [...(words.length > 0 ? [{ words }] : []), ...typed.names].map((term) => ({
      ...term,
      born: term.born ?? born,
    })),
    areaCode,
  };
  const { numbers, identifiers, phones, references, names } = terms;
  if ([numbers, identifiers, phones, references, names].every(({ length }) => length === 0))
    throw new SearchWithoutTerm();
  return terms;
}

const nothing: SearchTerms = { numbers: [], identifiers: [], phones: [], references: [], names: [] };

/**
 * Reads what was typed into one box: all that it can mean, since a row of digits may be a telephone, an official number or
 * that of a form, and a name may have digits too.
 */
function readTyped(q: string, { country, today }: Reader): SearchTerms {
  const typed = tidyNumber(q);
  const all = plainWords(q).slice(0, maxWords);
  if (!/\d/.test(typed)) {
    const words = wordsOf(q);
    return words.length === 0 ? nothing : { ...nothing, references: [typed], names: [{ words }] };
  }
  const found = findBirth(typed, today);
  const tokens = (found?.rest ?? typed).split(' ').filter((token) => token !== '');
  const words = wordsOf(tokens.filter((token) => !isNumber(token)).join(' '));
  const isBirthOnly = found !== undefined && tokens.length === 0;
  const names: NameTerm[] = [
    ...(words.length > 0 || isBirthOnly ? [{ words, born: found?.birth }] : []),
    ...(all.length > words.length && all.join('').length >= minLetters ? [{ words: all, isExact: true }] : []),
  ];
  const readings = readingsOf(typed);
  return {
    numbers: unique(readings.flatMap(readHouseholdNumbers)),
    identifiers: readings,
    phones: unique(readings.flatMap((reading) => readTelephone(reading, country.formats.telephone) ?? [])),
    references: readings,
    names,
  };
}

/** The whole text, each row of digits with what stands between them, and each word that has digits. */
function readingsOf(typed: string): string[] {
  const rows = typed.match(/[+(]?\d[\d ()./+-]*\d/g) ?? [];
  const tokens = typed.split(' ').filter((token) => /\d/.test(token));
  return unique([typed, ...rows, ...tokens]).slice(0, maxReadings);
}

/** A word of digits that is no part of a name, as the 3rd of a family is. */
function isNumber(token: string): boolean {
  return /\d/.test(token) && (token.match(/\d/g) ?? []).length > 2;
}

function wordsOf(name: string | undefined): string[] {
  const words = plainWords(name ?? '').slice(0, maxWords);
  return words.join('').length < minLetters ? [] : words;
}

function isSaid(term: string | undefined): term is string {
  return term !== undefined && /[\p{L}\p{N}]/u.test(term);
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}
