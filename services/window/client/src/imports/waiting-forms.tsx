import type { WaitingHousehold } from '@janela/contracts';
import { Group, Stack, Text } from '@mantine/core';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';

import { changeOf } from '../api/change.ts';
import { api } from '../api/client.ts';
import { pagesOf } from '../api/pages.ts';
import { useNames } from '../api/people-names.ts';
import { useAttempts } from '../api/store.tsx';
import { useMay } from '../api/use-may.ts';
import { useFormat, useWords } from '../language/language.tsx';
import { AreaName } from '../parts/area-name.tsx';
import { AskButton } from '../parts/ask-button.tsx';
import { Listed } from '../parts/listed.tsx';
import { Panel } from '../parts/panel.tsx';
import { Rows } from '../parts/rows.tsx';
import { Failed } from '../parts/states.tsx';
import { importsWords } from './imports.words.ts';

const formsOf = (id: string) =>
  pagesOf(['import', id, 'waiting'], (query) =>
    api.registry.GET('/v1/imports/{id}/waiting', { params: { path: { id }, query } }),
  );

/** Forms of a file of which only some people are those of the household with their number; absent where there is none. */
export function WaitingForms({ id }: { id: string }) {
  const say = useWords(importsWords);
  const format = useFormat();
  const forms = useInfiniteQuery(formsOf(id));
  if (!forms.error && !forms.data?.pages.some(({ items }) => items.length > 0)) return null;
  return (
    <Panel title={say('forms')}>
      <Text c="dimmed">{say('formsLine')}</Text>
      <Listed of={forms} none={null}>
        {(items) => (
          <Rows
            heads={[say('form'), say('formLine'), say('area'), say('matched'), say('decision')]}
            figures={[1]}
            minWidth={720}
            rows={items.map((form) => [
              form.id,
              form.householdRef,
              format.number(form.line),
              <AreaName key="a" code={form.areaCode} />,
              <Matched key="m" form={form} />,
              form.state === 'waiting' ? <Decision key="d" importId={id} form={form} /> : say(`state_${form.state}`),
            ])}
          />
        )}
      </Listed>
    </Panel>
  );
}

/** How many match, and who would leave the household by the form. */
function Matched({ form: { matched, members, leaving } }: { form: WaitingHousehold }) {
  const say = useWords(importsWords);
  const maySeeNames = useMay('readNames');
  const names = useNames({ personIds: leaving });
  const said = maySeeNames
    ? say('leaving', { names: leaving.map((id) => names.person(id)).join(', ') })
    : say('leavingCount', { count: leaving.length });
  return (
    <Stack gap={2}>
      <span>{say('matchedOf', { matched, members })}</span>
      {leaving.length > 0 && <span>{said}</span>}
    </Stack>
  );
}

function Decision({ importId, form }: { importId: string; form: WaitingHousehold }) {
  const say = useWords(importsWords);
  const queries = useQueryClient();
  const attempts = useAttempts();
  const decide = useMutation({
    mutationFn: (verb: 'accept' | 'drop') =>
      attempts.once(
        `form ${form.id} ${verb}`,
        changeOf('registry', 'post', `/v1/imports/${importId}/waiting/${form.id}/${verb}`, {}),
      ),
    onSettled: () => queries.invalidateQueries({ queryKey: ['import', importId] }),
  });
  return (
    <Stack gap="xs">
      <Group gap="xs">
        <AskButton
          size="sm"
          label={say('accept')}
          text={say('acceptText')}
          loading={decide.isPending}
          onYes={() => decide.mutate('accept')}
        />
        <AskButton
          size="sm"
          variant="default"
          label={say('drop')}
          text={say('dropText')}
          loading={decide.isPending}
          onYes={() => decide.mutate('drop')}
        />
      </Group>
      {decide.error && <Failed error={decide.error} />}
    </Stack>
  );
}
