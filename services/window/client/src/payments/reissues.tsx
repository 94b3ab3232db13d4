import type { Reissue, SeenPayee } from '@janela/contracts';
import { Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';

import { changeOf } from '../api/change.ts';
import { useCodeWords } from '../api/country.ts';
import { useProgrammeName, useProviderName } from '../api/names.ts';
import { useNames } from '../api/people-names.ts';
import { useMay } from '../api/use-may.ts';
import { reissueStateWords } from '../codes/state.words.ts';
import { useFormat, useWords } from '../language/language.tsx';
import { Rows } from '../parts/rows.tsx';
import { StateBadge } from '../parts/state-badge.tsx';
import { Decide } from './decide.tsx';
import { settlingWords } from './settling.words.ts';
import { twoPeopleWords } from './two-people.words.ts';

/** What is to be paid again, to whom now and before, with the decision for the approver. */
export function Reissues({ items }: { items: Reissue[] }) {
  const say = useWords(settlingWords);
  const format = useFormat();
  const programmeName = useProgrammeName();
  const payeeIn = usePayeeWords(items.flatMap(({ payee }) => [payee.before?.personId, payee.now?.personId]));
  const toWhom = ({ payeeChanged, payee }: Reissue) =>
    payeeChanged
      ? say('payeeOther', { before: payeeIn(payee.before), now: payeeIn(payee.now) })
      : `${say('payeeSame')}: ${payeeIn(payee.now)}`;
  return (
    <Rows
      heads={[say('what'), say('amount'), say('toWhom'), say('payment'), say('state'), say('decision')]}
      figures={[1]}
      minWidth={860}
      rows={items.map((each) => [
        each.id,
        `${say.of(programmeName(each.programme))} · ${format.month(each.period)}`,
        format.money(each),
        <span key="w" className="as-typed">
          {toWhom(each)}
        </span>,
        <Link key="l" to="/payments/payment/$id" params={{ id: each.paymentId }}>
          {say('see')}
        </Link>,
        <StateBadge key="s" of={reissueStateWords[each.state]} />,
        <Decision key="d" reissue={each} toWhom={toWhom(each)} />,
      ])}
    />
  );
}

function Decision({ reissue, toWhom }: { reissue: Reissue; toWhom: string }) {
  const say = useWords(settlingWords);
  const two = useWords(twoPeopleWords);
  const format = useFormat();
  const mayApprove = useMay('approveReissues');
  const { id, version, state, requestedBy, decidedBy, refusal, note, payee, replacementId } = reissue;
  return (
    <Stack gap={4}>
      <Text fz="sm">
        {two('by', { name: requestedBy.name })}
        {decidedBy && `, ${two('decidedBy', { name: decidedBy.name })}`}
      </Text>
      {note && <Text fz="sm">{note}</Text>}
      {refusal && <Text fz="sm">{refusal}</Text>}
      {replacementId && (
        <Link to="/payments/payment/$id" params={{ id: replacementId }}>
          {say('replacement')}
        </Link>
      )}
      {mayApprove && state === 'requested' && (
        <Decide
          name={`reissues/${id}`}
          proposedBy={requestedBy}
          agree={{
            verb: 'approve',
            text: say('reissueText', { amount: format.money(reissue), to: toWhom }),
            // It says who was seen; if it is another person meanwhile, the service refuses.
            change: changeOf('payments', 'post', `/v1/reissues/${id}/approve`, {
              body: payee.now ? { payeeId: payee.now.payeeId } : {},
              version,
            }),
          }}
          refuse={(reason) => changeOf('payments', 'post', `/v1/reissues/${id}/refuse`, { body: { reason }, version })}
        />
      )}
    </Stack>
  );
}

/** Who collects, by which way, in words. */
export function usePayeeWords(personIds: (string | undefined)[]) {
  const say = useWords(settlingWords);
  const codes = useCodeWords();
  const providerName = useProviderName();
  const names = useNames({ personIds });
  return (payee: Partial<SeenPayee> | undefined): string => {
    if (!payee) return say('noPayee');
    const { personId, channel, provider, accountEnding } = payee;
    return [
      names.person(personId) ?? say('noPayee'),
      channel && say.of(codes('channel', channel)),
      provider && say.of(providerName(provider)),
      accountEnding && say('ending', { end: accountEnding }),
    ]
      .filter(Boolean)
      .join(', ');
  };
}
