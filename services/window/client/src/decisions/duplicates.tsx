import type { SuspectedDuplicate } from '@janela/contracts';
import { Alert, List, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';

import { useNames } from '../api/people-names.ts';
import { useWords } from '../language/language.tsx';
import { decisionsWords, evidenceWords, standingWords } from './decisions.words.ts';

/** Who the people of an application may be already, why that is thought, and what that other person has. */
export function Suspicions({ of: suspicions }: { of: readonly SuspectedDuplicate[] }) {
  const say = useWords(decisionsWords);
  const evidence = useWords(evidenceWords);
  const standing = useWords(standingWords);
  const names = useNames({
    personIds: suspicions.flatMap(({ personId, otherPersonId }) => [personId, otherPersonId]),
    householdIds: suspicions.map(({ otherHouseholdId }) => otherHouseholdId),
  });
  const known = <Key extends string>(table: Record<Key, unknown>, code: string): code is Key => code in table;
  if (suspicions.length === 0) return null;
  return (
    <Alert color="yellow" title={say('duplicates')}>
      <Stack gap="sm">
        {suspicions.map((each) => (
          <div key={each.duplicateId}>
            <Text>
              {say('mayBe', {
                name: names.person(each.personId) ?? '',
                other: names.person(each.otherPersonId) ?? '',
                percent: Math.round(each.weight * 100),
              })}{' '}
              <Link to="/households/$id" params={{ id: each.otherHouseholdId }}>
                {names.household(each.otherHouseholdId)?.number ?? say('otherHousehold')}
              </Link>{' '}
              ({each.matchedOn.map((code) => (known(evidenceWords, code) ? evidence(code) : code)).join(', ')})
            </Text>
            {each.otherDied && <Text>{say('otherDied')}</Text>}
            {each.enrolledIn.length > 0 && (
              <List size="sm">
                {each.enrolledIn.map((there, index) => (
                  <List.Item key={index}>
                    {say.of(there.title)} · {known(standingWords, there.state) ? standing(there.state) : there.state}
                  </List.Item>
                ))}
              </List>
            )}
          </div>
        ))}
      </Stack>
    </Alert>
  );
}
