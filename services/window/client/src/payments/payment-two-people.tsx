import type { Payment } from '@janela/contracts';
import { Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';

import { changeOf } from '../api/change.ts';
import { useWholeCountry } from '../api/session.tsx';
import { useMay } from '../api/use-may.ts';
import { useWords } from '../language/language.tsx';
import { Listed } from '../parts/listed.tsx';
import { Panel } from '../parts/panel.tsx';
import { Differences } from './differences.tsx';
import { EvidenceForm } from './evidence-form.tsx';
import { openDifferences, reissuesOf, settlementsOf } from './money.api.ts';
import { AskReissue } from './payment-actions.tsx';
import { Reissues } from './reissues.tsx';
import { Settlements } from './settlements.tsx';
import { settlingWords } from './settling.words.ts';

/** What a provider said of a payment that does not fit; it stops paying again until it is settled. Absent where there is none. */
export function PaymentDifferences({ payment }: { payment: Payment }) {
  const mayRead = useMay('readDifferences');
  const isOfCountry = useWholeCountry();
  return mayRead && isOfCountry ? <DifferencesOf paymentId={payment.id} /> : null;
}

function DifferencesOf({ paymentId }: { paymentId: string }) {
  const say = useWords(settlingWords);
  const differences = useInfiniteQuery(openDifferences({ paymentId }));
  const isNone = differences.data?.pages.every(({ items }) => items.length === 0) ?? !differences.error;
  if (isNone) return null;
  return (
    <Panel title={say('differences')}>
      <Listed of={differences} none={null}>
        {(items) => (
          <>
            <Text c="dimmed">{say('differencesLine')}</Text>
            <Differences items={items} />
          </>
        )}
      </Listed>
    </Panel>
  );
}

/** What people found out about a payment, and the form to propose it where its provider is silent. */
export function SettlementPart({ payment }: { payment: Payment }) {
  const mayRead = useMay('readDifferences');
  const isOfCountry = useWholeCountry();
  return mayRead && isOfCountry ? <SettlementsOf payment={payment} /> : null;
}

function SettlementsOf({ payment: { id, version, state, amountMinor, currency } }: { payment: Payment }) {
  const say = useWords(settlingWords);
  const mayPropose = useMay('proposeSettlements');
  const settlements = useInfiniteQuery(settlementsOf({ paymentId: id }));
  const known = settlements.data?.pages.flatMap(({ items }) => items) ?? [];
  const isSilent = state === 'sent' || state === 'unknown';
  const asks = isSilent && mayPropose && settlements.isSuccess && !known.some((each) => each.state === 'proposed');
  if (known.length === 0 && !asks && !settlements.error) return null;
  return (
    <Panel title={say('settlePayment')}>
      {(known.length > 0 || settlements.error) && (
        <Listed of={settlements} none={null}>
          {(items) => <Settlements items={items} />}
        </Listed>
      )}
      {asks && (
        <>
          <Text c="dimmed">{say('settleLine')}</Text>
          <EvidenceForm
            name={`payments/${id}`}
            as="outcome"
            settle={({ choice, ...found }) =>
              changeOf('payments', 'post', `/v1/payments/${id}/settle`, {
                body: { outcome: choice, ...found },
                version,
              })
            }
            choices={['paid', 'failed', 'returned']}
            amountLabel={say('paidMinor', { currency })}
            due={{ amountMinor, currency }}
          />
        </>
      )}
    </Panel>
  );
}

/** Whether a payment that failed or came back is to be paid again, and the form to ask for it. */
export function ReissuePart({ payment }: { payment: Payment }) {
  const mayRead = useMay('readReissues');
  const isOver = payment.state === 'failed' || payment.state === 'returned';
  return mayRead && isOver ? <ReissuesOf payment={payment} /> : null;
}

function ReissuesOf({ payment }: { payment: Payment }) {
  const say = useWords(settlingWords);
  const mayAsk = useMay('changePayments');
  const reissues = useInfiniteQuery(reissuesOf({ paymentId: payment.id }));
  const known = reissues.data?.pages.flatMap(({ items }) => items) ?? [];
  const asks = mayAsk && reissues.isSuccess && !payment.replacedBy && !known.some(({ state }) => state === 'requested');
  return (
    <Panel title={say('reissues')}>
      <Listed of={reissues} none={<Text c="dimmed">{say('noReissues')}</Text>}>
        {(items) => <Reissues items={items} />}
      </Listed>
      {asks && <AskReissue payment={payment} />}
    </Panel>
  );
}
