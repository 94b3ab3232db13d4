import type { Settlement } from '@janela/contracts';
import { Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';

import { changeOf } from '../api/change.ts';
import { useMay } from '../api/use-may.ts';
import { settlementStateWords } from '../codes/state.words.ts';
import { useWords } from '../language/language.tsx';
import { Rows } from '../parts/rows.tsx';
import { StateBadge } from '../parts/state-badge.tsx';
import { Decide } from './decide.tsx';
import { About, useAbout } from './said-and-known.tsx';
import { settlingWords } from './settling.words.ts';
import { twoPeopleWords } from './two-people.words.ts';

/** What people found out about money, each with the document and the decision for the approver. */
export function Settlements({ items }: { items: Settlement[] }) {
  const say = useWords(settlingWords);
  return (
    <Rows
      heads={[say('what'), say('evidence'), say('payment'), say('state'), say('decision')]}
      minWidth={860}
      rows={items.map((each) => [
        each.id,
        <About key="a" settlement={each} />,
        <Stack key="e" gap={2}>
          <span>
            {say(each.evidence)} · {each.documentReference}
          </span>
          <span className="as-typed">{each.reason}</span>
        </Stack>,
        each.paymentId && (
          <Link key="l" to="/payments/payment/$id" params={{ id: each.paymentId }}>
            {say('see')}
          </Link>
        ),
        <StateBadge key="s" of={settlementStateWords[each.state]} />,
        <Decision key="d" settlement={each} />,
      ])}
    />
  );
}

function Decision({ settlement }: { settlement: Settlement }) {
  const { id, version, state, proposedBy, decidedBy, refusal } = settlement;
  const about = useAbout();
  const say = useWords(settlingWords);
  const two = useWords(twoPeopleWords);
  const mayConfirm = useMay('confirmSettlements');
  return (
    <Stack gap={4}>
      <Text fz="sm">
        {two('by', { name: proposedBy.name })}
        {decidedBy && `, ${two('decidedBy', { name: decidedBy.name })}`}
      </Text>
      {refusal && <Text fz="sm">{refusal}</Text>}
      {mayConfirm && state === 'proposed' && (
        <Decide
          name={`settlements/${id}`}
          proposedBy={proposedBy}
          agree={{
            verb: 'confirm',
            text: [...about(settlement), say('confirmText')].join(' · '),
            change: changeOf('payments', 'post', `/v1/settlements/${id}/confirm`, { version }),
          }}
          refuse={(reason) =>
            changeOf('payments', 'post', `/v1/settlements/${id}/refuse`, { body: { reason }, version })
          }
        />
      )}
    </Stack>
  );
}
