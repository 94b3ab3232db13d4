import type { CycleComparison } from '@janela/contracts';
import { Button, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';

import { useNames } from '../api/people-names.ts';
import { paymentStateWords } from '../codes/state.words.ts';
import { evidenceWords } from '../decisions/decisions.words.ts';
import { useFormat, useWords } from '../language/language.tsx';
import { Rows } from '../parts/rows.tsx';
import { StateBadge } from '../parts/state-badge.tsx';
import { comparisonWords } from './comparison.words.ts';

/** A household by its number and head, or why they are not shown. */
export function useHouseholdName(householdIds: string[]) {
  const names = useNames({ householdIds });
  return (id: string): string => {
    const found = names.household(id);
    // Two that are not shown still differ by the end of their ids.
    return found ? [found.number, found.head].filter(Boolean).join(' · ') : `${id.slice(-8)} (${names.headOf(id)})`;
  };
}

/** The first payments to which something applies, shown on demand. */
export function Lines({ title, of, currency }: { title: string; of: CycleComparison['newPayee']; currency: string }) {
  return (
    <OnDemand title={title} count={of.lines.length} more={of.more}>
      <Table lines={of.lines} currency={currency} />
    </OnDemand>
  );
}

function Table({ lines, currency }: { lines: CycleComparison['newPayee']['lines']; currency: string }) {
  const say = useWords(comparisonWords);
  const format = useFormat();
  const nameOf = useHouseholdName(lines.map(({ householdId }) => householdId));
  return (
    <Rows
      heads={[say('household'), say('payment'), say('dueNow'), say('state')]}
      figures={[1, 2]}
      rows={lines.map(({ paymentId, householdId, amountMinor, dueMinor, state }) => [
        paymentId,
        <span key="h" className="as-typed">
          {nameOf(householdId)}
        </span>,
        <Link key="l" to="/payments/payment/$id" params={{ id: paymentId }}>
          {format.money({ amountMinor, currency })}
        </Link>,
        dueMinor === undefined ? '–' : format.money({ amountMinor: dueMinor, currency }),
        <StateBadge key="s" of={paymentStateWords[state]} />,
      ])}
    />
  );
}

/** The pairs of households that may be paid twice for one person, shown on demand. */
export function DuplicatePairs({ of: { pairs, more } }: { of: CycleComparison['duplicates'] }) {
  const say = useWords(comparisonWords);
  return (
    <OnDemand title={say('duplicates')} count={pairs.length} more={more}>
      <Pairs pairs={pairs} />
    </OnDemand>
  );
}

function Pairs({ pairs }: { pairs: CycleComparison['duplicates']['pairs'] }) {
  const say = useWords(comparisonWords);
  const evidence = useWords(evidenceWords);
  const nameOf = useHouseholdName(pairs.flatMap(({ householdIds }) => householdIds));
  return (
    <Rows
      heads={[say('household'), say('matchedOn'), say('payment')]}
      rows={pairs.map(({ duplicateId, householdIds, matchedOn, paymentIds }) => [
        duplicateId,
        <span key="h" className="as-typed">
          {householdIds.map(nameOf).join(' / ')}
        </span>,
        matchedOn.map((code) => evidence(code)).join(', '),
        <Stack key="l" gap={2}>
          {paymentIds.map((id) => (
            <Link key={id} to="/payments/payment/$id" params={{ id }}>
              {id.slice(-8)}
            </Link>
          ))}
        </Stack>,
      ])}
    />
  );
}

function OnDemand({
  title,
  count,
  more,
  children,
}: {
  title: string;
  count: number;
  more: boolean;
  children: ReactNode;
}) {
  const say = useWords(comparisonWords);
  const [open, setOpen] = useState(false);
  if (count === 0) return null;
  return (
    <Stack gap="sm" align="flex-start">
      <Title order={3}>{title}</Title>
      <Button variant="default" size="sm" aria-expanded={open} onClick={() => setOpen(!open)}>
        {say(open ? 'hide' : 'show')}
      </Button>
      {open && children}
      {open && more && <Text c="dimmed">{say('firstOnly', { count })}</Text>}
    </Stack>
  );
}
