import type { ChangeHousehold, Consent, Household } from '@janela/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';

import { afterwards, type Sending } from '../api/attempt.ts';
import { changeOf } from '../api/change.ts';
import { useAttempts } from '../api/store.tsx';

type Purpose = Consent['purposes'][number];

/** Agreement from a day on to purposes beside those that hold, which the registry leaves with the day and the way of the first time. */
export const furtherConsent = (
  given: readonly string[],
  { purposes, givenOn, method }: { purposes: readonly string[]; givenOn: string; method: string },
): ChangeHousehold => {
  const all = [...new Set([...given, ...purposes])];
  return { reason: 'circumstances', consent: { purposes: all, givenOn, method } as Consent };
};

/** The end, today, of the consent to one purpose. */
export const withdrawalOf = (purpose: Purpose): ChangeHousehold => ({
  reason: 'circumstances',
  withdrawConsent: { purposes: [purpose] },
});

const nothing = () => () => undefined;

/** Changes what a household agrees to, on the version that was seen. */
export function useConsentChange({ id, version }: Household) {
  const queries = useQueryClient();
  const attempts = useAttempts();
  return useMutation({
    mutationFn: ({ change, sending = nothing }: { change: ChangeHousehold; sending?: Sending }) =>
      attempts
        .once(`consent ${id}`, changeOf('registry', 'patch', `/v1/households/${id}`, { version, body: change }))
        .then(afterwards(sending())),
    onSettled: () => queries.invalidateQueries({ queryKey: ['household', id] }),
  });
}
