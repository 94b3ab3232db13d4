import type { Application } from '@janela/contracts';
import { List, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';

import { useNames } from '../api/people-names.ts';
import { useMay } from '../api/use-may.ts';
import { householdById } from '../households/household.api.ts';
import { householdsWords } from '../households/households.words.ts';
import { headOf, livingOf, titleOf } from '../households/living.ts';
import { PayeeLine } from '../households/payee-line.tsx';
import { useFormat, useWords } from '../language/language.tsx';
import { AreaName } from '../parts/area-name.tsx';
import { Asked } from '../parts/asked.tsx';
import { Panel } from '../parts/panel.tsx';
import { Failed } from '../parts/states.tsx';
import { decisionsWords, standingWords } from './decisions.words.ts';
import { Suspicions } from './duplicates.tsx';

/** Whom a decision is about: the person, the household, where it lives, what it has, and where the money would go. */
export function Applicant({ application }: { application: Application }) {
  const say = useWords(decisionsWords);
  const mayRead = useMay('readHousehold');
  const household = useQuery({ ...householdById(application.householdId), enabled: mayRead });
  return (
    <>
      <Panel title={say('about')}>
        <Who application={application} />
        <AlreadyHas application={application} />
      </Panel>
      <Suspicions of={application.suspectedDuplicates} />
      {mayRead && (
        <Panel title={say('money')}>
          <Asked of={household} rows={1}>
            {(found) => <PayeeLine household={found} />}
          </Asked>
        </Panel>
      )}
    </>
  );
}

function Who({ application: { householdId, personId, areaCode } }: { application: Application }) {
  const say = useWords(decisionsWords);
  const mayRead = useMay('readHousehold');
  const asked = useQuery({ ...householdById(householdId), enabled: mayRead });
  const household = asked.data;
  const names = useNames({ personIds: [personId], householdIds: [householdId] });
  const named = names.household(householdId);
  const head = household && headOf(household);
  const person = household?.members.find((member) => member.personId === personId);
  const number = household?.number ?? named?.number;
  const address = household?.address ?? named?.address;
  return (
    <Stack gap={2}>
      {!household && !named && (asked.error ?? names.failure) && (
        <Failed
          error={asked.error ?? names.failure ?? new Error()}
          what={say('about')}
          retry={() => {
            names.again();
            void asked.refetch();
          }}
        />
      )}
      <Text fw={600}>
        {person ? titleOf(person) : (names.person(personId) ?? (head ? titleOf(head) : names.headOf(householdId)))}
      </Text>
      <Text>
        {number &&
          (mayRead ? (
            <Link to="/households/$id" params={{ id: householdId }}>
              {number}
            </Link>
          ) : (
            number
          ))}
        {personId && head && ` · ${titleOf(head)}`}
        {household && ` · ${say('people', { count: livingOf(household).length })}`}
      </Text>
      <Text c="dimmed">
        {address && `${address}, `}
        <AreaName code={areaCode} />
      </Text>
    </Stack>
  );
}

/** Whether the supervisor who decides could see whom it is for and where the money would go, as far as their rights reach. */
export function useIsApplicantShown({ householdId, personId }: Application): boolean {
  const mayRead = useMay('readHousehold');
  const household = useQuery({ ...householdById(householdId), enabled: mayRead });
  const names = useNames({ personIds: [personId], householdIds: [householdId] });
  return mayRead ? household.data !== undefined : names.household(householdId) !== undefined;
}

/** In which other programmes the household and its people are. */
function AlreadyHas({ application }: { application: Application }) {
  const say = useWords(decisionsWords);
  const standing = useWords(standingWords);
  const households = useWords(householdsWords);
  const format = useFormat();
  const { alreadyReceives } = application.household;
  const names = useNames({ personIds: alreadyReceives.map(({ personId }) => personId) });
  return (
    <div>
      <Text fw={600} fz="sm">
        {say('has')}
      </Text>
      {alreadyReceives.length === 0 ? (
        <Text c="dimmed">{say('hasNothing')}</Text>
      ) : (
        <List size="sm">
          {alreadyReceives.map(({ title, state, since, personId, entitlement }, index) => (
            <List.Item key={index}>
              {[
                say.of(title),
                names.person(personId),
                state in standingWords ? standing(state as keyof typeof standingWords) : state,
                entitlement && `${format.money(entitlement)} ${households(entitlement.frequency)}`,
                since && households('since', { on: format.date(since) }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </List.Item>
          ))}
        </List>
      )}
    </div>
  );
}
