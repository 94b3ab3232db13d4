import type { Duplicate } from '@janela/contracts';
import { Stack, Text } from '@mantine/core';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';

import { changeOf } from '../api/change.ts';
import { api } from '../api/client.ts';
import { pagesOf } from '../api/pages.ts';
import { useNames } from '../api/people-names.ts';
import { useAttempts } from '../api/store.tsx';
import { evidenceWords } from '../decisions/decisions.words.ts';
import { useFormat, useWords } from '../language/language.tsx';
import { Listed } from '../parts/listed.tsx';
import { Panel } from '../parts/panel.tsx';
import { Rows } from '../parts/rows.tsx';
import { useDraft } from '../parts/use-draft.ts';
import { WithReason } from '../parts/with-reason.tsx';
import { waitingWords } from './waiting.words.ts';

const open = pagesOf(['duplicates'], (page) =>
  api.registry.GET('/v1/duplicates', { params: { query: { state: 'open', ...page } } }),
);

/** People who may be in the register twice, and the way to say that they are two. */
export function DuplicatesPanel() {
  const say = useWords(waitingWords);
  return (
    <Panel title={say('duplicates')}>
      <Listed of={useInfiniteQuery(open)} none={<Text c="dimmed">{say('noDuplicates')}</Text>}>
        {(items) => <Pairs items={items} />}
      </Listed>
    </Panel>
  );
}

function Pairs({ items }: { items: Duplicate[] }) {
  const say = useWords(waitingWords);
  const evidence = useWords(evidenceWords);
  const format = useFormat();
  const names = useNames({ personIds: items.flatMap(({ people }) => people.map(({ personId }) => personId)) });
  return (
    <Rows
      heads={[say('people'), say('alike'), say('since'), say('decision')]}
      minWidth={760}
      rows={items.map((each) => [
        each.id,
        <Stack key="p" gap={2}>
          {each.people.map(({ personId, householdId, number }) => (
            <span key={personId} className="as-typed">
              {names.person(personId)}{' '}
              {number ? (
                <Link to="/households/$id" params={{ id: householdId }}>
                  {number}
                </Link>
              ) : (
                say('outOfReach')
              )}
            </span>
          ))}
        </Stack>,
        `${format.percent(Math.round(each.weight * 100))} (${each.matchedOn.map((code) => evidence(code)).join(', ')})`,
        format.date(each.suspectedAt),
        <Dismiss key="d" duplicate={each} />,
      ])}
    />
  );
}

function Dismiss({ duplicate: { id } }: { duplicate: Duplicate }) {
  const say = useWords(waitingWords);
  const queries = useQueryClient();
  const attempts = useAttempts();
  const draft = useDraft(`duplicate ${id}`, '');
  const dismiss = useMutation({
    mutationFn: (reason: string) =>
      attempts.once(
        `duplicate ${id}`,
        changeOf('registry', 'post', `/v1/duplicates/${id}/dismiss`, { body: { reason } }),
        draft.sending(),
      ),
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['duplicates'] }),
        queries.invalidateQueries({ queryKey: ['due'] }),
      ]),
  });
  return (
    <WithReason
      draft={draft}
      of={dismiss}
      label={say('twoPeople')}
      why={say('twoPeopleWhy')}
      action={say('dismiss')}
      text={say('twoPeopleText')}
      onYes={(reason) => dismiss.mutate(reason)}
    />
  );
}
