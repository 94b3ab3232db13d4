import type { Funds, FundsState } from '@janela/contracts';
import { NativeSelect, Stack, Text } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';

import { changeOf } from '../api/change.ts';
import { useProgrammeName } from '../api/names.ts';
import { useMay } from '../api/use-may.ts';
import { fundsStateWords } from '../codes/state.words.ts';
import { useFormat, useWords } from '../language/language.tsx';
import { Asked } from '../parts/asked.tsx';
import { Listed } from '../parts/listed.tsx';
import { PageTitle } from '../parts/page-title.tsx';
import { Panel } from '../parts/panel.tsx';
import { Rows } from '../parts/rows.tsx';
import { StateBadge } from '../parts/state-badge.tsx';
import { Decide } from './decide.tsx';
import { fundsWords } from './funds.words.ts';
import { balances, fundsIn } from './money.api.ts';
import { ProposeFunds } from './propose-funds.tsx';
import { twoPeopleWords } from './two-people.words.ts';

/** What programmes were given to spend: proposed by one person, approved by another. */
export function FundsPage() {
  const say = useWords(fundsWords);
  const mayPropose = useMay('proposeFunds');
  return (
    <>
      <PageTitle title={say('title')} line={say('line')} />
      <Stack gap="lg">
        <Balances />
        {mayPropose && <ProposeFunds />}
        <List />
      </Stack>
    </>
  );
}

function Balances() {
  const say = useWords(fundsWords);
  const format = useFormat();
  const nameOf = useProgrammeName();
  return (
    <Panel title={say('balances')}>
      <Asked of={useQuery(balances)}>
        {({ items }) =>
          items.length === 0 ? (
            <Text c="dimmed">{say('noBalances')}</Text>
          ) : (
            <Rows
              heads={[say('programme'), say('spendable'), say('waits')]}
              figures={[1, 2]}
              rows={items.map(({ programme, currency, spendableMinor, proposedMinor }) => [
                `${programme} ${currency}`,
                `${say.of(nameOf(programme))} (${programme})`,
                format.money({ amountMinor: spendableMinor, currency }),
                format.money({ amountMinor: proposedMinor, currency }),
              ])}
            />
          )
        }
      </Asked>
    </Panel>
  );
}

const states = ['proposed', 'approved', 'refused'] as const satisfies readonly FundsState[];

function List() {
  const say = useWords(fundsWords);
  const { state } = useSearch({ from: '/funds' });
  const navigate = useNavigate({ from: '/funds' });
  const choose = (chosen: string) =>
    navigate({ search: chosen ? { state: chosen as FundsState } : {}, replace: true, resetScroll: false });
  return (
    <Panel title={say('list')}>
      <NativeSelect
        aria-label={say('state')}
        size="sm"
        w="fit-content"
        value={state ?? ''}
        onChange={(event) => void choose(event.currentTarget.value)}
        data={[
          { value: '', label: say('all') },
          ...states.map((value) => ({ value, label: say.of(fundsStateWords[value].words) })),
        ]}
      />
      <FundsList state={state} />
    </Panel>
  );
}

/** Funds in a state, or all, with the decision for the approver. */
export function FundsList({ state }: { state: FundsState | undefined }) {
  const say = useWords(fundsWords);
  const format = useFormat();
  const nameOf = useProgrammeName();
  return (
    <Listed of={useInfiniteQuery(fundsIn(state))} none={<Text c="dimmed">{say('none')}</Text>}>
      {(items) => (
        <Rows
          heads={[
            say('programme'),
            say('amount'),
            say('source'),
            say('reference'),
            say('on'),
            say('state'),
            say('decision'),
          ]}
          figures={[1]}
          minWidth={860}
          rows={items.map((funds) => [
            funds.id,
            `${say.of(nameOf(funds.programme))} (${funds.programme})`,
            format.money(funds),
            funds.source,
            funds.reference,
            format.date(funds.on),
            <StateBadge key="s" of={fundsStateWords[funds.state]} />,
            <Decision key="d" funds={funds} />,
          ])}
        />
      )}
    </Listed>
  );
}

function Decision({ funds }: { funds: Funds }) {
  const say = useWords(fundsWords);
  const two = useWords(twoPeopleWords);
  const format = useFormat();
  const nameOf = useProgrammeName();
  const mayApprove = useMay('approveFunds');
  const { id, version, amountMinor, currency, reference, programme, proposedBy, decidedBy, refusal } = funds;
  const amount = format.money({ amountMinor, currency });
  const text = say('approveText', { amount, programme: `${say.of(nameOf(programme))} (${programme})`, reference });
  return (
    <Stack gap={4}>
      <Text fz="sm">
        {two('by', { name: proposedBy.name })}
        {decidedBy && `, ${two('decidedBy', { name: decidedBy.name })}`}
      </Text>
      {refusal && <Text fz="sm">{refusal}</Text>}
      {mayApprove && funds.state === 'proposed' && (
        <Decide
          name={`funds/${id}`}
          proposedBy={proposedBy}
          agree={{
            verb: 'approve',
            text,
            change: changeOf('payments', 'post', `/v1/funds/${id}/approve`, { version }),
          }}
          refuse={(reason) => changeOf('payments', 'post', `/v1/funds/${id}/refuse`, { body: { reason }, version })}
        />
      )}
    </Stack>
  );
}
