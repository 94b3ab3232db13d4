import type { IdentifierType, Page } from '@janela/contracts';
import { queryOptions, useQuery } from '@tanstack/react-query';

import type { Sentence } from '../language/words.ts';
import { ask, askGateway } from './api.ts';

/** A question of the country's questionnaire; it stands in the body of a registration at `path`. */
export interface Question {
  id: string;
  path: string;
  type:
    | 'text'
    | 'integer'
    | 'yes_no'
    | 'choice'
    | 'choices'
    | 'date'
    | 'area'
    | 'phone'
    | 'identifier'
    | 'identifier_type'
    | 'provider';
  label: Sentence;
  help?: Sentence;
  required: boolean;
  maxLength?: number;
  min?: number;
  max?: number;
  /** The code list to choose from. */
  options?: string;
}

/** A step of the form. */
export interface Section {
  id: string;
  about: 'household' | 'person';
  title: Sentence;
  questions: Question[];
}

/** A code of a list, in words. */
export interface Code {
  code: string | number;
  label: Sentence;
}

export interface Questionnaire {
  version: number;
  sections: Section[];
  codeLists: Record<string, Code[]>;
}

/** What of the country's own file the screens need. */
interface CountryFacts {
  timeZone: string;
  phone?: { example: string };
}

const remembered = 'janela.timeZone';

const countryFacts = queryOptions({
  queryKey: ['country', 'country'],
  queryFn: async () => {
    const facts = await askGateway<CountryFacts>('/country/country.json');
    localStorage.setItem(remembered, facts.timeZone);
    return facts;
  },
  staleTime: Infinity,
});

/** The zone whose days and hours count here; until it is known on this device for the first time, the device's own. */
export function useTimeZone(): string {
  const { data } = useQuery(countryFacts);
  return data?.timeZone ?? localStorage.getItem(remembered) ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** A telephone number as the country writes them. */
export const usePhoneExample = (): string | undefined => useQuery(countryFacts).data?.phone?.example;

/** The kinds of official numbers that the country has, each with an example. */
export const useIdentifierTypes = (): IdentifierType[] =>
  useQuery({
    queryKey: ['identifier-types'],
    queryFn: () => ask<Page<IdentifierType>>('/registry/v1/identifier-types'),
    staleTime: Infinity,
  }).data?.items ?? [];

/** The country as data: what is asked of a household, in which words, from which lists. */
export function useQuestionnaire() {
  return useQuery({
    queryKey: ['country', 'questionnaire'],
    queryFn: () => askGateway<Questionnaire>('/country/questionnaire.json'),
    staleTime: Infinity,
  });
}

/** The words of a code in one of the country's lists; the code itself while the list has not arrived. */
export function useCodeWords() {
  const { data } = useQuestionnaire();
  return (list: string, code: string | number): Sentence => {
    const found = data?.codeLists[list]?.find((each) => each.code === code);
    return found?.label ?? { en: String(code), pt: String(code), fr: String(code) };
  };
}
