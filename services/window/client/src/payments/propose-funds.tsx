import type { AddFunds, Funds, Page, PaidProgramme } from '@janela/contracts';
import { Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { type InfiniteData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';

import { changeOf } from '../api/change.ts';
import { programmes, useProgrammeName } from '../api/names.ts';
import { useSession } from '../api/session.tsx';
import { useFormat, useWords } from '../language/language.tsx';
import { AskButton } from '../parts/ask-button.tsx';
import { Asked } from '../parts/asked.tsx';
import { Discard } from '../parts/discard.tsx';
import { Panel } from '../parts/panel.tsx';
import { SendPart } from '../parts/send-part.tsx';
import { type Draft, useDraft } from '../parts/use-draft.ts';
import { AmountField, useMinorOf } from './amount-field.tsx';
import { fundable } from './fundable.ts';
import { fundsWords } from './funds.words.ts';
import { paidProgrammes } from './payments.api.ts';
import { type Answered, answeredAs, isSource, sourceOf } from './standing-funds.ts';
import { useStep } from './use-step.ts';

const blank = { programme: '', amount: '', source: '', reference: '', on: '' };

/** What a programme is to have; another person approves it. */
export function ProposeFunds() {
  const say = useWords(fundsWords);
  const known = useQuery(programmes);
  return (
    <Panel title={say('propose')}>
      <Asked of={useQuery(paidProgrammes)}>
        {({ items }) => (
          <Asked of={known}>
            {({ items: all }) => {
              const paid = fundable(items, all);
              return paid.length > 0 ? <Form paid={paid} /> : <Text c="dimmed">{say('noBalances')}</Text>;
            }}
          </Asked>
        )}
      </Asked>
    </Panel>
  );
}

function Form({ paid }: { paid: PaidProgramme[] }) {
  const say = useWords(fundsWords);
  const draft = useDraft('funds', blank);
  const { chosen, body } = useRead(draft.value, paid);
  const step = useStep({ name: 'funds', sending: draft.sending });
  const shown = useShownFunds();
  const session = useSession();
  const [answer, setAnswer] = useState<{ as: Answered; funds: Funds }>();
  const text = useQuestion(body);
  const send = () => {
    if (!body) return;
    const before = { me: session?.id ?? '', shown: shown() };
    setAnswer(undefined);
    step.mutate(
      { change: changeOf('payments', 'post', '/v1/funds', { body }) },
      { onSuccess: (funds) => setAnswer({ as: answeredAs(funds as Funds, before), funds: funds as Funds }) },
    );
  };
  return (
    <>
      <Stack gap="sm" maw="60ch">
        <Fields draft={draft} paid={paid} chosen={chosen} />
        <SendPart of={step}>
          <Group>
            <AskButton label={say('propose')} text={text} disabled={!body} loading={step.isPending} onYes={send} />
            <Discard draft={draft} isEmpty={JSON.stringify(draft.value) === JSON.stringify(blank)} form="funds " />
          </Group>
        </SendPart>
      </Stack>
      {answer && <AnsweredWords {...answer} />}
    </>
  );
}

/** What was typed, as it is sent; without a body while something is missing or cannot be read. */
function useRead(value: typeof blank, paid: PaidProgramme[]): { chosen?: PaidProgramme; body?: AddFunds } {
  const amountMinor = useMinorOf()(value.amount);
  const chosen = paid.find(({ programme }) => programme === value.programme);
  if (!chosen) return {};
  const [source, reference] = [sourceOf(value.source), value.reference.trim()];
  if (!amountMinor || !isSource(source) || !reference || !value.on) return { chosen };
  const { programme, currency } = chosen;
  return {
    chosen,
    body: { programme, amount: { amountMinor, currency }, source, reference, on: value.on as AddFunds['on'] },
  };
}

/** The question names all by which a slip would be seen. */
function useQuestion(body: AddFunds | undefined): string {
  const say = useWords(fundsWords);
  const format = useFormat();
  const nameOf = useProgrammeName();
  if (!body) return '';
  const { programme, amount, source, reference, on } = body;
  return say('proposeText', {
    amount: format.money(amount),
    programme: `${say.of(nameOf(programme))} (${programme})`,
    source,
    reference,
    on: format.date(on),
  });
}

function Fields({
  draft: { value, set: setAll },
  paid,
  chosen,
}: {
  draft: Draft<typeof blank>;
  paid: PaidProgramme[];
  chosen: PaidProgramme | undefined;
}) {
  const say = useWords(fundsWords);
  const nameOf = useProgrammeName();
  const set = (part: keyof typeof blank) => (event: { currentTarget: { value: string } }) =>
    setAll({ ...value, [part]: event.currentTarget.value });
  const field = (part: 'source' | 'reference' | 'on') => ({
    label: say(part),
    value: value[part],
    onChange: set(part),
  });
  const source = sourceOf(value.source);
  return (
    <>
      <NativeSelect
        label={say('programme')}
        value={chosen?.programme ?? ''}
        onChange={set('programme')}
        data={[
          { value: '', label: say('chooseProgramme') },
          ...paid.map(({ programme }) => optionOf(programme, say.of(nameOf(programme)))),
        ]}
      />
      <AmountField
        label={chosen ? say('amountIn', { currency: chosen.currency }) : say('amount')}
        currency={chosen?.currency}
        typed={value.amount}
        onChange={set('amount')}
      />
      <TextInput
        {...field('source')}
        description={say('sourceHint')}
        maxLength={20}
        onBlur={() => (source === value.source ? undefined : setAll({ ...value, source }))}
        error={source !== '' && !isSource(source) && say('sourceUnreadable')}
      />
      <TextInput {...field('reference')} maxLength={64} />
      <TextInput {...field('on')} type="date" />
    </>
  );
}

/** Shown once funds are proposed: another person must approve now, or these funds stand already and nothing was added. */
function AnsweredWords({ as, funds: { decidedBy, decidedAt, proposedBy, addedAt } }: { as: Answered; funds: Funds }) {
  const say = useWords(fundsWords);
  const format = useFormat();
  const about = {
    standsApproved: { name: (decidedBy ?? proposedBy).name, on: format.date(decidedAt ?? addedAt) },
    standsProposed: { name: proposedBy.name, on: format.date(addedAt) },
    proposed: {},
  };
  return <Text role="status">{say(as, about[as])}</Text>;
}

/** Returns what says which funds are on the screen already. */
function useShownFunds() {
  const queries = useQueryClient();
  return () =>
    queries
      .getQueriesData<InfiniteData<Page<Funds>>>({ queryKey: ['funds'] })
      .flatMap(([, data]) => data?.pages ?? [])
      .flatMap(({ items }) => items.map(({ id }) => id));
}

const optionOf = (programme: string, name: string) => ({ value: programme, label: `${name} (${programme})` });
