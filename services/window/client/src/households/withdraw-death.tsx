import type { Member } from '@janela/contracts';

import { useWords } from '../language/language.tsx';
import { useDraft } from '../parts/use-draft.ts';
import { WithReason } from '../parts/with-reason.tsx';
import { useWithdrawDeath } from './household.api.ts';
import { deathWords } from './household-actions.words.ts';
import { fullName } from './living.ts';

/** Withdraws a death that was none; the reason is asked for, because one that is certified is not withdrawn without. */
export function WithdrawDeath({ member, householdId }: { member: Member; householdId: string }) {
  const say = useWords(deathWords);
  const draft = useDraft(`death ${member.personId}`, '');
  const withdraw = useWithdrawDeath(householdId, member);
  const name = fullName(member);
  return (
    <WithReason
      draft={draft}
      of={withdraw}
      label={say('withdraw')}
      about={say('withdrawOf', { name })}
      why={say('why')}
      action={say('confirm')}
      text={say('follows', { name })}
      onYes={(reason) => withdraw.mutate({ reason, sending: draft.sending })}
    />
  );
}
