import type { Difference } from '@janela/contracts';
import { Button, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';

import { changeOf } from '../api/change.ts';
import { useMay } from '../api/use-may.ts';
import { useFormat, useWords } from '../language/language.tsx';
import { Rows } from '../parts/rows.tsx';
import { EvidenceForm } from './evidence-form.tsx';
import { saidIn, useSaidAndKnown } from './said-and-known.tsx';
import { settlingWords } from './settling.words.ts';

/** Where another currency may have been reported, so that the amount in that of the payment may have to be said. */
const mayBeOtherCurrency: readonly Difference['kind'][] = ['currency', 'date'];

/** What providers said that does not fit, each with what is proposed about it or the form to propose it. */
export function Differences({ items }: { items: Difference[] }) {
  const say = useWords(settlingWords);
  const format = useFormat();
  const lines = useSaidAndKnown();
  const money = (amountMinor: number | null, currency: string | null) =>
    amountMinor !== null && currency !== null ? format.money({ amountMinor, currency }) : '–';
  return (
    <Rows
      heads={[say('what'), say('said'), say('due'), say('payment'), say('decision')]}
      figures={[2]}
      minWidth={860}
      rows={items.map((each) => [
        each.id,
        say(`kind_${each.kind}`),
        <Stack key="w" gap={2}>
          <span>{lines.said(saidIn(each))}</span>
          <span>{lines.known(each.known, each.kind === 'currency' ? undefined : (each.currency ?? undefined))}</span>
          <Text fz="sm" c="dimmed">{`${format.date(each.occurredAt)} · ${each.providerReference}`}</Text>
        </Stack>,
        // It is in the currency of the payment, which is not shown where another was reported.
        each.kind === 'currency' ? '–' : money(each.dueMinor, each.currency),
        each.paymentId && (
          <Link key="l" to="/payments/payment/$id" params={{ id: each.paymentId }}>
            {say('see')}
          </Link>
        ),
        <Settle key="s" difference={each} />,
      ])}
    />
  );
}

function Settle({ difference }: { difference: Difference }) {
  const say = useWords(settlingWords);
  const mayPropose = useMay('proposeSettlements');
  const [open, setOpen] = useState(false);
  const { id, proposed } = difference;
  if (proposed)
    return (
      <Stack gap={4}>
        <Text fz="sm">{say('proposedAlready', { what: say(proposed.resolution) })}</Text>
        <Link to="/waiting">{say('proposals')}</Link>
      </Stack>
    );
  if (!mayPropose) return null;
  if (!open)
    return (
      <Button variant="default" size="sm" onClick={() => setOpen(true)}>
        {say('settle')}
      </Button>
    );
  return (
    <EvidenceForm
      name={`differences/${id}`}
      as="resolution"
      settle={({ choice, ...found }) =>
        changeOf('payments', 'post', `/v1/differences/${id}/settle`, { body: { resolution: choice, ...found } })
      }
      choices={['accepted', 'dismissed']}
      amountLabel={mayBeOtherCurrency.includes(difference.kind) ? say('paidInOwn') : undefined}
    />
  );
}
