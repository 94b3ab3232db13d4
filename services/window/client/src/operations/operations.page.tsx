import type { Page, ParkedEvent, ParkedEventRelease } from '@janela/contracts';
import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';

import { ask } from '../api/api.ts';
import { useHasRole } from '../api/session.tsx';
import { useFormat, useWords } from '../language/language.tsx';
import { Asked } from '../parts/asked.tsx';
import { PageTitle } from '../parts/page-title.tsx';
import { Panel } from '../parts/panel.tsx';
import { Rows } from '../parts/rows.tsx';
import { Failed, Forbidden } from '../parts/states.tsx';
import { operationsWords } from './operations.words.ts';

const services = ['registry', 'eligibility', 'payments', 'grievances', 'reporting'] as const;

const parkedIn = (service: string) =>
  queryOptions({
    queryKey: ['parked', service],
    queryFn: () => ask<Page<ParkedEvent>>(`/${service}/v1/parked-events`),
    refetchInterval: 10_000,
  });

/** What each service could not take in, with retry and set-aside. */
export function OperationsPage() {
  const say = useWords(operationsWords);
  const mayOperate = useHasRole('operator');
  if (!mayOperate)
    return (
      <>
        <PageTitle title={say('title')} />
        <Forbidden />
      </>
    );
  return (
    <>
      <PageTitle title={say('title')} line={say('line')} />
      <Stack gap="lg">
        {services.map((service) => (
          <Panel key={service} title={say(service)}>
            <Parked service={service} />
          </Panel>
        ))}
      </Stack>
    </>
  );
}

function Parked({ service }: { service: string }) {
  const say = useWords(operationsWords);
  const format = useFormat();
  return (
    <Asked of={useQuery(parkedIn(service))} rows={1}>
      {({ items }) =>
        items.length === 0 ? (
          <Text c="dimmed">{say('none')}</Text>
        ) : (
          <Rows
            heads={[say('type'), say('error'), say('behind'), say('since'), '']}
            minWidth={760}
            rows={items.map((event) => [
              event.id,
              event.type ?? event.topic,
              event.error,
              format.number(event.waitingBehind),
              format.instant(event.parkedAt),
              <Release key="r" service={service} event={event} />,
            ])}
          />
        )
      }
    </Asked>
  );
}

function Release({ service, event }: { service: string; event: ParkedEvent }) {
  const say = useWords(operationsWords);
  const queries = useQueryClient();
  const [reason, setReason] = useState<string>();
  const release = useMutation({
    mutationFn: ({ verb, body }: { verb: 'retry' | 'set-aside'; body?: { reason: string } }) =>
      ask<ParkedEventRelease>(`/${service}/v1/parked-events/${event.id}/${verb}`, { method: 'POST', body }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['parked', service] }),
  });
  return (
    <Stack gap="xs">
      <Group gap="xs" wrap="nowrap">
        <Button size="compact-sm" loading={release.isPending} onClick={() => release.mutate({ verb: 'retry' })}>
          {say('retry')}
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => setReason('')}>
          {say('setAside')}
        </Button>
      </Group>
      {reason !== undefined && (
        <Group align="flex-end">
          <TextInput
            size="sm"
            label={say('reason')}
            value={reason}
            maxLength={1000}
            onChange={(change) => setReason(change.currentTarget.value)}
          />
          <Button
            size="sm"
            disabled={reason.trim().length < 3}
            onClick={() => release.mutate({ verb: 'set-aside', body: { reason: reason.trim() } })}
          >
            {say('setAside')}
          </Button>
        </Group>
      )}
      {release.error && <Failed error={release.error} />}
    </Stack>
  );
}
