import type { Household } from '@janela/contracts';
import { Stack } from '@mantine/core';

import { useCodeWords } from '../api/country.ts';
import { useWords } from '../language/language.tsx';
import { AskButton } from '../parts/ask-button.tsx';
import { SendPart } from '../parts/send-part.tsx';
import { useConsentChange } from './consent.api.ts';
import { consentWords, withdrawalWords } from './consent.words.ts';
import { withdrawalOf } from './household-changes.ts';

type Purpose = keyof typeof withdrawalWords;

/** Withdraws the consent to one purpose, once it was said what follows. */
export function WithdrawConsent({ household, purpose }: { household: Household; purpose: Purpose }) {
  const say = useWords(consentWords);
  const sayFollows = useWords(withdrawalWords);
  const codes = useCodeWords();
  const withdraw = useConsentChange(household);
  return (
    <Stack gap="xs" align="flex-start">
      <SendPart of={withdraw}>
        <AskButton
          size="sm"
          variant="default"
          label={say('withdraw')}
          question={say('withdrawOf', { purpose: say.of(codes('consent_purpose', purpose)) })}
          text={sayFollows(purpose)}
          loading={withdraw.isPending}
          onYes={() => withdraw.mutate({ change: withdrawalOf(purpose) })}
        />
      </SendPart>
    </Stack>
  );
}
