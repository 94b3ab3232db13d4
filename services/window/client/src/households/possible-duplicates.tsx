import { Alert, Button, Group, Stack, Text } from '@mantine/core';

import { useNames } from '../api/people-names.ts';
import { useWords } from '../language/language.tsx';
import { LinkButton } from '../parts/link-button.tsx';
import { householdsWords } from './households.words.ts';
import { foundStandingWords, matchedWords } from './people.words.ts';
import type { Found } from './register-once.ts';
import { registeringWords } from './registering.words.ts';

interface Choice {
  known: Found;
  stop: () => void;
  goOn: () => void;
  busy: boolean;
}

/** Who is in the register already, before anything is saved: those who may be the same, and official numbers of other districts. */
export function AlreadyThere(props: Choice) {
  return props.known.found.length > 0 ? <PossibleDuplicates {...props} /> : <Elsewhere {...props} />;
}

/** Official numbers that belong to people out of reach: go back, or register all the same. */
function Elsewhere({ known: { elsewhere }, stop, goOn, busy }: Choice) {
  const say = useWords(registeringWords);
  return (
    <Alert color="yellow" title={say('elsewhereTitle', { count: elsewhere })} role="alert">
      <Stack gap="sm">
        <Text>
          {say('nothingSaved')} {say('elsewhereText', { count: elsewhere })}
        </Text>
        <Group>
          <Button onClick={stop}>{say('goBack')}</Button>
          <Button variant="default" loading={busy} onClick={goOn}>
            {say('registerAllTheSame')}
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
}

/** Who may be the same: open it, stop, or say that it is another person. */
function PossibleDuplicates({ known: { found, elsewhere }, stop, goOn, busy }: Choice) {
  const say = useWords(householdsWords);
  const matched = useWords(matchedWords);
  const sayStanding = useWords(foundStandingWords);
  const registering = useWords(registeringWords);
  const names = useNames({
    personIds: found.map(({ personId }) => personId),
    householdIds: found.map(({ householdId }) => householdId),
  });
  return (
    <Alert color="yellow" title={say('duplicateTitle')} role="alert">
      <Stack gap="sm">
        <Text>{say('duplicateBefore')}</Text>
        {found.map(({ householdId, personId, number, likenessPercent, because, standing }) => {
          const household = names.household(householdId);
          return (
            <Group key={householdId + personId} justify="space-between" align="flex-start">
              <div>
                <Text fw={600}>{names.person(personId)}</Text>
                <Text>
                  {say('duplicateText', { percent: likenessPercent, number })}{' '}
                  {household?.address && `· ${household.address} `}({because.map((each) => matched(each)).join(', ')})
                </Text>
                {standing && <Text fw={600}>{sayStanding(standing)}</Text>}
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
        {elsewhere > 0 && <Text>{registering('elsewhereText', { count: elsewhere })}</Text>}
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
