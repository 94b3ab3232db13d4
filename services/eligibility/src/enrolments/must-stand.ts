import {
  DuplicateSuspected,
  HouseholdIsClosed,
  NoConsent,
  ProgrammeNotOpen,
  SubjectNotFound,
} from '../eligibility.errors.ts';
import { type Candidate, type Obstacle, obstacleTo } from './obstacle.ts';

const refusals = {
  household_closed: HouseholdIsClosed,
  member_left: SubjectNotFound,
  no_consent: NoConsent,
  programme_retired: ProgrammeNotOpen,
  duplicate_suspected: DuplicateSuspected,
} satisfies Record<Obstacle, unknown>;

/** Throws the refusal that says what keeps a candidate from being in the programme. */
export function mustStand(candidate: Candidate): void {
  const obstacle = obstacleTo(candidate);
  if (obstacle) throw new refusals[obstacle]();
}
