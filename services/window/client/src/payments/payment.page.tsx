import { bodyOf } from '@janela/api-client';
import type { Payment } from '@janela/contracts';
import { Stack, Text } from '@mantine/core';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';

import { api } from '../api/client.ts';
import { useProgrammeName, useProviderName } from '../api/names.ts';
import { useMay } from '../api/use-may.ts';
import { paymentStateWords } from '../codes/state.words.ts';
import { ComplainButton } from '../complaints/complain-button.tsx';
import { useFormat, useWords } from '../language/language.tsx';
import { Asked } from '../parts/asked.tsx';
import { LinkButton } from '../parts/link-button.tsx';
import { PageTitle } from '../parts/page-title.tsx';
import { Panel } from '../parts/panel.tsx';
import { Rows } from '../parts/rows.tsx';
import { StateBadge } from '../parts/state-badge.tsx';
import { useDueAndPaid } from './due-and-paid.ts';
import { ConfirmPayee, Enquire, OfficersPart } from './payment-actions.tsx';
import { paymentActionsWords } from './payment-actions.words.ts';
import { PaymentDifferences, ReissuePart, SettlementPart } from './payment-two-people.tsx';
import { paymentsWords } from './payments.words.ts';

const paymentById = (id: string) =>
  queryOptions({
    queryKey: ['payment', id],
    queryFn: () => bodyOf(api.payments.GET('/v1/payments/{id}', { params: { path: { id } } })),
  });

/** A payment's whole story on one page. */
export function PaymentPage() {
  const { id } = useParams({ from: '/payments/payment/$id' });
  return <Asked of={useQuery(paymentById(id))}>{(payment) => <Page payment={payment} />}</Asked>;
}

function Page({ payment }: { payment: Payment }) {
  const say = useWords(paymentsWords);
  const format = useFormat();
  const programmeName = useProgrammeName();
  const providerName = useProviderName();
  const dueAndPaid = useDueAndPaid();
  const maySeeCycle = useMay('readCycles');
  const maySeeHousehold = useMay('readHousehold');
  const line = [
    say.of(programmeName(payment.programme)),
    format.month(payment.period),
    payment.provider && say.of(providerName(payment.provider)),
    payment.endToEndId,
  ]
    .filter(Boolean)
    .join(' · ');
  const { paidMinor, amountMinor: dueMinor, currency } = payment;
  const paid = paidMinor !== undefined && paidMinor !== dueMinor && (
    <Text fw={600}>{dueAndPaid({ dueMinor, paidMinor, currency })}</Text>
  );
  return (
    <>
      <PageTitle title={format.money(payment)} line={line}>
        {paid}
        <StateBadge of={paymentStateWords[payment.state]} />
        {maySeeHousehold && (
          <LinkButton variant="default" to="/households/$id" params={{ id: payment.householdId }}>
            {say('seeHousehold')}
          </LinkButton>
        )}
        <ComplainButton about={{ householdId: payment.householdId, paymentId: payment.id }} />
        {maySeeCycle && (
          <LinkButton variant="default" to="/payments/$id" params={{ id: payment.cycleId }}>
            {say('cycle')}
          </LinkButton>
        )}
      </PageTitle>
      <Stack gap="lg">
        <Story payment={payment} />
        <PaymentDifferences payment={payment} />
        <ConfirmPayee payment={payment} />
        <OfficersPart payment={payment} />
        <Enquire payment={payment} />
        <SettlementPart payment={payment} />
        <ReissuePart payment={payment} />
      </Stack>
    </>
  );
}

/** Every step of a payment, and the payments before and after it. */
function Story({ payment }: { payment: Payment }) {
  const say = useWords(paymentsWords);
  const act = useWords(paymentActionsWords);
  const format = useFormat();
  const providerName = useProviderName();
  return (
    <Panel title={say('progress')}>
      {payment.reasonCode && (
        <Text>
          <strong>{say('reasonTitle')}:</strong> {payment.reason ? say.of(payment.reason) : payment.reasonCode}
        </Text>
      )}
      <Rows
        heads={[say('state'), say('when'), say('by'), say('providerReference'), act('note')]}
        minWidth={560}
        rows={(payment.story ?? []).map((step, index) => [
          String(index),
          <StateBadge key="s" of={paymentStateWords[step.state]} />,
          format.instant(step.at),
          whoDid(step.by, (provider) => say.of(providerName(provider))),
          step.reference,
          step.note && <span className="as-typed">{step.note}</span>,
        ])}
      />
      {payment.replaces && (
        <Link to="/payments/payment/$id" params={{ id: payment.replaces }}>
          {act('makesGood')}
        </Link>
      )}
      {payment.replacedBy && (
        <Link to="/payments/payment/$id" params={{ id: payment.replacedBy }}>
          {act('madeGood')}
        </Link>
      )}
    </Panel>
  );
}

/** A person by their name; the provider and the system itself differ by what stands before their codes. */
function whoDid(by: string, nameOf: (provider: string) => string): string {
  if (by.startsWith('system:')) return 'Janela';
  return by.startsWith('provider:') ? nameOf(by.slice('provider:'.length)) : by;
}
