import type { EvidenceKind } from '@janela/contracts';
import { Alert, Group, NativeSelect, Stack, Textarea, TextInput } from '@mantine/core';

import type { Change } from '../api/change.ts';
import { useWords } from '../language/language.tsx';
import { AskButton } from '../parts/ask-button.tsx';
import { Discard } from '../parts/discard.tsx';
import { SendPart } from '../parts/send-part.tsx';
import { useDraft } from '../parts/use-draft.ts';
import { AmountField, useMinorOf } from './amount-field.tsx';
import { useDueAndPaid } from './due-and-paid.ts';
import { settlingWords } from './settling.words.ts';
import { useStep } from './use-step.ts';

const kinds = [
  'statement',
  'provider_letter',
  'receipt',
  'payee_statement',
  'visit',
  'other',
] as const satisfies readonly EvidenceKind[];
type Choice = 'accepted' | 'dismissed' | 'paid' | 'failed' | 'returned';

/** What of the form is sent. */
interface Found<Chosen> {
  choice: Chosen;
  paidMinor?: number;
  evidence: EvidenceKind;
  documentReference: string;
  reason: string;
}

/** The form as it is typed into. */
interface Typed<Chosen> {
  choice: Chosen | '';
  amount: string;
  evidence: EvidenceKind | '';
  documentReference: string;
  reason: string;
}

/** Nothing is chosen beforehand: money follows the choice. */
const blank = { choice: '', amount: '', evidence: '', documentReference: '', reason: '' } as const;

interface EvidenceFormProps<Chosen extends Choice> {
  /** Names it among others, such as `differences/<id>`. */
  name: string;
  settle: (found: Found<Chosen>) => Change<unknown>;
  /** What the service calls the choice. */
  as: 'resolution' | 'outcome';
  choices: readonly [Chosen, ...Chosen[]];
  /** What the amount is called that may have to be said; left out where it is known. */
  amountLabel?: string | undefined;
  /** What was due, where the amount is compared with it before it is proposed. */
  due?: { amountMinor: number; currency: string };
}

/** What a person found out, and on which document they rely; it is proposed, and changes nothing yet. */
export function EvidenceForm<Chosen extends Choice>({
  name,
  settle,
  as,
  choices,
  amountLabel,
  due,
}: EvidenceFormProps<Chosen>) {
  const dueAndPaid = useDueAndPaid();
  const say = useWords(settlingWords);
  const draft = useDraft<Typed<Chosen>>(`settle ${name}`, blank);
  const { value } = draft;
  const step = useStep({ name, sending: draft.sending });
  const set = (part: keyof typeof blank) => (event: { currentTarget: { value: string } }) =>
    draft.set({ ...value, [part]: event.currentTarget.value });
  const { found, isReady, asksAmount } = readForm(value, useMinorOf(), amountLabel !== undefined);
  const amount = { label: amountLabel ?? '', currency: due?.currency, typed: value.amount, onChange: set('amount') };
  const compared =
    due && value.choice === 'paid'
      ? dueAndPaid({
          dueMinor: due.amountMinor,
          paidMinor: found?.paidMinor ?? due.amountMinor,
          currency: due.currency,
        })
      : undefined;
  const differs = due !== undefined && found?.paidMinor !== undefined && found.paidMinor !== due.amountMinor;
  const options = <Key extends keyof typeof settlingWords>(keys: readonly Key[]) => [
    { value: '', label: say('choose'), disabled: true },
    ...keys.map((key) => ({ value: key, label: say(key) })),
  ];
  return (
    <Stack gap="sm" maw="60ch">
      <NativeSelect label={say(as)} value={value.choice} onChange={set('choice')} data={options(choices)} />
      {asksAmount && <AmountField {...amount} />}
      {differs && compared && <Alert color="orange">{compared}</Alert>}
      <NativeSelect label={say('evidence')} value={value.evidence} onChange={set('evidence')} data={options(kinds)} />
      <TextInput
        label={say('documentReference')}
        maxLength={64}
        value={value.documentReference}
        onChange={set('documentReference')}
      />
      <Textarea label={say('reason')} maxLength={1000} value={value.reason} onChange={set('reason')} />
      <SendPart of={step}>
        <Group>
          <AskButton
            label={say('propose')}
            text={[compared, say('proposeText')].filter(Boolean).join(' ')}
            disabled={!isReady || !found}
            loading={step.isPending}
            onYes={() => found && step.mutate({ verb: 'settle', change: settle(found) })}
          />
          <Discard draft={draft} isEmpty={JSON.stringify(value) === JSON.stringify(blank)} />
        </Group>
      </SendPart>
    </Stack>
  );
}

/** What is sent of what was filled in, once everything is chosen, and whether it is enough. */
function readForm<Chosen extends Choice>(
  { choice, evidence, ...typed }: Typed<Chosen>,
  minorOf: (typed: string) => number | undefined,
  mayAskAmount: boolean,
) {
  const [documentReference, reason] = [typed.documentReference.trim(), typed.reason.trim()];
  const paidMinor = minorOf(typed.amount);
  const asksAmount = mayAskAmount && ['paid', 'accepted'].includes(choice);
  const amountIsRead = !asksAmount || typed.amount.trim() === '' || paidMinor !== undefined;
  const amount = asksAmount && paidMinor !== undefined ? { paidMinor } : {};
  const found: Found<Chosen> | undefined =
    choice === '' || evidence === '' ? undefined : { choice, ...amount, evidence, documentReference, reason };
  return { asksAmount, isReady: documentReference !== '' && reason !== '' && amountIsRead, found };
}
