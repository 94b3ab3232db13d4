import type { Household } from '@janela/contracts';
import { Button, Checkbox, Group, NativeSelect, Stack } from '@mantine/core';

import { useQuestionnaire, useTimeZone } from '../api/country.ts';
import { todayIn } from '../language/dates.ts';
import { useWords } from '../language/language.tsx';
import { Discard } from '../parts/discard.tsx';
import { Failed } from '../parts/states.tsx';
import { useDraft } from '../parts/use-draft.ts';
import { useConsentChange } from './consent.api.ts';
import { consentWords } from './consent.words.ts';
import { furtherConsent } from './household-changes.ts';
import { householdsWords } from './households.words.ts';

const blank = { purposes: [] as string[], method: '' };

/** Records that a household agrees, today, to purposes that it had not agreed to. */
export function RecordConsent({ household, given }: { household: Household; given: readonly string[] }) {
  const say = useWords(consentWords);
  const { notAnswered } = householdsWords;
  const { data } = useQuestionnaire();
  const givenOn = todayIn(useTimeZone());
  const draft = useDraft(`consent ${household.id}`, blank);
  const { purposes, method } = draft.value;
  const record = useConsentChange(household);
  const change = furtherConsent(given, { purposes, givenOn, method });
  const listOf = (name: string) =>
    (data?.codeLists[name] ?? []).map(({ code, label }) => ({ value: String(code), label: say.of(label) }));
  return (
    <>
      <Checkbox.Group
        label={say('record')}
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
          label={say('method')}
          value={method}
          onChange={(event) => draft.set({ purposes, method: event.currentTarget.value })}
          data={[{ value: '', label: say.of(notAnswered) }, ...listOf('consent_method')]}
        />
        <Button
          variant="default"
          disabled={purposes.length === 0 || method === ''}
          loading={record.isPending}
          onClick={() => record.mutate({ change, sending: draft.sending })}
        >
          {say('save')}
        </Button>
        <Discard draft={draft} isEmpty={purposes.length === 0 && method === ''} />
      </Group>
      {record.error && <Failed error={record.error} />}
    </>
  );
}
