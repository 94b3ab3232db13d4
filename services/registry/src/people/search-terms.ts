import { InvalidValue, parseHouseholdNumber } from '@janela/kernel';
import { GivenAreaCode, Phone, PlainDate } from '@janela/contracts';
import { z } from 'zod';

import { plainWords } from '../duplicates/likeness.ts';
import { readNumber } from '../households/find-household.ts';
import { SearchWithoutTerm } from '../registry.errors.ts';

const text = z.string().max(200).optional();

/** `GET /v1/people`. `q` is whatever was typed into the one search box; the others say what they are. */
export const SearchPeople = z.strictObject({
  q: text,
  name: text,
  number: z.string().max(60).optional(),
  identifier: z.string().max(64).optional(),
  phone: z.string().max(40).optional(),
  bornOn: PlainDate.optional(),
  areaCode: GivenAreaCode.optional(),
});
export type SearchPeople = z.infer<typeof SearchPeople>;

/** What is looked for; at least one of number, identifier, phone and words. */
export interface SearchTerms {
  number?: string;
  identifier?: string;
  phone?: string;
  /** Of a name, as they are compared. */
  words: string[];
  bornOn?: PlainDate;
  areaCode?: string;
}

/** More words than this are not a name. */
const maxWords = 6;
/** A single letter is not a search, it is browsing. */
const minLetters = 2;

/** Reads a search. Refuses one that says nothing about anybody: a birth date or an area only narrows a search. */
export function readTerms({ q, name, number, identifier, phone, bornOn, areaCode }: SearchPeople): SearchTerms {
  const terms: SearchTerms = {
    words: wordsOf(name),
    ...(isSaid(number) && { number: readNumber(number) }),
    ...(isSaid(identifier) && { identifier }),
    ...(isSaid(phone) && { phone }),
    ...(isSaid(q) && guess(q)),
    ...(bornOn && { bornOn }),
    ...(areaCode !== undefined && { areaCode }),
  };
  const said = [terms.number, terms.identifier, terms.phone, terms.words[0]];
  if (said.every((term) => term === undefined)) throw new SearchWithoutTerm();
  return terms;
}

/** What somebody typed: a household number, a telephone number, an official number, or else a name. */
function guess(typed: string): Partial<SearchTerms> {
  if (isHouseholdNumber(typed)) return { number: readNumber(typed) };
  const phone = typed.replaceAll(/[\s()-]/g, '');
  if (Phone.safeParse(phone).success) return { phone };
  return /\d/.test(typed) ? { identifier: typed } : { words: wordsOf(typed) };
}

/** Also one with a slip of the pen, which is told apart so that it can be refused as what it is. */
function isHouseholdNumber(typed: string): boolean {
  try {
    parseHouseholdNumber(typed);
    return true;
  } catch (error) {
    return error instanceof InvalidValue && error.code === 'check_digit_wrong';
  }
}

function wordsOf(name: string | undefined): string[] {
  const words = plainWords(name ?? '').slice(0, maxWords);
  return words.join('').length < minLetters ? [] : words;
}

function isSaid(term: string | undefined): term is string {
  return term !== undefined && /[\p{L}\p{N}]/u.test(term);
}
