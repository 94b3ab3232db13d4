import type { ChangeHousehold, Household } from '@janela/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';

import type { Sending } from '../api/attempt.ts';
import { changeOf } from '../api/change.ts';
import { useAttempts } from '../api/store.tsx';

const nothing = () => () => undefined;

/** Changes what a household agrees to, on the version that was seen. */
export function useConsentChange({ id, version }: Household) {
  const queries = useQueryClient();
  const attempts = useAttempts();
  return useMutation({
    mutationFn: ({ change, sending = nothing }: { change: ChangeHousehold; sending?: Sending }) =>
      attempts.once(
        `consent ${id}`,
        changeOf('registry', 'patch', `/v1/households/${id}`, { version, body: change }),
        sending(),
      ),
    onSettled: () => queries.invalidateQueries({ queryKey: ['household', id] }),
  });
}
