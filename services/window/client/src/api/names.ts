import { bodyOf } from '@janela/api-client';
import { queryOptions, useQuery } from '@tanstack/react-query';

import type { Sentence } from '../language/words.ts';
import { api } from './client.ts';
import { lackOf } from './lack.ts';
import { lackWords } from './name.words.ts';
import { useMay } from './use-may.ts';

export const programmes = queryOptions({
  queryKey: ['programmes'],
  queryFn: () => bodyOf(api.eligibility.GET('/v1/programmes')),
  staleTime: 300_000,
});

export const providers = queryOptions({
  queryKey: ['providers'],
  queryFn: () => bodyOf(api.payments.GET('/v1/providers')),
  staleTime: 300_000,
});

type Named = { code: string; name: Sentence };

interface AskedList {
  may: boolean;
  items: readonly Named[] | undefined;
  error: Error | null;
}

/** A name by its code; a code that a list does not know stands for itself, and where there is no list that is said. */
const namesOf =
  ({ may, items, error }: AskedList) =>
  (code: string): Sentence => {
    const name = items?.find((each) => each.code === code)?.name;
    if (name) return name;
    return items ? { en: code, pt: code, fr: code } : lackWords[lackOf({ may, isThere: false, error })];
  };

/** What a programme is called, by the code that services know it by. */
export function useProgrammeName(): (code: string) => Sentence {
  const { data, error } = useQuery(programmes);
  const items = data?.items.map(({ code, names }) => ({ code, name: names }));
  return namesOf({ may: true, items, error });
}

/** What a payment company is called, by its code. */
export function useProviderName(): (code: string) => Sentence {
  const may = useMay('readProviders');
  const { data, error } = useQuery({ ...providers, enabled: may });
  return namesOf({ may, items: data?.items, error });
}
