import { Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';

import { api } from '../api/client.ts';
import { pagesOf } from '../api/pages.ts';
import { importStateWords } from '../codes/state.words.ts';
import { useFormat, useWords } from '../language/language.tsx';
import { Listed } from '../parts/listed.tsx';
import { Panel } from '../parts/panel.tsx';
import { Rows } from '../parts/rows.tsx';
import { StateBadge } from '../parts/state-badge.tsx';
import { importsWords } from './imports.words.ts';

const imports = pagesOf(['imports'], (query) => api.registry.GET('/v1/imports', { params: { query } }));

/** The files that were imported before, each with how many of its forms still wait. */
export function Earlier() {
  const say = useWords(importsWords);
  const format = useFormat();
  return (
    <Panel title={say('earlier')}>
      <Listed of={useInfiniteQuery(imports)} none={<Text c="dimmed">{say('noEarlier')}</Text>}>
        {(items) => (
          <Rows
            heads={[say('file'), say('started'), say('waiting'), say('state')]}
            figures={[2]}
            rows={items.map((each) => [
              each.id,
              <Link key="l" to="/imports" search={{ id: each.id }}>
                {each.fileName}
              </Link>,
              format.instant(each.startedAt),
              format.number(each.waiting),
              <StateBadge key="s" of={importStateWords[each.state]} />,
            ])}
          />
        )}
      </Listed>
    </Panel>
  );
}
