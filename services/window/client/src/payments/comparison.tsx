import type { Cycle, CycleComparison } from '@janela/contracts';
import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';

import { useFormat, useWords } from '../language/language.tsx';
import { Asked } from '../parts/asked.tsx';
import { Panel } from '../parts/panel.tsx';
import { Rows } from '../parts/rows.tsx';
import { comparisonWords } from './comparison.words.ts';
import { DuplicatePairs, Lines } from './compared-lines.tsx';
import { comparisonOf } from './payments.api.ts';
import { paymentsWords } from './payments.words.ts';
import { useReasonWords } from './reasons.ts';

/** What the approver, and the officer who sends, have to know: what differs from the cycle before, and since the list was made. */
export function Comparison({ cycle }: { cycle: Cycle }) {
  const say = useWords(paymentsWords);
  const since = useWords(comparisonWords);
  const found = useQuery(comparisonOf(cycle.id));
  return (
    <>
      <Panel title={since('since')}>
        <Asked of={found}>{(comparison) => <Since cycle={cycle} comparison={comparison} />}</Asked>
      </Panel>
      <Panel title={say('compare')}>
        <Asked of={found}>{(comparison) => <WithPrevious cycle={cycle} comparison={comparison} />}</Asked>
      </Panel>
    </>
  );
}

type Of = { cycle: Cycle; comparison: CycleComparison };
const linesBy = ['endedSince', 'suspendedSince', 'changedSince', 'payeeChanged', 'newPayee'] as const;

function Since({ cycle, comparison }: Of) {
  const say = useWords(comparisonWords);
  const words = useWords(paymentsWords);
  const format = useFormat();
  const reasonWords = useReasonWords();
  const { duplicates, sharedAccounts, held } = comparison;
  const money = (totalMinor: number) => format.money({ amountMinor: totalMinor, currency: cycle.currency });
  const row = (what: string, label: string, { count, totalMinor }: { count: number; totalMinor: number }) =>
    [what, label, format.number(count), money(totalMinor)] as const;
  return (
    <>
      <Text c="dimmed">{say('sinceLine')}</Text>
      <Rows
        heads={[say('what'), words('payments'), words('total'), say('see')]}
        figures={[1, 2]}
        rows={[
          ...linesBy.map((what) => [...row(what, say(what), comparison[what])] as [string, string, string, string]),
          [...row('duplicates', say('duplicates'), duplicates)],
          [...row('shared', say('sharedAccounts'), sharedAccounts)],
          ...held.map(
            (each) =>
              [
                ...row(`held ${each.reasonCode}`, say('held', { reason: say.of(reasonWords(each.reasonCode)) }), each),
                <Link
                  key="l"
                  to="/payments/$id"
                  params={{ id: cycle.id }}
                  search={{ state: 'held', reasonCode: each.reasonCode }}
                  resetScroll={false}
                >
                  {say('show')}
                </Link>,
              ] as [string, string, string, string, ReactNode],
          ),
        ]}
      />
      {linesBy.map((what) => (
        <Lines key={what} title={say(what)} of={comparison[what]} currency={cycle.currency} />
      ))}
      <DuplicatePairs of={duplicates} />
    </>
  );
}

function WithPrevious({ cycle: { currency }, comparison }: Of) {
  const say = useWords(paymentsWords);
  const more = useWords(comparisonWords);
  const format = useFormat();
  const labels = { entered: say('entered'), left: say('left'), changed: say('changed'), unchanged: more('unchanged') };
  return (
    <>
      {comparison.previousCycleId === null && <Text c="dimmed">{say('first')}</Text>}
      <Rows
        heads={[say('difference'), say('payments'), say('total')]}
        figures={[1, 2]}
        rows={[
          ...(['entered', 'left', 'changed', 'unchanged'] as const).map((what): [string, string, string, string] => [
            what,
            labels[what],
            format.number(comparison[what].count),
            format.money({ amountMinor: comparison[what].totalMinor, currency }),
          ]),
          ['difference', more('difference'), '', format.money({ amountMinor: comparison.differenceMinor, currency })],
        ]}
      />
    </>
  );
}
