import type { EnrolmentReason } from '@janela/contracts';
import { addDays, type PlainDate } from '@janela/kernel';

import { type Death, type KnownHousehold, livingHousehold } from '../household-facts/known-household.ts';
import type { EnrolmentEntity } from './enrolment.entity.ts';
import { obstacleTo } from './obstacle.ts';
import type { Difference, Transition } from './transition.ts';
import type { Twice } from './find-twice.ts';

/** What is to be done about an enrolment. */
export type Consequence =
  | { readonly does: 'end' | 'suspend' | 'keepSuspended' | 'resume'; readonly transition: Transition }
  | { readonly does: 'change'; readonly difference: Difference; readonly transition: Transition };

/** What is known now of the household and person of an enrolment. */
export interface EnrolmentFindings {
  /** The household of the enrolment, or the one in which its person lives now. */
  household: KnownHousehold;
  /** The death of the person whom it covers, where it covers one. */
  death?: Death | undefined;
  /** Whether a version of its programme is in force. */
  isInForce: boolean;
  /** The other of the same official number in the programme, where no supervisor has said why both may be. */
  twice?: Twice | undefined;
  /** The day from which it holds. */
  on: PlainDate;
  /** Whether it is only about deaths: a person who is no member any more has died, which the register publishes as well. */
  isOfDeaths?: boolean | undefined;
}

/**
 * Returns what follows for an enrolment from what is known now, in whatever order it became known; once that is done, nothing.
 * A death that is only reported and a departure can be taken back, and so suspend; a certified death ends.
 */
export function consequencesOf(enrolment: EnrolmentEntity, findings: EnrolmentFindings): Consequence[] {
  const { household, death, on, isOfDeaths = false } = findings;
  const { personId, state } = enrolment;
  const living = livingHousehold(household);
  const deaths = personId === null ? (living ? [] : household.deaths) : death ? [death] : [];
  if (deaths.length > 0 && household.state === 'active') return afterDeath(enrolment, deaths);
  if (household.state !== 'active') return afterHousehold(enrolment, household);
  const isMember = personId === null || living?.members.some((member) => member.personId === personId);
  const from = latest(on, enrolment.changedOn);
  // A person who has left one household may be a member of another soon, and is not paid until then.
  if (!isMember && state === 'active' && !isOfDeaths)
    return [{ does: 'suspend', transition: { reason: 'member_left', from } }];
  if (!living || !isMember) return [];
  const difference = differenceOf(
    enrolment,
    living.areaCode,
    household,
    living.members.map((member) => member.personId),
  );
  return [
    ...afterObstacles(enrolment, findings, from),
    ...(difference
      ? [{ does: 'change' as const, difference, transition: { reason: whyOf(enrolment, difference, household), from } }]
      : []),
  ];
}

/** The reasons that suspend an enrolment without an officer, for as long as they hold. */
const ownReasons: readonly EnrolmentReason[] = [
  ...(['member_died', 'member_left', 'no_consent', 'programme_retired', 'duplicate_suspected'] as const),
];

/** Returns what follows for an enrolment whose household has living members, and whose person is one of them. */
function afterObstacles(enrolment: EnrolmentEntity, findings: EnrolmentFindings, from: PlainDate): Consequence[] {
  const { personId, state, reason } = enrolment;
  const { household, isInForce, twice } = findings;
  if (state === 'active' && twice?.isLater)
    return [{ does: 'suspend', transition: { reason: 'duplicate_suspected', from } }];
  if (state !== 'suspended' || !ownReasons.includes(reason)) return [];
  const obstacle = obstacleTo({ personId, household, isInForce, isTwice: twice !== undefined });
  if (obstacle) return obstacle === reason ? [] : [{ does: 'keepSuspended', transition: { reason: obstacle, from } }];
  const why = reason === 'duplicate_suspected' ? 'case_resolved' : 'household_changed';
  return [{ does: 'resume', transition: { reason: why, from } }];
}

function afterDeath(enrolment: EnrolmentEntity, deaths: readonly Death[]): Consequence[] {
  const last = deaths.map(({ diedOn }) => diedOn).reduce(latest);
  const transition: Transition = { reason: 'member_died', from: latest(addDays(last, 1), enrolment.fromOn ?? last) };
  const isCertain = deaths.every(({ certainty }) => certainty === 'certified');
  // An enrolment that waits loses nothing that was granted, and its place must not go to a person who may have died.
  if (isCertain || enrolment.state === 'waitlisted') return [{ does: 'end', transition }];
  return enrolment.state === 'active' ? [{ does: 'suspend', transition }] : [];
}

function afterHousehold(enrolment: EnrolmentEntity, { state, overOn }: KnownHousehold): Consequence[] {
  const over = overOn ?? enrolment.changedOn;
  const reason = state === 'merged' ? 'duplicate' : 'household_closed';
  return [{ does: 'end', transition: { reason, from: latest(over, enrolment.fromOn ?? over) } }];
}

function differenceOf(
  enrolment: EnrolmentEntity,
  areaCode: string,
  { householdId }: KnownHousehold,
  memberIds: readonly string[],
): Difference | undefined {
  const covered = enrolment.personId === null ? memberIds : enrolment.coveredPersonIds;
  const isSame = covered.toSorted().join() === enrolment.coveredPersonIds.toSorted().join();
  const difference = {
    ...(householdId !== enrolment.householdId && { householdId }),
    ...(areaCode !== enrolment.areaCode && { areaCode }),
    ...(!isSame && { coveredPersonIds: [...covered] }),
  };
  return Object.keys(difference).length > 0 ? difference : undefined;
}

function whyOf(
  { coveredPersonIds }: EnrolmentEntity,
  { areaCode, coveredPersonIds: covered }: Difference,
  { deaths }: KnownHousehold,
): Transition['reason'] {
  if (areaCode !== undefined) return 'moved';
  const gone = coveredPersonIds.filter((id) => !(covered ?? coveredPersonIds).includes(id));
  return gone.some((id) => deaths.some(({ personId }) => personId === id)) ? 'member_died' : 'household_changed';
}

function latest(a: PlainDate, b: PlainDate): PlainDate {
  return a > b ? a : b;
}
