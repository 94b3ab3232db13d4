import { useMutation, useQueryClient } from '@tanstack/react-query';

import { afterwards, type Sending } from '../api/attempt.ts';
import { useAttempts } from '../api/store.tsx';

/** The lists and pages that show money; they are asked for again after anything of it was changed. */
const shown = ['funds', 'balances', 'settlements', 'reissues', 'differences', 'payment', 'cycle', 'cycles', 'due'];

const nothing = () => undefined;

interface Step {
  /** The last part of the path; the path itself where there is none. */
  verb?: string;
  body?: object;
}

/** Takes something of payments one step on, once, on the version that was looked at. */
export function useStep({
  name,
  path,
  version,
  sending,
}: {
  /** Tells this intention from others while no answer has come. */
  name: string;
  path: string;
  version?: number;
  /** Notes what is sent of the form, and forgets it when an answer came and before the page changes. */
  sending?: Sending;
}) {
  const queries = useQueryClient();
  const attempts = useAttempts();
  return useMutation({
    mutationFn: ({ verb = '', body }: Step) =>
      attempts
        .once<unknown>(`${name} ${verb}`, `/payments/v1/${path}${verb && `/${verb}`}`, {
          ...(body && { body }),
          ...(version !== undefined && { version }),
        })
        .then(afterwards(sending?.() ?? nothing)),
    onSettled: () => Promise.all(shown.map((first) => queries.invalidateQueries({ queryKey: [first] }))),
  });
}
