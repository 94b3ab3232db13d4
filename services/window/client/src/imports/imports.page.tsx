import { bodyOf } from '@janela/api-client';
import type { Import } from '@janela/contracts';
import { Button, FileButton, Group, Progress, Stack, Text } from '@mantine/core';
import { queryOptions, useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';

import { fingerprintOf } from '../api/attempt.ts';
import { changeOf } from '../api/change.ts';
import { api, linkTo, searchOf } from '../api/client.ts';
import { useAttempts } from '../api/store.tsx';
import { useMay } from '../api/use-may.ts';
import { refusalIn } from '../codes/problems.ts';
import { importStateWords } from '../codes/state.words.ts';
import { useFormat, useLanguage, useWords } from '../language/language.tsx';
import { Asked } from '../parts/asked.tsx';
import { PageTitle } from '../parts/page-title.tsx';
import { Panel } from '../parts/panel.tsx';
import { Rows } from '../parts/rows.tsx';
import { StateBadge } from '../parts/state-badge.tsx';
import { Failed } from '../parts/states.tsx';
import { Earlier } from './earlier.tsx';
import { importsWords } from './imports.words.ts';
import { WaitingForms } from './waiting-forms.tsx';

const isOver = ({ state }: Import) => state === 'finished' || state === 'failed';

const importById = (id: string) =>
  queryOptions({
    queryKey: ['import', id],
    queryFn: () => bodyOf(api.registry.GET('/v1/imports/{id}', { params: { path: { id } } })),
    refetchInterval: ({ state }) => (state.data && isOver(state.data) ? false : 1_000),
  });

/** Bringing in a file; its id stands in the address, so that its progress is found again. */
export function ImportsPage() {
  const say = useWords(importsWords);
  const { id } = useSearch({ from: '/imports' });
  const maySend = useMay('startImports');
  return (
    <>
      <PageTitle title={say('title')} line={say('line')} />
      {id ? (
        <Stack gap="lg">
          <Followed id={id} />
          <WaitingForms id={id} />
        </Stack>
      ) : (
        <Stack gap="lg">
          {maySend && <Send />}
          <Earlier />
        </Stack>
      )}
    </>
  );
}

function Send() {
  const say = useWords(importsWords);
  const navigate = useNavigate();
  const [file, setFile] = useState<File | null>(null);
  const attempts = useAttempts();
  const send = useMutation({
    // The same file again is the same import, while no answer has come; another file is another.
    mutationFn: async (chosen: File) =>
      attempts.once(
        `import ${await fingerprintOf(chosen)}`,
        changeOf('registry', 'post', `/v1/imports?${searchOf({ fileName: chosen.name.slice(0, 200) })}`, {
          body: chosen,
        }),
      ),
    onSuccess: ({ id }) => navigate({ to: '/imports', search: { id } }),
  });
  return (
    <Panel title={say('file')}>
      <Group>
        <FileButton accept=".csv,text/csv" onChange={setFile}>
          {(props) => (
            <Button variant="default" {...props}>
              {say('choose')}
            </Button>
          )}
        </FileButton>
        <Text>{file?.name}</Text>
        <Button disabled={!file} loading={send.isPending} onClick={() => file && send.mutate(file)}>
          {say('send')}
        </Button>
      </Group>
      {send.error && <Failed error={send.error} />}
    </Panel>
  );
}

function Followed({ id }: { id: string }) {
  const say = useWords(importsWords);
  const format = useFormat();
  const navigate = useNavigate();
  const { language } = useLanguage();
  const mayReadErrors = useMay('startImports');
  return (
    <Asked of={useQuery(importById(id))}>
      {(found) => (
        <Panel title={found.fileName}>
          <Group>
            <StateBadge of={importStateWords[found.state]} />
            {!isOver(found) && <Text c="dimmed">{say('leave')}</Text>}
          </Group>
          <Progress value={found.progressPercent} aria-label={`${found.progressPercent} %`} />
          <Rows
            rows={[
              ['rows', say('rows'), format.number(found.rows)],
              ['taken', say('taken'), format.number(found.households.taken)],
              ['unchanged', say('unchanged'), format.number(found.households.unchanged)],
              ['refused', say('refused'), format.number(found.households.refused)],
              ['waiting', say('waiting'), format.number(found.waiting)],
              ['duplicates', say('duplicates'), format.number(found.possibleDuplicates)],
            ]}
            minWidth={280}
          />
          <Stack gap="sm">
            {found.failure && <Text c="var(--bad)">{refusalIn(language, { code: found.failure, status: 422 })}</Text>}
            {mayReadErrors && found.rowsWithErrors > 0 && (
              <a href={linkTo('registry', `/v1/imports/${id}/errors.csv`)} download>
                {say('errors')}
              </a>
            )}
            {isOver(found) && (
              <Button variant="default" w="fit-content" onClick={() => void navigate({ to: '/imports', search: {} })}>
                {say('another')}
              </Button>
            )}
          </Stack>
        </Panel>
      )}
    </Asked>
  );
}
