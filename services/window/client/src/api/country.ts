import { bodyOf } from '@janela/api-client';
import type { IdentifierType } from '@janela/contracts';
import { queryOptions, useQuery } from '@tanstack/react-query';

import type { Sentence } from '../language/words.ts';
import { api } from './client.ts';
import type { CountryFacts, Questionnaire } from './questionnaire.ts';

export type { Code, Question, Questionnaire, Section } from './questionnaire.ts';

/** Returns a file of the country's folder, whose fields the generator of sample files checks and no service knows. */
async function countryFile<File>(name: 'country' | 'questionnaire'): Promise<File> {
  return (await bodyOf(api.window.GET('/country/{name}.json', { params: { path: { name } } }))) as unknown as File;
}

const remembered = 'janela.timeZone';

const countryFacts = queryOptions({
  queryKey: ['country', 'country'],
  queryFn: async () => {
    const facts = await countryFile<CountryFacts>('country');
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
    queryFn: () => bodyOf(api.registry.GET('/v1/identifier-types')),
    staleTime: Infinity,
  }).data?.items ?? [];

/** The country as data: what is asked of a household, in which words, from which lists. */
export function useQuestionnaire() {
  return useQuery({
    queryKey: ['country', 'questionnaire'],
    queryFn: () => countryFile<Questionnaire>('questionnaire'),
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
