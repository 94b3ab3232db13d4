import type { Household } from '@janela/contracts';
import { Alert, Stack, Text } from '@mantine/core';

import { useCodeWords } from '../api/country.ts';
import { useProviderName } from '../api/names.ts';
import { useFormat, useWords } from '../language/language.tsx';
import { fullName, payeeOf } from './living.ts';
import { householdsWords } from './households.words.ts';
import { PayeeDecision } from './payee-decision.tsx';

/** To whom and where the money of a household goes, what waits for a second person, and that no one collects. */
export function PayeeLine({ household, decide = false }: { household: Household; decide?: boolean }) {
  const say = useWords(householdsWords);
  const format = useFormat();
  const wayOf = useWay();
  const nameOf = (personId: string | undefined) =>
    fullName(household.members.find((member) => member.personId === personId));
  const { payee, deputy, missing, pending } = payeeOf(household);
  return (
    <Stack gap={4}>
      {payee ? (
        <Text>
          <strong>{nameOf(payee.personId)}</strong> {say('payee')} · {wayOf(payee)}
          {deputy && ` · ${nameOf(deputy)} ${say('deputy')}`}
        </Text>
      ) : (
        <Alert color="yellow" title={say('notCollected')}>
          {missing
            ? say(missing.reason === 'left' ? 'payeeLeft' : 'payeeDied', { name: nameOf(missing.personId) })
            : say('noPayee')}
        </Alert>
      )}
      {pending && (
        <Alert color="yellow" title={say('payeeChangeWaits')}>
          {say('payeeChange', {
            name: nameOf(pending.personId),
            way: wayOf(pending),
            by: pending.requestedBy,
            on: format.date(pending.requestedAt),
          })}
          {decide && <PayeeDecision household={household} askedBy={pending.requestedById} />}
        </Alert>
      )}
    </Stack>
  );
}

/** The channel, company and account of a payee in words; the account is masked. */
function useWay() {
  const say = useWords(householdsWords);
  const codes = useCodeWords();
  const providerName = useProviderName();
  return ({ channel, provider, account }: { channel: string; provider?: string; account?: string }) =>
    [say.of(codes('channel', channel)), provider && say.of(providerName(provider)), account]
      .filter(Boolean)
      .join(' · ');
}
