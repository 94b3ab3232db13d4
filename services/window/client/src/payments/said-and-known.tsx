import type { Difference, Settlement } from '@janela/contracts';
import { Stack, Text } from '@mantine/core';

import { useProviderName } from '../api/names.ts';
import { paymentStateWords } from '../codes/state.words.ts';
import { useFormat, useWords } from '../language/language.tsx';
import { useDueAndPaid } from './due-and-paid.ts';
import { settlingWords } from './settling.words.ts';

type Said = NonNullable<Settlement['said']>;

/** What a difference says, in the same shape as a settlement about it. */
export const saidIn = ({ status, provider, reportedMinor, currency, providerReference }: Difference): Said => ({
  status,
  provider,
  providerReference,
  ...(reportedMinor !== null && { reportedMinor }),
  ...(currency !== null && { currency }),
});

/** Returns in a sentence each what a provider said, and what is known of our payment. */
export function useSaidAndKnown() {
  const say = useWords(settlingWords);
  const format = useFormat();
  const providerName = useProviderName();
  const money = (amountMinor: number | undefined, currency: string | undefined) =>
    amountMinor !== undefined && currency !== undefined ? ` ${format.money({ amountMinor, currency })}` : '';
  // That a provider has not done it yet is to be on its way.
  const stateIn = (state: Said['status'] | NonNullable<Settlement['known']>['state']) =>
    say.of(paymentStateWords[state === 'pending' ? 'sent' : state].words);
  return {
    said: ({ status, provider, reportedMinor, currency }: Said) =>
      say('saidLine', {
        provider: say.of(providerName(provider)),
        what: `${stateIn(status)}${money(reportedMinor, currency)}`,
      }),
    known: (known: Settlement['known'], currency: string | undefined) =>
      known
        ? say('knownLine', { what: `${stateIn(known.state)}${money(known.paidMinor, currency)}` })
        : say('knownNothing'),
  };
}

/** What a settlement is about: what is taken for true, beside what the provider said, what is known and what was due. */
export function About({ settlement }: { settlement: Settlement }) {
  const [first, ...more] = useAbout()(settlement);
  return (
    <Stack gap={2}>
      <strong>{first}</strong>
      {more.map((line) => (
        <Text key={line} fz="sm" c="dimmed">
          {line}
        </Text>
      ))}
    </Stack>
  );
}

/** Returns what a settlement is about, in sentences. */
export function useAbout() {
  const say = useWords(settlingWords);
  const lines = useSaidAndKnown();
  const dueAndPaid = useDueAndPaid();
  return ({ outcome, resolution, said, known, currency, dueMinor, paidMinor, state }: Settlement): string[] => {
    const isPaid = outcome === 'paid' || (resolution === 'accepted' && said?.status === 'paid');
    const amount = paidMinor ?? (said?.currency === currency ? said?.reportedMinor : undefined) ?? dueMinor;
    return [
      say(outcome ?? resolution),
      said && lines.said(said),
      // After the decision it is what the decision made of it.
      state === 'proposed' && lines.known(known, currency),
      isPaid &&
        dueMinor !== undefined &&
        amount !== undefined &&
        currency !== undefined &&
        dueAndPaid({ dueMinor, paidMinor: amount, currency }),
    ].filter((line) => typeof line === 'string');
  };
}
