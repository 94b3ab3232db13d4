import type { Cycle, PaymentState } from '@janela/contracts';
import { paymentStates } from '@janela/contracts';
import { Button, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';

import { useProgrammeName, useProviderName } from '../api/names.ts';
import { cycleStateWords, paymentStateWords } from '../codes/state.words.ts';
import { useFormat, useWords } from '../language/language.tsx';
import { AreaName } from '../parts/area-name.tsx';
import { Asked } from '../parts/asked.tsx';
import { Listed } from '../parts/listed.tsx';
import { PageTitle } from '../parts/page-title.tsx';
import { Panel } from '../parts/panel.tsx';
import { Rows } from '../parts/rows.tsx';
import { StateBadge } from '../parts/state-badge.tsx';
import { Comparison } from './comparison.tsx';
import { CycleDifferences } from './cycle-differences.tsx';
import { CycleSteps } from './cycle-steps.tsx';
import { FundsLeft } from './funds-left.tsx';
import { cycleById, paymentsIn, useFollowing } from './payments.api.ts';
import { paymentsWords } from './payments.words.ts';
import { useReasonWords } from './reasons.ts';

/** A cycle: what changed since the last, what may be done next, how far the money is, and every payment. */
export function CyclePage() {
  const { id } = useParams({ from: '/payments/$id' });
  return <Asked of={useQuery(cycleById(id))}>{(cycle) => <Page cycle={cycle} />}</Asked>;
}

function Page({ cycle }: { cycle: Cycle }) {
  const say = useWords(paymentsWords);
  const format = useFormat();
  const nameOf = useProgrammeName();
  useFollowing(cycle);
  const total = format.money({ amountMinor: cycle.totalMinor, currency: cycle.currency });
  const line = [
    say('inAll', { count: cycle.count, total }),
    say('people', { name: cycle.openedBy }),
    cycle.approvedBy && say('approvedBy', { name: cycle.approvedBy }),
  ];
  return (
    <>
      <PageTitle
        title={`${say.of(nameOf(cycle.programme))} · ${format.month(cycle.period)}`}
        line={line.filter(Boolean).join(' · ')}
      >
        <StateBadge of={cycleStateWords[cycle.state]} />
      </PageTitle>
      <Stack gap="lg">
        <CycleSteps cycle={cycle} />
        {['open', 'submitted'].includes(cycle.state) && <FundsLeft cycle={cycle} />}
        {isBeforeSending(cycle) && <Comparison cycle={cycle} />}
        {!['open', 'submitted'].includes(cycle.state) && <Progress cycle={cycle} />}
        <Payments cycle={cycle} />
      </Stack>
    </>
  );
}

/** Both who approves and who sends see what is different. */
const isBeforeSending = ({ state, dispatchRequestedAt }: Cycle) =>
  ['open', 'submitted'].includes(state) || (state === 'approved' && !dispatchRequestedAt);

function Progress({ cycle }: { cycle: Cycle }) {
  const say = useWords(paymentsWords);
  const format = useFormat();
  const reached = paymentStates.states.flatMap((state) => {
    const tally = cycle.byState[state];
    return tally && tally.count > 0 ? [[state, tally] as const] : [];
  });
  return (
    <Panel title={say('progress')}>
      <Rows
        heads={[say('state'), say('payments'), say('total')]}
        figures={[1, 2]}
        rows={reached.map(([state, { count, totalMinor }]) => [
          state,
          <Link key="s" to="/payments/$id" params={{ id: cycle.id }} search={{ state }} resetScroll={false}>
            <StateBadge of={paymentStateWords[state]} />
          </Link>,
          format.number(count),
          format.money({ amountMinor: totalMinor, currency: cycle.currency }),
        ])}
      />
      <CycleDifferences cycle={cycle} />
    </Panel>
  );
}

function Payments({ cycle }: { cycle: Cycle }) {
  const say = useWords(paymentsWords);
  const format = useFormat();
  const { state, reasonCode } = useSearch({ from: '/payments/$id' });
  const reasonWords = useReasonWords();
  const providerName = useProviderName();
  const navigate = useNavigate({ from: '/payments/$id' });
  const payments = useInfiniteQuery(paymentsIn(cycle.id, state, reasonCode));
  const choose = (chosen: string) =>
    navigate({ search: chosen ? { state: chosen as PaymentState } : {}, replace: true, resetScroll: false });
  return (
    <Panel title={say('payments')}>
      <Group>
        <NativeSelect
          aria-label={say('state')}
          size="sm"
          value={state ?? ''}
          onChange={(event) => void choose(event.currentTarget.value)}
          data={[
            { value: '', label: say('all') },
            ...paymentStates.states.map((value) => ({ value, label: say.of(paymentStateWords[value].words) })),
          ]}
        />
        {reasonCode && (
          <>
            <Text>{say.of(reasonWords(reasonCode))}</Text>
            <Button variant="subtle" size="sm" onClick={() => void choose(state ?? '')}>
              {say('anyReason')}
            </Button>
          </>
        )}
      </Group>
      <Listed of={payments} none={<Text c="dimmed">{say('noPaymentsHere')}</Text>}>
        {(items) => (
          <Rows
            heads={[say('reference'), say('area'), say('amount'), say('provider'), say('state')]}
            figures={[2]}
            rows={items.map((payment) => [
              payment.id,
              <Link key="l" to="/payments/payment/$id" params={{ id: payment.id }}>
                {payment.endToEndId ?? payment.id.slice(-8)}
              </Link>,
              <AreaName key="a" code={payment.areaCode} />,
              format.money(payment),
              payment.provider && say.of(providerName(payment.provider)),
              <StateBadge key="s" of={paymentStateWords[payment.state]} />,
            ])}
          />
        )}
      </Listed>
    </Panel>
  );
}
