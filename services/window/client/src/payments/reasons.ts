import { bodyOf } from '@janela/api-client';
import { queryOptions, useQuery } from '@tanstack/react-query';

import { api } from '../api/client.ts';
import type { Sentence } from '../language/words.ts';

const reasonCodes = queryOptions({
  queryKey: ['reason-codes'],
  queryFn: () => bodyOf(api.payments.GET('/v1/reason-codes')),
  staleTime: Infinity,
});

/** The words of a reason code, as payments knows them; the code itself while they are not known. */
export function useReasonWords() {
  const { data } = useQuery(reasonCodes);
  return (code: string): Sentence =>
    data?.items.find((each) => each.code === code)?.says ?? { en: code, pt: code, fr: code };
}
