import type { Cycle } from '@janela/contracts';
import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';

import { useWords } from '../language/language.tsx';
import { Asked } from '../parts/asked.tsx';
import { Differences } from './differences.tsx';
import { useDueAndPaid } from './due-and-paid.ts';
import { reconciliationOf } from './payments.api.ts';
import { paymentsWords } from './payments.words.ts';
import { settlingWords } from './settling.words.ts';

/** What a provider said of a cycle that does not fit, and what is proposed about it; while there is any, it cannot be closed. */
export function CycleDifferences({ cycle: { id } }: { cycle: Cycle }) {
  const say = useWords(paymentsWords);
  const settling = useWords(settlingWords);
  const dueAndPaid = useDueAndPaid();
  return (
    <Asked of={useQuery(reconciliationOf(id))} rows={1}>
      {({ differences, differenceCount, paid, paidMinor, currency }) => (
        <>
          {paidMinor !== paid.totalMinor && (
            <Text fw={600}>{dueAndPaid({ dueMinor: paid.totalMinor, paidMinor, currency })}</Text>
          )}
          <Text>{say('differences', { count: differenceCount })}</Text>
          {differences.length > 0 && (
            <>
              <Text c="dimmed">{settling('differencesLine')}</Text>
              <Differences items={differences} />
            </>
          )}
          {differences.length < differenceCount && (
            <Text c="dimmed">{settling('firstOnly', { count: differences.length, all: differenceCount })}</Text>
          )}
          {differences.some(({ proposed }) => proposed) && <Link to="/waiting">{settling('proposals')}</Link>}
        </>
      )}
    </Asked>
  );
}
