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
import { complaintsWords } from './complaints.words.ts';

/** For the person who complained: the number is enough, and nothing personal is shown. */
export function TrackPage() {
  const say = useWords(complaintsWords);
  const format = useFormat();
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
        <Group role="status">
          <StateBadge of={caseStateWords[tracking.data.state]} />
          <Text>
            {say('filedOn', { on: format.date(tracking.data.filedAt), due: format.date(tracking.data.resolveBy) })}
          </Text>
        </Group>
      )}
    </Stack>
  );
}
