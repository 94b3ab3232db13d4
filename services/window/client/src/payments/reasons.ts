import type { ReasonSays } from '@janela/contracts';
import { queryOptions, useQuery } from '@tanstack/react-query';

import { ask } from '../api/api.ts';
import type { Sentence } from '../language/words.ts';

const reasonCodes = queryOptions({
  queryKey: ['reason-codes'],
  queryFn: () => ask<{ items: ReasonSays[] }>('/payments/v1/reason-codes'),
  staleTime: Infinity,
});

/** The words of a reason code, as payments knows them; the code itself while they are not known. */
export function useReasonWords() {
  const { data } = useQuery(reasonCodes);
  return (code: string): Sentence =>
    data?.items.find((each) => each.code === code)?.says ?? { en: code, pt: code, fr: code };
}
