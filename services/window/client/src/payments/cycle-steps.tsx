import { cycleStates, type Cycle } from '@janela/contracts';
import { Alert, Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';

import { Refused } from '../api/problem.ts';
import { useHasRole, useSession } from '../api/session.tsx';
import { useFormat, useWords } from '../language/language.tsx';
import { AskButton } from '../parts/ask-button.tsx';
import { Discard } from '../parts/discard.tsx';
import { Failed } from '../parts/states.tsx';
import { useDraft } from '../parts/use-draft.ts';
import { comparisonWords } from './comparison.words.ts';
import { countsOf } from './closing.ts';
import { goingOf, neededMinor } from './funds-left.tsx';
import { isOwnWork } from './own-work.ts';
import { useCycleStep, type CycleStep } from './payments.api.ts';
import { paymentsWords } from './payments.words.ts';

/** What may be done with a cycle next, by the same table of states that the service enforces, and by whom. */
export function CycleSteps({ cycle }: { cycle: Cycle }) {
  const say = useWords(paymentsWords);
  const isOfficer = useHasRole('payments-officer');
  const isApprover = useHasRole('payments-approver');
  const session = useSession();
  const step = useCycleStep(cycle);
  const can = (to: Cycle['state']) => cycleStates.mayBecome(cycle.state, to);
  const go = (next: CycleStep) => () => step.mutate({ step: next });
  const ownWork = isOwnWork(cycle, session);
  return (
    <Stack gap="sm">
      {cycle.rejection && cycle.state === 'open' && (
        <Alert color="yellow">{say('sentBack', { reason: cycle.rejection })}</Alert>
      )}
      <Group>
        {isOfficer && can('submitted') && (
          <Button loading={step.isPending} onClick={go('submit')}>
            {say('submit')}
          </Button>
        )}
        {isApprover && can('approved') && !ownWork && <Approve cycle={cycle} approve={go('approve')} step={step} />}
        {isOfficer && can('dispatched') && <Dispatch cycle={cycle} dispatch={go('dispatch')} busy={step.isPending} />}
        {isOfficer && can('closed') && (
          <AskButton
            label={say('close')}
            text={say('closeText', countsOf(cycle))}
            variant="default"
            loading={step.isPending}
            onYes={go('close')}
          />
        )}
      </Group>
      {isApprover && can('approved') && ownWork && <Text c="dimmed">{say('notYours')}</Text>}
      {step.error && <Failed error={step.error} />}
      {isNotSettled(step.error) && <Text>{say('stillOpen', countsOf(cycle))}</Text>}
    </Stack>
  );
}

const isNotSettled = (error: Error | null) =>
  error instanceof Refused && error.problem.code === 'payments.cycle_not_settled';

function Approve({
  cycle,
  approve,
  step,
}: {
  cycle: Cycle;
  approve: () => void;
  step: ReturnType<typeof useCycleStep>;
}) {
  const say = useWords(paymentsWords);
  const draft = useDraft(`send back ${cycle.id}`, '');
  const [asking, setAsking] = useState(false);
  const reason = asking || draft.value ? draft.value : undefined;
  const giveUp = () => {
    setAsking(false);
    draft.forget();
  };
  if (reason === undefined)
    return (
      <>
        <ApproveButton cycle={cycle} approve={approve} busy={step.isPending} />
        <Button variant="default" onClick={() => setAsking(true)}>
          {say('reject')}
        </Button>
      </>
    );
  return (
    <Stack w="100%" maw="60ch" gap="sm">
      <Textarea
        label={say('rejectWhy')}
        value={reason}
        maxLength={1000}
        onChange={(event) => draft.set(event.currentTarget.value)}
      />
      <Group>
        <Button
          disabled={!reason.trim()}
          loading={step.isPending}
          onClick={() => step.mutate({ step: 'reject', reason: reason.trim(), sending: draft.sending })}
        >
          {say('reject')}
        </Button>
        {reason.trim() === '' ? (
          <Button variant="default" onClick={() => setAsking(false)}>
            {say('cancel')}
          </Button>
        ) : (
          <Discard draft={{ ...draft, forget: giveUp }} isEmpty={false} />
        )}
      </Group>
    </Stack>
  );
}

/** Money is set aside: it says how much, and asks once more. */
function ApproveButton({ cycle, approve, busy }: { cycle: Cycle; approve: () => void; busy: boolean }) {
  const say = useWords(paymentsWords);
  const comparison = useWords(comparisonWords);
  const format = useFormat();
  const count = (cycle.byState.frozen?.count ?? 0) + (cycle.byState.held?.count ?? 0);
  const total = format.money({ amountMinor: neededMinor(cycle), currency: cycle.currency });
  const text = comparison('approveText', { count, total });
  return <AskButton label={say('approve')} text={text} loading={busy} onYes={approve} />;
}

/** Money goes to the providers: it says how much, and asks once more. */
function Dispatch({ cycle, dispatch, busy }: { cycle: Cycle; dispatch: () => void; busy: boolean }) {
  const say = useWords(paymentsWords);
  const format = useFormat();
  // What is held or was taken out does not go.
  const { count, amountMinor } = goingOf(cycle);
  const total = format.money({ amountMinor, currency: cycle.currency });
  return (
    <AskButton
      label={say('dispatch')}
      text={say('confirmDispatch', { count, total })}
      loading={busy}
      onYes={dispatch}
    />
  );
}
