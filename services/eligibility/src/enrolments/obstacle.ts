import type { EnrolmentReason } from '@janela/contracts';

import { type KnownHousehold, livingHousehold, mayBeJudged } from '../household-facts/known-household.ts';

/** What keeps somebody from being in a programme. */
export type Obstacle = Extract<
  EnrolmentReason,
  'household_closed' | 'member_left' | 'no_consent' | 'programme_retired' | 'duplicate_suspected'
>;

/** What is known of somebody who is to be in a programme, for the first time or again. */
export interface Candidate {
  /** The person where it is one, else the household. */
  personId: string | null;
  household: KnownHousehold | undefined;
  /** Whether a version of the programme is in force. */
  isInForce: boolean;
  /** Whether somebody of the same official number is in it, and nobody has said why both may be. */
  isTwice: boolean;
}

/** The first thing that keeps somebody from being in a programme today; the same on every way into it. What was not heard of forbids. */
export function obstacleTo({ personId, household, isInForce, isTwice }: Candidate): Obstacle | undefined {
  const living = household && livingHousehold(household);
  if (!living) return 'household_closed';
  if (personId !== null && !living.members.some((member) => member.personId === personId)) return 'member_left';
  if (!mayBeJudged(household)) return 'no_consent';
  if (!isInForce) return 'programme_retired';
  return isTwice ? 'duplicate_suspected' : undefined;
}
