import type { RegisteredHousehold } from '@janela/contracts';
import { Alert, Button, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';

import { useWords } from '../language/language.tsx';
import { householdsWords } from './households.words.ts';
import { matchedWords } from './people.words.ts';

/** The household is registered; here is who it may be already, and why that is thought. Nothing is merged by the machine. */
export function PossibleDuplicates({ household, goOn }: { household: RegisteredHousehold; goOn: () => void }) {
  const say = useWords(householdsWords);
  const matched = useWords(matchedWords);
  return (
    <Alert color="yellow" title={say('duplicateTitle')} role="alert">
      <Stack gap="sm">
        <Text fw={600}>{say('registered', { number: household.number })}</Text>
        {household.possibleDuplicates.map((other) => (
          <Text key={other.householdId + other.personId}>
            <Link to="/households/$id" params={{ id: other.householdId }}>
              {say('duplicateText', { percent: other.likenessPercent, number: other.number })}
            </Link>{' '}
            ({other.because.map((each) => matched(each)).join(', ')})
          </Text>
        ))}
        <Button w="fit-content" onClick={goOn}>
          {say('next')}
        </Button>
      </Stack>
    </Alert>
  );
}
