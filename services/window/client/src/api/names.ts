import type { Page, Programme, Provider } from '@janela/contracts';
import { queryOptions, useQuery } from '@tanstack/react-query';

import type { Sentence } from '../language/words.ts';
import { ask } from './api.ts';

export const programmes = queryOptions({
  queryKey: ['programmes'],
  queryFn: () => ask<Page<Programme>>('/eligibility/v1/programmes'),
  staleTime: 300_000,
});

export const providers = queryOptions({
  queryKey: ['providers'],
  queryFn: () => ask<{ items: Provider[] }>('/payments/v1/providers'),
  staleTime: 300_000,
});

type Named = { code: string; name: Sentence };

/** The code itself stands for the name while the name is not known. */
const namesOf = (items: readonly Named[] | undefined) => (code: string) =>
  items?.find((each) => each.code === code)?.name ?? { en: code, pt: code, fr: code };

/** What a programme is called, by the code that services know it by. */
export const useProgrammeName = () =>
  namesOf(useQuery(programmes).data?.items.map(({ code, names }) => ({ code, name: names })));

/** What a payment company is called, by its code. */
export const useProviderName = () => namesOf(useQuery(providers).data?.items);
