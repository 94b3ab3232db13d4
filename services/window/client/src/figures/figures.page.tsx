import { bodyOf } from '@janela/api-client';
import type { SdgRow } from '@janela/contracts';
import { Button, Group, NativeSelect, Stack, TextInput } from '@mantine/core';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useState, type FormEvent } from 'react';

import { useLacksCountry, useOwnAreas } from '../api/areas.ts';
import { api, linkTo, searchOf } from '../api/client.ts';
import { useSession } from '../api/session.tsx';
import { useFormat, useWords } from '../language/language.tsx';
import { Asked } from '../parts/asked.tsx';
import { PageTitle } from '../parts/page-title.tsx';
import { Panel } from '../parts/panel.tsx';
import { Rows } from '../parts/rows.tsx';
import { Empty, Waiting } from '../parts/states.tsx';
import { figuresWords } from './figures.words.ts';
import { HowCounted } from './how-counted.tsx';

const Chart = lazy(() => import('./chart.tsx').then(({ Chart: component }) => ({ default: component })));

const sdgTable = (areaCode: string, asOf: string | undefined) =>
  queryOptions({
    queryKey: ['sdg', areaCode, asOf],
    queryFn: () => bodyOf(api.reporting.GET('/v1/sdg/1.3.1', { params: { query: { areaCode, asOf } } })),
  });

/** SDG 1.3.1 as chart and table, each figure with how it was counted. */
export function FiguresPage() {
  const say = useWords(figuresWords);
  const format = useFormat();
  const session = useSession();
  const { areaCode = session?.areas[0] ?? '', asOf } = useSearch({ from: '/figures' });
  const lacksCountry = useLacksCountry();
  const table = useQuery({ ...sdgTable(areaCode, asOf), enabled: !lacksCountry && areaCode !== '' });
  const none = <Empty title={say('none')}>{say('noneText')}</Empty>;
  const file = (format_: string) =>
    linkTo('reporting', `/v1/sdg/1.3.1?${searchOf({ areaCode, asOf, format: format_ })}`);
  return (
    <>
      <PageTitle title={say('title')} line={table.data && say('line', { on: format.date(table.data.asOf) })}>
        {table.data && (
          <>
            <Button variant="default" component="a" href={file('csv')} download>
              {say('csv')}
            </Button>
            <Button variant="default" component="a" href={file('xlsx')} download>
              {say('xlsx')}
            </Button>
          </>
        )}
      </PageTitle>
      <Stack gap="lg">
        <Filter areaCode={areaCode} asOf={asOf} />
        {lacksCountry ? (
          none
        ) : (
          <Asked of={table} rows={8}>
            {({ items }) => (items.length === 0 ? none : <Figures rows={items} />)}
          </Asked>
        )}
      </Stack>
    </>
  );
}

function Figures({ rows }: { rows: SdgRow[] }) {
  const say = useWords(figuresWords);
  const format = useFormat();
  const all = rows.filter(({ sex, value }) => sex === '_T' && value !== null);
  return (
    <>
      <Panel title={say('chart')}>
        <Suspense fallback={<Waiting rows={6} />}>
          <Chart bars={all.map(({ series, value }) => ({ name: say(series), value: value ?? 0 }))} />
        </Suspense>
      </Panel>
      <Rows
        heads={[say('series'), say('sex'), say('covered'), say('ofPeople'), say('share'), say('how')]}
        figures={[2, 3, 4]}
        minWidth={820}
        rows={rows.map((row, index) => {
          // How it was counted is the same for women and men.
          const opens = row.series !== rows[index - 1]?.series;
          return [
            `${row.series} ${row.sex} ${row.ageGroup}`,
            opens ? <strong key="n">{say(row.series)}</strong> : <span key="n">{say(row.series)}</span>,
            say(row.sex),
            row.numerator === null ? '–' : format.number(row.numerator),
            row.denominator === null ? '–' : format.number(row.denominator),
            row.value === null ? say('notComputed') : format.percent(row.value),
            opens && <HowCounted key="h" row={row} />,
          ];
        })}
      />
    </>
  );
}

function Filter({ areaCode, asOf }: { areaCode: string; asOf: string | undefined }) {
  const say = useWords(figuresWords);
  const navigate = useNavigate();
  const places = useOwnAreas();
  const [area, setArea] = useState(areaCode);
  const [on, setOn] = useState(asOf ?? '');
  const show = (event: FormEvent) => {
    event.preventDefault();
    void navigate({ to: '/figures', search: { areaCode: area, ...(on && { asOf: on }) } });
  };
  return (
    <form onSubmit={show}>
      <Group align="flex-end">
        <NativeSelect
          label={say('area')}
          value={area}
          onChange={(event) => setArea(event.currentTarget.value)}
          data={places.map(({ code, name }) => ({ value: code, label: name }))}
        />
        <TextInput label={say('asOf')} type="date" value={on} onChange={(event) => setOn(event.currentTarget.value)} />
        <Button type="submit">{say('show')}</Button>
      </Group>
    </form>
  );
}
