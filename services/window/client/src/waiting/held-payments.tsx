import type { ListHeldPayments, Payment } from '@janela/contracts';
import { Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';

import { useProgrammeName } from '../api/names.ts';
import { useFormat, useWords } from '../language/language.tsx';
import { AreaName } from '../parts/area-name.tsx';
import { Listed } from '../parts/listed.tsx';
import { Panel } from '../parts/panel.tsx';
import { Rows } from '../parts/rows.tsx';
import { heldPayments } from '../payments/money.api.ts';
import { useReasonWords } from '../payments/reasons.ts';
import { waitingWords } from './waiting.words.ts';

/** Held payments of approved cycles that wait for a person: each leads to its page, where it is confirmed or released. */
export function HeldPaymentsPanel({ waitsFor }: Pick<ListHeldPayments, 'waitsFor'>) {
  const say = useWords(waitingWords);
  const held = useInfiniteQuery(heldPayments(waitsFor));
  return (
    <Panel title={say(waitsFor)}>
      <Text c="dimmed">{say(`${waitsFor}Line`)}</Text>
      <Listed of={held} none={<Text c="dimmed">{say('noneHeld')}</Text>}>
        {(items) => <Held items={items} />}
      </Listed>
    </Panel>
  );
}

function Held({ items }: { items: Payment[] }) {
  const say = useWords(waitingWords);
  const format = useFormat();
  const programmeName = useProgrammeName();
  const reasonWords = useReasonWords();
  return (
    <Rows
      heads={[say('payment'), say('area'), say('amount'), say('why')]}
      figures={[2]}
      minWidth={620}
      rows={items.map((payment) => [
        payment.id,
        <Link key="l" to="/payments/payment/$id" params={{ id: payment.id }}>
          {`${say.of(programmeName(payment.programme))} · ${format.month(payment.period)} · ${payment.id.slice(-8)}`}
        </Link>,
        <AreaName key="a" code={payment.areaCode} />,
        format.money(payment),
        payment.reasonCode && say.of(reasonWords(payment.reasonCode)),
      ])}
    />
  );
}
