import type { Cycle } from '@janela/contracts';
import { Alert } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';

import { useWholeCountry } from '../api/session.tsx';
import { useMay } from '../api/use-may.ts';
import { useFormat, useWords } from '../language/language.tsx';
import { Asked } from '../parts/asked.tsx';
import { Panel } from '../parts/panel.tsx';
import { Rows } from '../parts/rows.tsx';
import { comparisonWords } from './comparison.words.ts';
import { balances } from './money.api.ts';

/** What the programme can spend before a cycle is approved, and what is left afterwards. */
export function FundsLeft({ cycle }: { cycle: Cycle }) {
  const mayRead = useMay('readFunds');
  const isOfCountry = useWholeCountry();
  return mayRead && isOfCountry ? <Left cycle={cycle} /> : null;
}

function Left({ cycle }: { cycle: Cycle }) {
  const say = useWords(comparisonWords);
  const format = useFormat();
  const { programme, currency } = cycle;
  const money = (amountMinor: number) => format.money({ amountMinor, currency });
  const takes = neededMinor(cycle);
  return (
    <Panel title={say('funds')}>
      <Asked of={useQuery(balances)}>
        {({ items }) => {
          const balance = items.find((each) => each.programme === programme && each.currency === currency);
          const now = balance?.spendableMinor ?? 0;
          const proposed = balance?.proposedMinor ?? 0;
          return (
            <>
              <Rows
                minWidth={280}
                figures={[1]}
                rows={[
                  ['now', say('fundsNow'), money(now)],
                  ['takes', say('takes'), money(takes)],
                  ['after', say('after'), money(now - takes)],
                  ...(proposed > 0 ? [['proposed', say('proposed'), money(proposed)] as [string, string, string]] : []),
                ]}
              />
              {now < takes && <Alert color="yellow">{say('notEnough')}</Alert>}
              <Link to="/funds">{say('toFunds')}</Link>
            </>
          );
        }}
      </Asked>
    </Panel>
  );
}

/** Everything that is not cancelled is set aside on approval: what is held now may be released tomorrow. */
export const neededMinor = ({ byState: { frozen, held } }: Cycle): number =>
  (frozen?.totalMinor ?? 0) + (held?.totalMinor ?? 0);

/** What goes to the providers on dispatch; what is held stays, and what was cancelled is gone. */
export const goingOf = ({ byState: { frozen } }: Cycle): { count: number; amountMinor: number } => ({
  count: frozen?.count ?? 0,
  amountMinor: frozen?.totalMinor ?? 0,
});
