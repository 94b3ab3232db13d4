import type { Enrolment } from '@janela/contracts';
import { Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';

import { useNames } from '../api/people-names.ts';
import { useMay } from '../api/use-may.ts';
import { enrolmentStateWords, paymentStateWords } from '../codes/state.words.ts';
import { useFormat, useWords } from '../language/language.tsx';
import { StateBadge } from '../parts/state-badge.tsx';
import { newestPaymentOf } from './household.api.ts';
import { isSuspected } from './household-changes.ts';
import { householdsWords } from './households.words.ts';
import { Resume } from './resume.tsx';

/** What a household and its people are in or wait for, with the newest payment of each. */
export function Receives({ enrolments }: { enrolments: Enrolment[] }) {
  const say = useWords(householdsWords);
  const format = useFormat();
  const names = useNames({ personIds: enrolments.map(({ personId }) => personId) });
  if (enrolments.length === 0) return <Text c="dimmed">{say('receivesNothing')}</Text>;
  return (
    <Table className="tabular stacks">
      <Table.Tbody>
        {enrolments.map((enrolment) => (
          <Table.Tr key={enrolment.id}>
            <Table.Td fw={600}>
              {[say.of(enrolment.title), names.person(enrolment.personId)].filter(Boolean).join(' · ')}
            </Table.Td>
            <Table.Td>
              {enrolment.entitlement &&
                `${format.money(enrolment.entitlement)} ${say(enrolment.entitlement.frequency)}`}
            </Table.Td>
            <Table.Td>{enrolment.from && say('since', { on: format.date(enrolment.from) })}</Table.Td>
            <Table.Td>
              <StateBadge of={enrolmentStateWords[enrolment.state]} />
              {isSuspected(enrolment) && <Resume enrolment={enrolment} />}
            </Table.Td>
            <Table.Td>
              <Newest enrolmentId={enrolment.id} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function Newest({ enrolmentId }: { enrolmentId: string }) {
  const format = useFormat();
  const mayRead = useMay('readPayments');
  const payment = useQuery({ ...newestPaymentOf(enrolmentId), enabled: mayRead }).data?.items[0];
  return (
    payment && (
      <Link to="/payments/payment/$id" params={{ id: payment.id }}>
        {format.month(payment.period)} <StateBadge of={paymentStateWords[payment.state]} />
      </Link>
    )
  );
}
