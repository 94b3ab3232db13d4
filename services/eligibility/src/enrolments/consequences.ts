import type { EnrolmentReason } from '@janela/contracts';
import { addDays, type PlainDate } from '@janela/kernel';

import { type Death, type KnownHousehold, livingHousehold } from '../household-facts/known-household.ts';
import type { EnrolmentEntity } from './enrolment.entity.ts';
import { obstacleTo } from './obstacle.ts';
import type { Difference, Transition } from './transition.ts';
import type { Twice } from './twice.ts';

/** What is to be done about an enrolment. */
export type Consequence =
  | { readonly does: 'end' | 'suspend' | 'keepSuspended' | 'resume'; readonly transition: Transition }
  | { readonly does: 'change'; readonly difference: Difference; readonly transition: Transition };

/** What is known now of those whom an enrolment is about. */
export interface EnrolmentNews {
  /** The household of the enrolment, or the one in which its person lives now. */
  household: KnownHousehold;
  /** The death of the person whom it covers, where it covers one. */
  death?: Death | undefined;
  /** Whether a version of its programme is in force. */
  isInForce: boolean;
  /** Who of the same official number is in the programme, where nobody has said why both may be. */
  twice?: Twice | undefined;
  /** The day from which the news holds. */
  on: PlainDate;
  /** Whether it is only of deaths: who is no member any more has died, of which the register tells as well. */
  isOfDeaths?: boolean | undefined;
}

/**
 * What follows for an enrolment from what is known now, however often and in whatever order it became known: asked again, the
 * answer is nothing. A death that is only reported can be taken back, and so suspends; one that is certified ends. A departure
 * suspends, for whoever left may live in another household by tomorrow. What was suspended by itself goes on by itself once all
 * that an approval asks for holds again; of two enrolments of the same official number the later one waits for a person's reason.
 */
export function consequencesOf(enrolment: EnrolmentEntity, news: EnrolmentNews): Consequence[] {
  const { household, death, on, isOfDeaths = false } = news;
  const { personId, state } = enrolment;
  const living = livingHousehold(household);
  const deaths = personId === null ? (living ? [] : household.deaths) : death ? [death] : [];
  if (deaths.length > 0 && household.state === 'active') return afterDeath(enrolment, deaths);
  if (household.state !== 'active') return afterHousehold(enrolment, household);
  const isMember = personId === null || living?.members.some((member) => member.personId === personId);
  const from = latest(on, enrolment.changedOn);
  // Who has left one household may be heard of in another yet, and is paid nowhere until then.
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
    ...afterObstacles(enrolment, news, from),
    ...(difference
      ? [{ does: 'change' as const, difference, transition: { reason: whyOf(enrolment, difference, household), from } }]
      : []),
  ];
}

/** What an enrolment is suspended for by itself, as long as that lasts. */
const ownReasons: readonly EnrolmentReason[] = [
  ...(['member_died', 'member_left', 'no_consent', 'programme_retired', 'duplicate_suspected'] as const),
];

/** What follows for one whose household lives, and whose person is in it. */
function afterObstacles(enrolment: EnrolmentEntity, news: EnrolmentNews, from: PlainDate): Consequence[] {
  const { personId, state, reason } = enrolment;
  const { household, isInForce, twice } = news;
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
  // A place in a queue is no loss, and must not go to somebody who may have died.
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
