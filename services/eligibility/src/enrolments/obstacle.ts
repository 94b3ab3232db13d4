import type { EnrolmentReason } from '@janela/contracts';

import { type KnownHousehold, livingHousehold, mayBeJudged } from '../household-facts/known-household.ts';

/** What keeps a person or a household from being in a programme. */
export type Obstacle = Extract<
  EnrolmentReason,
  'household_closed' | 'member_left' | 'no_consent' | 'programme_retired' | 'duplicate_suspected'
>;

/** What is known of a person or a household that is to be in a programme, for the first time or again. */
export interface Candidate {
  /** The person where it is one, else the household. */
  personId: string | null;
  household: KnownHousehold | undefined;
  /** Whether a version of the programme is in force. */
  isInForce: boolean;
  /** Whether another of the same official number is in it, and no supervisor has said why both may be. */
  isTwice: boolean;
}

/**
 * Returns the first thing that keeps a candidate from being in a programme today; the same on every way into it. What is not
 * known forbids.
 */
export function obstacleTo({ personId, household, isInForce, isTwice }: Candidate): Obstacle | undefined {
  const living = household && livingHousehold(household);
  if (!living) return 'household_closed';
  if (personId !== null && !living.members.some((member) => member.personId === personId)) return 'member_left';
  if (!mayBeJudged(household)) return 'no_consent';
  if (!isInForce) return 'programme_retired';
  return isTwice ? 'duplicate_suspected' : undefined;
}
