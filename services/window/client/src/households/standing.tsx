import type { Enrolment, Household, ScreeningResult } from '@janela/contracts';
import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';

import { useMay } from '../api/use-may.ts';
import type { Meaning } from '../codes/meaning.ts';
import { useFormat, useWords } from '../language/language.tsx';
import { Asked } from '../parts/asked.tsx';
import { Badge } from '../parts/badge.tsx';
import { Panel } from '../parts/panel.tsx';
import { Failed, Waiting } from '../parts/states.tsx';
import { enrolmentsOf, factsNotThere, openApplicationsOf, screeningOf, useApply } from './household.api.ts';
import { householdsWords } from './households.words.ts';
import { Receives } from './receives.tsx';
import { Why } from './why.tsx';

/** What a household receives, what it could receive, and what it does not qualify for; each with its reasons one click away. */
export function Standing({ household }: { household: Household }) {
  const say = useWords(householdsWords);
  const mayScreen = useMay('screen');
  const mayRead = useMay('readEnrolments');
  const enrolments = useQuery({ ...enrolmentsOf(household.id), enabled: mayRead });
  if (!mayRead) return null;
  return (
    <Panel title={say('receives')}>
      <Asked of={enrolments} rows={1}>
        {(items) => <Receives enrolments={items} />}
      </Asked>
      {mayScreen && <Screened household={household} enrolments={enrolments.data ?? []} />}
    </Panel>
  );
}

/** What the rules say of the household today. */
function Screened({ household, enrolments }: { household: Household; enrolments: Enrolment[] }) {
  const say = useWords(householdsWords);
  const screening = useQuery(screeningOf(household.id));
  const waits = screening.isPending && screening.failureReason !== null && factsNotThere(screening.failureReason);
  if (screening.data) return <Groups household={household} results={screening.data.results} enrolments={enrolments} />;
  if (screening.error) return <Failed error={screening.error} retry={() => void screening.refetch()} />;
  return (
    <>
      {waits && <Text c="dimmed">{say('screeningWaits')}</Text>}
      <Waiting rows={3} />
    </>
  );
}

const groups = [
  ['eligible', 'couldReceive', 'good'],
  ['needs_review', 'needsReview', 'unknown'],
  ['ineligible', 'doesNotQualify', 'plain'],
] as const satisfies readonly [ScreeningResult['outcome'], keyof typeof householdsWords, Meaning][];

function Groups(props: { household: Household; results: ScreeningResult[]; enrolments: Enrolment[] }) {
  const say = useWords(householdsWords);
  const isIn = ({ programmeId, personId }: ScreeningResult) =>
    props.enrolments.some((each) => each.programmeId === programmeId && each.personId === personId);
  const open = props.results.filter((result) => !isIn(result));
  return groups.map(([outcome, title, meaning]) => {
    const results = open.filter((result) => result.outcome === outcome);
    return (
      results.length > 0 && (
        <Stack key={outcome} gap="xs">
          <Title order={3}>
            <Badge meaning={meaning}>{say(title)}</Badge>
          </Title>
          {results.map((result) => (
            <Result key={result.programme + (result.personId ?? '')} household={props.household} result={result} />
          ))}
        </Stack>
      )
    );
  });
}

function Result({ household, result }: { household: Household; result: ScreeningResult }) {
  const say = useWords(householdsWords);
  const format = useFormat();
  const mayApply = useMay('apply');
  const applications = useQuery(openApplicationsOf(household.id));
  const apply = useApply(household.id);
  const person = household.members.find(({ personId }) => personId === result.personId);
  const pending = applications.data?.some(
    (each) => each.programmeId === result.programmeId && each.personId === result.personId,
  );
  const askFor = () =>
    apply.mutate({ programme: result.programme, ...(result.personId && { personId: result.personId }) });
  return (
    <Stack gap={4} className="result">
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <Stack gap={2}>
          <Text fw={600}>
            {`${say.of(result.title)} (${result.programme})`}
            {person && ` · ${person.givenNames}`}
          </Text>
          {result.entitlement && (
            <Text fz="sm" className="number">
              {format.money(result.entitlement)} {say(result.entitlement.frequency)}
            </Text>
          )}
        </Stack>
        {pending ? (
          <Badge meaning="waits">{say('applied')}</Badge>
        ) : (
          mayApply &&
          result.outcome !== 'ineligible' && (
            <Button size="sm" variant="light" loading={apply.isPending} onClick={askFor}>
              {say('apply')}
            </Button>
          )
        )}
      </Group>
      <Why result={result} />
      {/* What was sent first has been applied for after all, as the line says. */}
      {apply.error && !pending && <Failed error={apply.error} />}
    </Stack>
  );
}
