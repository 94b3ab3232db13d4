import type { PaidProgramme } from '@janela/contracts';
import { Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';

import { changeOf } from '../api/change.ts';
import { programmes, useProgrammeName } from '../api/names.ts';
import { useFormat, useWords } from '../language/language.tsx';
import { AskButton } from '../parts/ask-button.tsx';
import { Asked } from '../parts/asked.tsx';
import { Discard } from '../parts/discard.tsx';
import { Panel } from '../parts/panel.tsx';
import { SendPart } from '../parts/send-part.tsx';
import { useDraft } from '../parts/use-draft.ts';
import { AmountField, useMinorOf } from './amount-field.tsx';
import { fundable } from './fundable.ts';
import { fundsWords } from './funds.words.ts';
import { paidProgrammes } from './payments.api.ts';
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
  const format = useFormat();
  const nameOf = useProgrammeName();
  const draft = useDraft('funds', blank);
  const { value } = draft;
  const step = useStep({ name: 'funds', sending: draft.sending });
  const chosen = paid.find(({ programme }) => programme === value.programme);
  const amountMinor = useMinorOf()(value.amount);
  const currency = chosen?.currency ?? '';
  const [source, reference] = [value.source.trim(), value.reference.trim()];
  const isReady = chosen && amountMinor !== undefined && amountMinor > 0 && source && reference && value.on;
  const set = (part: keyof typeof blank) => (event: { currentTarget: { value: string } }) =>
    draft.set({ ...value, [part]: event.currentTarget.value });
  const field = (part: 'source' | 'reference' | 'on') => ({
    label: say(part),
    value: value[part],
    onChange: set(part),
  });
  const text = isReady
    ? say('proposeText', {
        amount: format.money({ amountMinor, currency }),
        programme: say.of(nameOf(chosen.programme)),
      })
    : '';
  const send = () => {
    if (!isReady) return;
    const body = { programme: chosen.programme, amount: { amountMinor, currency }, source, reference, on: value.on };
    step.mutate({ change: changeOf('payments', 'post', '/v1/funds', { body }) });
  };
  return (
    <>
      <Stack gap="sm" maw="60ch">
        <WhichProgramme of={paid} chosen={chosen?.programme ?? ''} onChange={set('programme')} />
        <AmountField
          label={currency ? say('amountIn', { currency }) : say('amount')}
          currency={chosen?.currency}
          typed={value.amount}
          onChange={set('amount')}
        />
        <TextInput {...field('source')} description={say('sourceHint')} maxLength={20} />
        <TextInput {...field('reference')} maxLength={64} />
        <TextInput {...field('on')} type="date" />
        <SendPart of={step}>
          <Group>
            <AskButton label={say('propose')} text={text} disabled={!isReady} loading={step.isPending} onYes={send} />
            <Discard draft={draft} isEmpty={JSON.stringify(value) === JSON.stringify(blank)} form="funds " />
          </Group>
        </SendPart>
      </Stack>
      {step.isSuccess && <Text role="status">{say('proposed')}</Text>}
    </>
  );
}

interface WhichProgrammeProps {
  of: readonly PaidProgramme[];
  chosen: string;
  onChange: (event: { currentTarget: { value: string } }) => void;
}

function WhichProgramme({ of, chosen, onChange }: WhichProgrammeProps) {
  const say = useWords(fundsWords);
  const nameOf = useProgrammeName();
  const named = of.map(({ programme }) => ({ value: programme, label: `${say.of(nameOf(programme))} (${programme})` }));
  return (
    <NativeSelect
      label={say('programme')}
      value={chosen}
      onChange={onChange}
      data={[{ value: '', label: say('chooseProgramme') }, ...named]}
    />
  );
}
