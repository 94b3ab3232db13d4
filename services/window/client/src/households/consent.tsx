import type { Household } from '@janela/contracts';
import { Button, Checkbox, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';

import { useQuestionnaire, useTimeZone } from '../api/country.ts';
import { afterwards } from '../api/attempt.ts';
import { useAttempts } from '../api/store.tsx';
import { useMay } from '../frame/use-may.ts';
import { todayIn } from '../language/dates.ts';
import { useFormat, useWords } from '../language/language.tsx';
import { Discard } from '../parts/discard.tsx';
import { Failed } from '../parts/states.tsx';
import { useDraft } from '../parts/use-draft.ts';
import { householdsWords } from './households.words.ts';

const blank = { purposes: [] as string[], method: '' };

/** What the household has agreed to, what follows where it has not, and a way to record that it has. */
export function ConsentPart({ household }: { household: Household }) {
  const say = useWords(householdsWords);
  const format = useFormat();
  const { data } = useQuestionnaire();
  const mayRecord = useMay('register') && household.state === 'active';
  const purposes = data?.codeLists['consent_purpose'] ?? [];
  const given: readonly string[] = household.consent?.purposes ?? [];
  const missing = purposes.filter(({ code }) => !given.includes(String(code)));
  const nameOf = (codes: typeof purposes) => codes.map(({ label }) => say.of(label)).join(', ');
  return (
    <Stack gap="sm">
      {household.consent ? (
        <Text>
          {say('consentGiven', { on: format.date(household.consent.givenOn) })}{' '}
          {nameOf(purposes.filter(({ code }) => given.includes(String(code))))}
        </Text>
      ) : (
        <Text>{say('consentNone')}</Text>
      )}
      {['eligibility', 'payment'].map(
        (purpose) =>
          !given.includes(purpose) && (
            <Text key={purpose} c="var(--bad)">
              {say(purpose === 'payment' ? 'consentNoPayment' : 'consentNoEligibility')}
            </Text>
          ),
      )}
      {mayRecord && missing.length > 0 && <Record household={household} given={given} />}
    </Stack>
  );
}

function Record({ household: { id, version }, given }: { household: Household; given: readonly string[] }) {
  const say = useWords(householdsWords);
  const { data } = useQuestionnaire();
  const today = todayIn(useTimeZone());
  const draft = useDraft(`consent ${id}`, blank);
  const { purposes, method } = draft.value;
  const queries = useQueryClient();
  const attempts = useAttempts();
  const listOf = (name: string) =>
    (data?.codeLists[name] ?? []).map(({ code, label }) => ({ value: String(code), label: say.of(label) }));
  const record = useMutation({
    mutationFn: () =>
      attempts
        .once<Household>(`consent ${id}`, `/registry/v1/households/${id}`, {
          method: 'PATCH',
          version,
          // A consent holds for the purposes it names and no others, so those that were agreed to before are named again.
          body: { reason: 'circumstances', consent: { purposes: [...given, ...purposes], givenOn: today, method } },
        })
        .then(afterwards(draft.sending())),
    onSettled: () => queries.invalidateQueries({ queryKey: ['household', id] }),
  });
  return (
    <>
      <Checkbox.Group
        label={say('consentRecord')}
        value={purposes}
        onChange={(chosen) => draft.set({ purposes: chosen, method })}
      >
        <Stack gap="xs" mt="xs">
          {listOf('consent_purpose')
            .filter(({ value }) => !given.includes(value))
            .map(({ value, label }) => (
              <Checkbox key={value} value={value} label={label} />
            ))}
        </Stack>
      </Checkbox.Group>
      <Group align="flex-end">
        <NativeSelect
          label={say('consentMethod')}
          value={method}
          onChange={(event) => draft.set({ purposes, method: event.currentTarget.value })}
          data={[{ value: '', label: say('notAnswered') }, ...listOf('consent_method')]}
        />
        <Button
          variant="default"
          disabled={purposes.length === 0 || method === ''}
          loading={record.isPending}
          onClick={() => record.mutate()}
        >
          {say('consentSave')}
        </Button>
        <Discard draft={draft} isEmpty={purposes.length === 0 && method === ''} />
      </Group>
      {record.error && <Failed error={record.error} />}
    </>
  );
}
