import type { Tracking } from '@janela/contracts';
import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';

import { caseStateWords } from '../codes/state.words.ts';
import { useFormat, useWords } from '../language/language.tsx';
import { PageTitle } from '../parts/page-title.tsx';
import { StateBadge } from '../parts/state-badge.tsx';
import { Failed, Waiting } from '../parts/states.tsx';
import { trackingOf } from './complaints.api.ts';
import { hasPassed } from './has-passed.ts';
import { isOpen } from './is-open.ts';
import { meansWords, trackWords } from './track.words.ts';

/** For the person who complained: the number is enough, and nothing personal is shown. */
export function TrackPage() {
  const say = useWords(trackWords);
  const { number = '' } = useSearch({ from: '/track' });
  const navigate = useNavigate();
  const [typed, setTyped] = useState(number);
  const tracking = useQuery(trackingOf(number));
  const look = (event: FormEvent) => {
    event.preventDefault();
    void navigate({ to: '/track', search: { number: typed.trim() } });
  };
  return (
    <Stack maw="60ch">
      <PageTitle title={say('track')} line={say('trackText')} />
      <form onSubmit={look}>
        <Group align="flex-end">
          <TextInput
            label={say('trackNumber')}
            value={typed}
            maxLength={40}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <Button type="submit">{say('look')}</Button>
        </Group>
      </form>
      {tracking.isLoading && <Waiting rows={2} />}
      {tracking.error && <Failed error={tracking.error} />}
      {tracking.data && (
        <Stack role="status" gap="xs">
          <Tracked of={tracking.data} />
        </Stack>
      )}
    </Stack>
  );
}

/** How far a complaint is, and what the person can do next. */
function Tracked({ of: { state, filedAt, resolveBy, resolvedAt, appealUntil } }: { of: Tracking }) {
  const say = useWords(trackWords);
  const format = useFormat();
  return (
    <>
      <Group>
        <StateBadge of={caseStateWords[state]} />
        <Text>
          {say('filedOn', { on: format.date(filedAt) })}{' '}
          {resolvedAt && say('answeredOn', { on: format.date(resolvedAt) })}
          {isOpen(state) && say(hasPassed(resolveBy) ? 'wasDueBy' : 'dueBy', { due: format.date(resolveBy) })}
        </Text>
      </Group>
      <Text>{say.of(meansWords[state])}</Text>
      {appealUntil && (
        <Text>
          {say(hasPassed(appealUntil) ? 'appealEnded' : 'appealUntil', { until: format.instant(appealUntil) })}
        </Text>
      )}
    </>
  );
}
