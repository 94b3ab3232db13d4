import { bodyOf } from '@janela/api-client';
import type { ParkedEvent } from '@janela/contracts';
import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';

import { api } from '../api/client.ts';
import { pagesOf } from '../api/pages.ts';
import { useFormat, useWords } from '../language/language.tsx';
import { Discard } from '../parts/discard.tsx';
import { Listed } from '../parts/listed.tsx';
import { PageTitle } from '../parts/page-title.tsx';
import { Panel } from '../parts/panel.tsx';
import { Rows } from '../parts/rows.tsx';
import { Failed } from '../parts/states.tsx';
import { useDraft } from '../parts/use-draft.ts';
import { operationsWords } from './operations.words.ts';

const services = ['registry', 'eligibility', 'payments', 'grievances', 'reporting'] as const;

type Service = (typeof services)[number];

/** The client of a service; the routes for parked events are the same in all. */
const clientOf = (service: Service) => api[service] as unknown as (typeof api)['registry'];

const parkedIn = (service: Service) => ({
  ...pagesOf(['parked', service], (query) => clientOf(service).GET('/v1/parked-events', { params: { query } })),
  refetchInterval: 10_000,
});

/** What each service could not take in, with retry and set-aside. */
export function OperationsPage() {
  const say = useWords(operationsWords);
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

function Parked({ service }: { service: Service }) {
  const say = useWords(operationsWords);
  const format = useFormat();
  return (
    <Listed of={useInfiniteQuery(parkedIn(service))} rows={1} none={<Text c="dimmed">{say('none')}</Text>}>
      {(items) => (
        <Rows
          heads={[say('type'), say('error'), say('behind'), say('since'), say('whatToDo')]}
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
      )}
    </Listed>
  );
}

function Release({ service, event }: { service: Service; event: ParkedEvent }) {
  const say = useWords(operationsWords);
  const queries = useQueryClient();
  const draft = useDraft(`set aside ${service} ${event.id}`, '');
  const [asking, setAsking] = useState(false);
  const reason = draft.value;
  const params = { path: { id: event.id } };
  const release = useMutation({
    mutationFn: (body: { reason: string } | undefined) =>
      bodyOf(
        body
          ? clientOf(service).POST('/v1/parked-events/{id}/set-aside', { params, body })
          : clientOf(service).POST('/v1/parked-events/{id}/retry', { params }),
      ),
    onSettled: () => queries.invalidateQueries({ queryKey: ['parked', service] }),
  });
  return (
    <Stack gap="xs">
      <Group gap="xs" wrap="nowrap">
        <Button size="compact-sm" loading={release.isPending} onClick={() => release.mutate(undefined)}>
          {say('retry')}
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => setAsking(true)}>
          {say('setAside')}
        </Button>
      </Group>
      {(asking || reason !== '') && (
        <Group align="flex-end">
          <TextInput
            size="sm"
            label={say('reason')}
            value={reason}
            maxLength={1000}
            onChange={(change) => draft.set(change.currentTarget.value)}
          />
          <Button
            size="sm"
            disabled={reason.trim().length < 3}
            onClick={() => release.mutate({ reason: reason.trim() }, { onSuccess: draft.sending() })}
          >
            {say('setAside')}
          </Button>
          <Discard draft={draft} isEmpty={reason.trim() === ''} />
        </Group>
      )}
      {release.error && <Failed error={release.error} />}
    </Stack>
  );
}
