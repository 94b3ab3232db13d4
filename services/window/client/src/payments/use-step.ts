import { useMutation, useQueryClient } from '@tanstack/react-query';

import type { Sending } from '../api/attempt.ts';
import type { Change } from '../api/change.ts';
import { useAttempts } from '../api/store.tsx';

/** The lists and pages that show money; they are asked for again after anything of it was changed. */
const shown = [
  'funds',
  'balances',
  'settlements',
  'reissues',
  'differences',
  'payment',
  'cycle',
  'cycles',
  'due',
  'held',
];

const nothing = () => undefined;

interface Step {
  /** What is done, where a thing has several. */
  verb?: string;
  change: Change<unknown>;
}

/** Takes something of payments one step on, once. */
export function useStep({
  name,
  sending,
}: {
  /** Names this intention among others while no answer has come. */
  name: string;
  /** Notes what is sent of the form, and forgets it when an answer came and before the page changes. */
  sending?: Sending;
}) {
  const queries = useQueryClient();
  const attempts = useAttempts();
  return useMutation({
    mutationFn: ({ verb = '', change }: Step) => attempts.once(`${name} ${verb}`, change, sending?.() ?? nothing),
    onSettled: () => Promise.all(shown.map((first) => queries.invalidateQueries({ queryKey: [first] }))),
  });
}
