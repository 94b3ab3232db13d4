import type { PayeeChange } from '@janela/contracts';
import { Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';

import { useCodeWords } from '../api/country.ts';
import { useProviderName } from '../api/names.ts';
import { api } from '../api/client.ts';
import { pagesOf } from '../api/pages.ts';
import { useFormat, useWords } from '../language/language.tsx';
import { AreaName } from '../parts/area-name.tsx';
import { Listed } from '../parts/listed.tsx';
import { Panel } from '../parts/panel.tsx';
import { Rows } from '../parts/rows.tsx';
import { waitingWords } from './waiting.words.ts';

const pending = pagesOf(['payee-changes'], (page) =>
  api.registry.GET('/v1/payee-changes', { params: { query: { state: 'pending', ...page } } }),
);

/** Changes of who collects that wait; each is confirmed or refused on the page of its household. */
export function PayeeChangesPanel() {
  const say = useWords(waitingWords);
  const format = useFormat();
  const codes = useCodeWords();
  const providerName = useProviderName();
  const wayOf = ({ channel, provider, account }: PayeeChange) =>
    [say.of(codes('channel', channel)), provider && say.of(providerName(provider)), account].filter(Boolean).join(', ');
  return (
    <Panel title={say('payeeChanges')}>
      <Listed of={useInfiniteQuery(pending)} none={<Text c="dimmed">{say('noPayeeChanges')}</Text>}>
        {(items) => (
          <Rows
            heads={[say('household'), say('area'), say('payee'), say('askedBy'), say('since')]}
            minWidth={720}
            rows={items.map((change) => [
              change.id,
              <Link key="l" to="/households/$id" params={{ id: change.householdId }}>
                {[change.householdNumber, change.headName].filter(Boolean).join(' · ')}
              </Link>,
              <AreaName key="a" code={change.areaCode} />,
              `${change.payeeName}, ${wayOf(change)}`,
              change.requestedBy,
              format.date(change.requestedAt),
            ])}
          />
        )}
      </Listed>
    </Panel>
  );
}
