import type { Enrolment } from '@janela/contracts';
import { Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';

import { useNames } from '../api/people-names.ts';
import { useMay } from '../api/use-may.ts';
import { useWords } from '../language/language.tsx';
import { useDraft } from '../parts/use-draft.ts';
import { WithReason } from '../parts/with-reason.tsx';
import { resumeWords } from './household-actions.words.ts';
import { useResume } from './household.api.ts';

/** Why the enrolment is suspended, the households where the same person may be, and the way to resume it with a reason. */
export function Resume({ enrolment }: { enrolment: Enrolment }) {
  const say = useWords(resumeWords);
  const mayResume = useMay('changeEnrolments');
  const draft = useDraft(`resume ${enrolment.id}`, '');
  const resume = useResume(enrolment);
  const others = [...new Set(enrolment.suspectedDuplicates.map(({ otherHouseholdId }) => otherHouseholdId))];
  const names = useNames({ householdIds: others });
  return (
    <Stack gap="xs" align="flex-start" mt="xs">
      <Text fz="sm">
        {say('suspected')}{' '}
        {others.map((id) => (
          <span key={id}>
            <OtherHousehold id={id} number={names.household(id)?.number} lack={names.headOf(id)} />{' '}
          </span>
        ))}
      </Text>
      {mayResume && (
        <WithReason
          draft={draft}
          of={resume}
          label={say('resume')}
          why={say('why')}
          action={say('confirm')}
          text={say('follows')}
          maxLength={2000}
          onYes={(reason) => resume.mutate({ reason, sending: draft.sending })}
        />
      )}
    </Stack>
  );
}

/** The number of a household, as a link; of one that is out of reach, why no number is shown. */
function OtherHousehold({ id, number, lack }: { id: string; number: string | undefined; lack: string | undefined }) {
  if (!number) return lack;
  return (
    <Link to="/households/$id" params={{ id }}>
      {number}
    </Link>
  );
}
