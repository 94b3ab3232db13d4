import { Stack, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';

import { useWholeCountry } from '../api/session.tsx';
import { useMay } from '../api/use-may.ts';
import { useWords } from '../language/language.tsx';
import { Listed } from '../parts/listed.tsx';
import { PageTitle } from '../parts/page-title.tsx';
import { Panel } from '../parts/panel.tsx';
import { Differences } from '../payments/differences.tsx';
import { FundsList } from '../payments/funds.page.tsx';
import { openDifferences, reissuesOf, settlementsOf } from '../payments/money.api.ts';
import { Reissues } from '../payments/reissues.tsx';
import { Settlements } from '../payments/settlements.tsx';
import { settlingWords } from '../payments/settling.words.ts';
import { DuplicatesPanel } from './duplicates.tsx';
import { HeldPaymentsPanel } from './held-payments.tsx';
import { PayeeChangesPanel } from './payee-changes.tsx';
import { waitingWords } from './waiting.words.ts';

/** What one person asked for and another has to agree to; each sees what is part of their work. */
export function WaitingPage() {
  const say = useWords(waitingWords);
  const isOfCountry = useWholeCountry();
  const mayConfirmPayees = useMay('confirmPayee');
  const mayDismiss = useMay('dismissDuplicates');
  const mayReadFunds = useMay('readFunds') && isOfCountry;
  const mayReadDifferences = useMay('readDifferences') && isOfCountry;
  const mayConfirmPayment = useMay('confirmPaymentPayee') && isOfCountry;
  const mayRelease = useMay('changePayments') && isOfCountry;
  const mayReadReissues = useMay('readReissues');
  return (
    <>
      <PageTitle title={say('title')} line={say('line')} />
      <Stack gap="lg">
        {mayConfirmPayees && <PayeeChangesPanel />}
        {mayDismiss && <DuplicatesPanel />}
        {mayConfirmPayment && <HeldPaymentsPanel waitsFor="confirmation" />}
        {mayRelease && <HeldPaymentsPanel waitsFor="release" />}
        {mayReadFunds && (
          <Panel title={say('funds')}>
            <FundsList state="proposed" />
          </Panel>
        )}
        {mayReadDifferences && <SettlementsPanel />}
        {mayReadReissues && <ReissuesPanel />}
        {mayReadDifferences && <DifferencesPanel />}
      </Stack>
    </>
  );
}

function SettlementsPanel() {
  const say = useWords(settlingWords);
  const proposed = useInfiniteQuery(settlementsOf({ state: 'proposed' }));
  return (
    <Panel title={say('proposals')}>
      <Listed of={proposed} none={<Text c="dimmed">{say('noProposals')}</Text>}>
        {(items) => <Settlements items={items} />}
      </Listed>
    </Panel>
  );
}

function ReissuesPanel() {
  const say = useWords(settlingWords);
  const requested = useInfiniteQuery(reissuesOf({ state: 'requested' }));
  return (
    <Panel title={say('reissues')}>
      <Listed of={requested} none={<Text c="dimmed">{say('noReissues')}</Text>}>
        {(items) => <Reissues items={items} />}
      </Listed>
    </Panel>
  );
}

function DifferencesPanel() {
  const say = useWords(settlingWords);
  return (
    <Panel title={say('differences')}>
      <Text c="dimmed">{say('differencesLine')}</Text>
      <Listed of={useInfiniteQuery(openDifferences())} none={<Text c="dimmed">{say('noDifferences')}</Text>}>
        {(items) => <Differences items={items} />}
      </Listed>
    </Panel>
  );
}
