import { Button, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';

import { useTimeZone } from '../api/country.ts';
import { programmes, useProgrammeName } from '../api/names.ts';
import { useHasRole } from '../api/session.tsx';
import { cycleStateWords } from '../codes/state.words.ts';
import { monthNow } from '../language/dates.ts';
import { useFormat, useWords } from '../language/language.tsx';
import { Listed } from '../parts/listed.tsx';
import { PageTitle } from '../parts/page-title.tsx';
import { Panel } from '../parts/panel.tsx';
import { Rows } from '../parts/rows.tsx';
import { StateBadge } from '../parts/state-badge.tsx';
import { SendPart } from '../parts/send-part.tsx';
import { Empty } from '../parts/states.tsx';
import { cycles, paidProgrammes, useOpenCycle } from './payments.api.ts';
import { paymentsWords } from './payments.words.ts';

/** Every cycle, newest first, and the way to open one. */
export function CyclesPage() {
  const say = useWords(paymentsWords);
  const format = useFormat();
  const nameOf = useProgrammeName();
  const mayOpen = useHasRole('payments-officer');
  const heads = [say('programme'), say('period'), say('payments'), say('total'), say('opened'), say('state')];
  return (
    <>
      <PageTitle title={say('title')} line={say('line')} />
      <Stack gap="lg">
        {mayOpen && <Open />}
        <Listed of={useInfiniteQuery(cycles)} none={<Empty title={say('none')}>{say('noneText')}</Empty>}>
          {(items) => (
            <Rows
              heads={heads}
              figures={[2, 3]}
              minWidth={720}
              rows={items.map((cycle) => [
                cycle.id,
                <Link key="l" to="/payments/$id" params={{ id: cycle.id }}>
                  {`${say.of(nameOf(cycle.programme))} (${cycle.programme})`}
                </Link>,
                format.month(cycle.period),
                format.number(cycle.count),
                format.money({ amountMinor: cycle.totalMinor, currency: cycle.currency }),
                format.date(cycle.openedAt),
                <StateBadge key="s" of={cycleStateWords[cycle.state]} />,
              ])}
            />
          )}
        </Listed>
      </Stack>
    </>
  );
}

function Open() {
  const say = useWords(paymentsWords);
  const format = useFormat();
  const programmeName = useProgrammeName();
  const nameOf = (code: string) => say.of(programmeName(code));
  const { data } = useQuery(programmes);
  const paid = useQuery(paidProgrammes);
  const open = useOpenCycle();
  const [programme, setProgramme] = useState('');
  const thisMonth = monthNow(useTimeZone());
  const [chosenPeriod, setPeriod] = useState<string>();
  const period = chosenPeriod ?? thisMonth;
  const paying = data?.items.filter(({ contributory }) => !contributory) ?? [];
  const chosen = programme || paying[0]?.code || '';
  const enrolments = paid.data?.items.find((each) => each.programme === chosen)?.enrolments;
  const send = (event: FormEvent) => {
    event.preventDefault();
    open.mutate({ programme: chosen, period: period as `${number}-${number}` });
  };
  return (
    <Panel title={say('open')}>
      <form onSubmit={send}>
        <Group align="flex-end">
          <NativeSelect
            label={say('programme')}
            data={paying.map(({ code, names }) => ({ value: code, label: `${say.of(names)} (${code})` }))}
            value={chosen}
            onChange={(event) => setProgramme(event.currentTarget.value)}
          />
          <TextInput
            type="month"
            label={say('period')}
            value={period}
            required
            onChange={(event) => setPeriod(event.currentTarget.value)}
          />
          <SendPart of={open}>
            <Button type="submit" loading={open.isPending} disabled={!chosen}>
              {say('open')}
            </Button>
          </SendPart>
        </Group>
      </form>
      {enrolments !== undefined && (
        <Text c="dimmed" fz="sm" mt="xs">
          {say('knownEnrolments', { count: enrolments })}
        </Text>
      )}
      {open.data && (
        <Text role="status">
          {nameOf(open.data.programme)} · {format.month(open.data.period)}
        </Text>
      )}
    </Panel>
  );
}
