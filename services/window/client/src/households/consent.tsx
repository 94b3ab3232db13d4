import type { Household } from '@janela/contracts';
import { Stack, Text } from '@mantine/core';

import { useCodeWords, useQuestionnaire } from '../api/country.ts';
import { useMay } from '../api/use-may.ts';
import { useFormat, useWords } from '../language/language.tsx';
import { Rows } from '../parts/rows.tsx';
import { consentWords } from './consent.words.ts';
import { RecordConsent } from './record-consent.tsx';
import { WithdrawConsent } from './withdraw-consent.tsx';

const needed = { eligibility: 'noEligibility', payment: 'noPayment' } as const;

/** What the household has agreed to and since when, what follows where it has not, and the ways to record and to withdraw a consent. */
export function ConsentPart({ household }: { household: Household }) {
  const say = useWords(consentWords);
  const { data } = useQuestionnaire();
  const mayRecord = useMay('register') && household.state === 'active';
  const given: readonly string[] = household.consent?.purposes ?? [];
  const missing = (data?.codeLists['consent_purpose'] ?? []).map(({ code }) => String(code));
  return (
    <Stack gap="sm">
      {given.length === 0 && <Text>{say('none')}</Text>}
      <Purposes household={household} mayWithdraw={mayRecord} />
      {Object.entries(needed).map(
        ([purpose, word]) =>
          !given.includes(purpose) && (
            <Text key={purpose} c="var(--bad)">
              {say(word)}
            </Text>
          ),
      )}
      {mayRecord && missing.some((purpose) => !given.includes(purpose)) && (
        <RecordConsent household={household} given={given} />
      )}
    </Stack>
  );
}

function Purposes({ household, mayWithdraw }: { household: Household; mayWithdraw: boolean }) {
  const say = useWords(consentWords);
  const codes = useCodeWords();
  const format = useFormat();
  const consents = household.consents ?? [];
  if (consents.length === 0) return null;
  const holds = (purpose: string) => household.consent?.purposes.some((each) => each === purpose) === true;
  return (
    <Rows
      minWidth={360}
      heads={[say('purpose'), say('since'), say('how'), ...(mayWithdraw ? [say('action')] : [])]}
      rows={consents.map(({ purpose, givenOn, method, withdrawnOn }) => [
        purpose,
        say.of(codes('consent_purpose', purpose)),
        [format.date(givenOn), withdrawnOn && say('withdrawnOn', { on: format.date(withdrawnOn) })]
          .filter(Boolean)
          .join(', '),
        say.of(codes('consent_method', method)),
        ...(mayWithdraw ? [holds(purpose) && <WithdrawConsent key="w" household={household} purpose={purpose} />] : []),
      ])}
    />
  );
}
