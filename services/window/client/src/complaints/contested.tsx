import type { Application, Payment } from '@janela/contracts';
import { Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';

import { useProgrammeName } from '../api/names.ts';
import { applicationStateWords, paymentStateWords } from '../codes/state.words.ts';
import { useFormat, useWords } from '../language/language.tsx';
import { Asked } from '../parts/asked.tsx';
import { LinkButton } from '../parts/link-button.tsx';
import { Reasons } from '../parts/reasons.tsx';
import { StateBadge } from '../parts/state-badge.tsx';
import { appealedDecision } from './appealed-decision.ts';
import { appealWords } from './appeal.words.ts';
import { contestedApplication, contestedPayment } from './complaints.api.ts';

interface ContestedProps {
  of: { applicationId?: string | undefined; paymentId?: string | undefined };
  /** When the appeal was filed, once it is decided: other decisions may have been taken since. */
  filedAt?: string | undefined;
  /** What may be done about it, which is there only once it is shown. */
  children?: ReactNode;
}

/** What an appeal is against; no one decides about what they were not shown. */
export function Contested({ of: { applicationId, paymentId }, ...shown }: ContestedProps) {
  if (applicationId) return <ContestedApplication id={applicationId} {...shown} />;
  return paymentId ? <ContestedPayment id={paymentId} {...shown} /> : null;
}

type Shown = Omit<ContestedProps, 'of'> & { id: string };

function ContestedApplication({ id, filedAt, children }: Shown) {
  const say = useWords(appealWords);
  return (
    <Asked of={useQuery(contestedApplication(id))} what={say('whatDecision')}>
      {(application) => (
        <>
          <DecisionTaken application={application} filedAt={filedAt} />
          {appealedDecision(application, filedAt) ? children : <Text>{say('noDecision')}</Text>}
        </>
      )}
    </Asked>
  );
}

/** Which programme it was about, what was decided and why, by whom and when. */
function DecisionTaken({ application, filedAt }: { application: Application; filedAt: string | undefined }) {
  const say = useWords(appealWords);
  const format = useFormat();
  const { recommendation, submittedAt: on, submittedBy: name } = application;
  const decision = appealedDecision(application, filedAt);
  return (
    <Stack gap="xs" className="result">
      <Title order={3}>
        {say('whatDecision')}: {say.of(application.title)} ({application.programme})
      </Title>
      {decision && (
        <>
          <Group gap="sm">
            <StateBadge of={applicationStateWords[decision.outcome]} />
            <Text c="dimmed" fz="sm">
              {say('takenBy', { name: decision.decidedBy, at: format.instant(decision.decidedAt) })}
            </Text>
          </Group>
          <Text className="as-typed">{decision.reason ?? say('noReason')}</Text>
        </>
      )}
      {recommendation && (
        <>
          <Text fw={600}>{say('rules', { version: recommendation.programmeVersion })}</Text>
          <Reasons reasons={recommendation.reasons} />
        </>
      )}
      <Text c="dimmed" fz="sm">
        {say('takenIn', { on: format.date(on), name })}
      </Text>
      <Group>
        <LinkButton variant="default" to="/decisions/$id" params={{ id: application.id }}>
          {say('seeApplication')}
        </LinkButton>
      </Group>
    </Stack>
  );
}

function ContestedPayment({ id, children }: Shown) {
  const say = useWords(appealWords);
  return (
    <Asked of={useQuery(contestedPayment(id))} what={say('whatPayment')}>
      {(payment) => (
        <>
          <PaymentMade payment={payment} />
          {children}
        </>
      )}
    </Asked>
  );
}

function PaymentMade({ payment }: { payment: Payment }) {
  const say = useWords(appealWords);
  const format = useFormat();
  const nameOf = useProgrammeName();
  const { programme, period, reason, reasonCode, story = [] } = payment;
  const last = story.at(-1);
  return (
    <Stack gap="xs" className="result">
      <Title order={3}>
        {say('whatPayment')}: {say.of(nameOf(programme))} ({programme}), {format.month(period)}
      </Title>
      <Group gap="sm">
        <Text fw={600} className="number">
          {format.money(payment)}
        </Text>
        <StateBadge of={paymentStateWords[payment.state]} />
        {last && (
          <Text c="dimmed" fz="sm">
            {format.instant(last.at)}
          </Text>
        )}
      </Group>
      {reasonCode && <Text>{reason ? say.of(reason) : reasonCode}</Text>}
      <Group>
        <LinkButton variant="default" to="/payments/payment/$id" params={{ id: payment.id }}>
          {say('seePayment')}
        </LinkButton>
      </Group>
    </Stack>
  );
}
