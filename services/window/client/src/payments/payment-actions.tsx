import type { Payment } from '@janela/contracts';
import { Group, NativeSelect, Stack, Text, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';

import { changeOf } from '../api/change.ts';
import { useMay } from '../api/use-may.ts';
import { useFormat, useWords } from '../language/language.tsx';
import { AskButton } from '../parts/ask-button.tsx';
import { Discard } from '../parts/discard.tsx';
import { Panel } from '../parts/panel.tsx';
import { SendPart } from '../parts/send-part.tsx';
import { Failed } from '../parts/states.tsx';
import { useDraft } from '../parts/use-draft.ts';
import { cycleById } from './payments.api.ts';
import { paymentActionsWords } from './payment-actions.words.ts';
import { useReasonWords } from './reasons.ts';
import { usePayeeWords } from './reissues.tsx';
import { useStep } from './use-step.ts';

/** Reasons that an officer gives; the others are found by the service itself. */
const officersReasons: Partial<Record<Payment['state'], readonly string[]>> = {
  frozen: ['under_review', 'death_reported', 'enrolment_ended', 'entered_in_error'],
  held: ['released', 'reason_over', 'under_review', 'death_reported', 'enrolment_ended', 'entered_in_error'],
};

/** Reasons to let a payment go on; the others are reasons to keep it back or not to make it. */
const toRelease = ['released', 'reason_over'];

/** What an officer may do with a payment that no provider has yet: keep it back, let it go on, or not make it. */
export function OfficersPart({ payment }: { payment: Payment }) {
  const mayChange = useMay('changePayments');
  const codes = officersReasons[payment.state];
  return mayChange && codes ? <Changes payment={payment} codes={codes} /> : null;
}

interface ReasonFieldProps {
  codes: readonly string[];
  value: string;
  onChange: (code: string) => void;
}

/** Why it is done; nothing is chosen beforehand. */
function ReasonField({ codes, value, onChange }: ReasonFieldProps) {
  const say = useWords(paymentActionsWords);
  const reasonWords = useReasonWords();
  return (
    <NativeSelect
      label={say('reason')}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      data={[
        { value: '', label: say('chooseReason'), disabled: true },
        ...codes.map((code) => ({ value: code, label: say.of(reasonWords(code)) })),
      ]}
    />
  );
}

function Changes({ payment, codes }: { payment: Payment; codes: readonly string[] }) {
  const say = useWords(paymentActionsWords);
  const draft = useDraft(`payment ${payment.id} ${payment.state}`, { reasonCode: '', note: '' });
  const step = useStep({ name: nameOf(payment), sending: draft.sending });
  const { value } = draft;
  const note = value.note.trim();
  const about = useAbout(payment);
  const button = (
    verb: 'hold' | 'release' | 'cancel',
    label: string,
    text: 'holdText' | 'releaseText' | 'cancelText',
  ) => (
    <AskButton
      label={label}
      text={say(text, about)}
      variant={verb === 'release' ? 'filled' : 'default'}
      disabled={value.reasonCode === '' || toRelease.includes(value.reasonCode) !== (verb === 'release')}
      loading={step.isPending}
      onYes={() =>
        step.mutate({
          verb,
          change: changeOf('payments', 'post', `/v1/payments/${payment.id}/${verb}`, {
            body: { reasonCode: value.reasonCode, ...(note && { note }) },
            version: payment.version,
          }),
        })
      }
    />
  );
  return (
    <Panel title={say('title')}>
      <Stack gap="sm" maw="60ch">
        <ReasonField
          codes={codes}
          value={value.reasonCode}
          onChange={(reasonCode) => draft.set({ ...value, reasonCode })}
        />
        <Textarea
          label={say('note')}
          value={value.note}
          maxLength={1000}
          onChange={(event) => draft.set({ ...value, note: event.currentTarget.value })}
        />
        <SendPart of={step}>
          <Group>
            {(payment.state === 'frozen' || (payment.state === 'held' && payment.heldByRule)) &&
              button('hold', say('hold'), 'holdText')}
            {payment.state === 'held' && button('release', say('release'), 'releaseText')}
            {button('cancel', say('cancelIt'), 'cancelText')}
            <Discard draft={draft} isEmpty={note === '' && value.reasonCode === ''} />
          </Group>
        </SendPart>
      </Stack>
    </Panel>
  );
}

/** Returns how much a payment is and whom it is for, as a question names it. */
function useAbout({ payee, channel, provider, ...payment }: Payment) {
  const format = useFormat();
  const wordsOf = usePayeeWords([payee?.personId]);
  return { amount: format.money(payment), payee: wordsOf(payee && { ...payee, channel, provider }) };
}

/** The question to the provider, once more, what became of a payment. */
export function Enquire({ payment }: { payment: Payment }) {
  const say = useWords(paymentActionsWords);
  const mayAsk = useMay('enquire');
  const step = useStep({ name: nameOf(payment) });
  if (!mayAsk || (payment.state !== 'sent' && payment.state !== 'unknown')) return null;
  return (
    <Panel title={say('enquire')}>
      <Group>
        <AskButton
          label={say('enquire')}
          text={say('enquireText')}
          loading={step.isPending}
          onYes={() =>
            step.mutate({
              verb: 'enquire',
              change: changeOf('payments', 'post', `/v1/payments/${payment.id}/enquire`, { version: payment.version }),
            })
          }
        />
        {step.isSuccess && <Text role="status">{say('asked')}</Text>}
      </Group>
      {step.error && <Failed error={step.error} />}
    </Panel>
  );
}

/** An officer asks that what failed or came back be paid again. */
export function AskReissue({ payment }: { payment: Payment }) {
  const say = useWords(paymentActionsWords);
  const draft = useDraft(`reissue ${payment.id}`, '');
  const step = useStep({ name: nameOf(payment), sending: draft.sending });
  const note = draft.value.trim();
  return (
    <Stack gap="sm" maw="60ch">
      <Textarea
        label={say('note')}
        value={draft.value}
        maxLength={1000}
        onChange={(event) => draft.set(event.currentTarget.value)}
      />
      <SendPart of={step}>
        <Group>
          <AskButton
            label={say('reissue')}
            text={say('reissueText')}
            loading={step.isPending}
            onYes={() =>
              step.mutate({
                verb: 'reissue',
                change: changeOf('payments', 'post', `/v1/payments/${payment.id}/reissue`, {
                  body: note ? { note } : {},
                  version: payment.version,
                }),
              })
            }
          />
          <Discard draft={draft} isEmpty={note === ''} />
        </Group>
      </SendPart>
    </Stack>
  );
}

/** Held because another person collects than the list says. */
const aboutPayee = ['no_payee', 'payee_changed', 'no_provider'];

/** An approver confirms that a payment goes to who collects now, having seen who that is and who it was. */
export function ConfirmPayee({ payment }: { payment: Payment }) {
  const say = useWords(paymentActionsWords);
  const format = useFormat();
  const mayConfirm = useMay('confirmPaymentPayee');
  const { payee, payeeNow, payeeRequest, state, heldByRule, reasonCode } = payment;
  const waits = state === 'held' && (payeeRequest || (heldByRule && aboutPayee.includes(reasonCode ?? '')));
  const isMine = Boolean(mayConfirm && waits);
  const step = useStep({ name: nameOf(payment) });
  const cycle = useQuery({ ...cycleById(payment.cycleId), refetchInterval: false, enabled: isMine }).data;
  const isApproved = cycle?.state === 'approved' || cycle?.state === 'dispatched';
  const wordsOf = usePayeeWords(isMine ? [payee?.personId, payeeNow?.personId] : []);
  if (!isMine) return null;
  const before = wordsOf(payee && { ...payee, channel: payment.channel, provider: payment.provider });
  const now = wordsOf(payeeNow);
  return (
    <Panel title={say('confirmPayee')}>
      <Text className="as-typed">{say('payeeBefore', { name: before })}</Text>
      <Text className="as-typed">
        {say('payeeNow', { name: now })}
        {payeeNow && ` (${say('payeeSince', { on: format.date(payeeNow.designatedAt) })})`}
      </Text>
      {payeeRequest && <Text c="dimmed">{say('requestedBy', { name: payeeRequest.by })}</Text>}
      {payeeRequest?.note && <Text className="as-typed">{payeeRequest.note}</Text>}
      {cycle && !isApproved && <Text>{say('confirmAfterApproval')}</Text>}
      {isApproved && (
        <Group>
          <AskButton
            label={say('confirmPayee')}
            text={say('confirmPayeeText', { amount: format.money(payment), before, now })}
            disabled={!payeeNow}
            loading={step.isPending}
            onYes={() =>
              step.mutate({
                verb: 'payee/confirm',
                change: changeOf('payments', 'post', `/v1/payments/${payment.id}/payee/confirm`, {
                  body: {},
                  version: payment.version,
                }),
              })
            }
          />
        </Group>
      )}
      {step.error && <Failed error={step.error} />}
    </Panel>
  );
}

const nameOf = ({ id }: Payment) => `payment ${id}`;
