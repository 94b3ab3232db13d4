import type { PossibleDuplicate } from '@janela/contracts';
import { Alert, Button, Group, Stack, Text } from '@mantine/core';

import { useNames } from '../api/people-names.ts';
import { useWords } from '../language/language.tsx';
import { LinkButton } from '../parts/link-button.tsx';
import { householdsWords } from './households.words.ts';
import { matchedWords } from './people.words.ts';

/** Who is in the register already and may be the same, before anything is saved: open it, stop, or say that it is somebody else. */
export function PossibleDuplicates({
  found,
  stop,
  goOn,
  busy,
}: {
  found: PossibleDuplicate[];
  stop: () => void;
  goOn: () => void;
  busy: boolean;
}) {
  const say = useWords(householdsWords);
  const matched = useWords(matchedWords);
  const names = useNames({
    personIds: found.map(({ personId }) => personId),
    householdIds: found.map(({ householdId }) => householdId),
  });
  return (
    <Alert color="yellow" title={say('duplicateTitle')} role="alert">
      <Stack gap="sm">
        <Text>{say('duplicateBefore')}</Text>
        {found.map(({ householdId, personId, number, likenessPercent, because }) => {
          const household = names.household(householdId);
          return (
            <Group key={householdId + personId} justify="space-between" align="flex-start">
              <div>
                <Text fw={600}>{names.person(personId) ?? household?.head}</Text>
                <Text>
                  {say('duplicateText', { percent: likenessPercent, number })}{' '}
                  {household?.address && `· ${household.address} `}(
                  {because.map((each) => (each in matchedWords ? matched(each) : each)).join(', ')})
                </Text>
              </div>
              <LinkButton
                variant="default"
                size="sm"
                to="/households/$id"
                params={{ id: householdId }}
                aria-label={`${say('openHousehold')}: ${number}`}
              >
                {say('openHousehold')}
              </LinkButton>
            </Group>
          );
        })}
        <Group>
          <Button onClick={stop}>{say('stop')}</Button>
          <Button variant="default" loading={busy} onClick={goOn}>
            {say('anotherPerson')}
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
}
