import type { DecideApplication, SuspectedDuplicate } from '@janela/contracts';
import { invariant } from '@janela/kernel';
import type { Actor, Tx } from '@janela/platform';

import type { DeterminationEntity } from '../determinations/determination.entity.ts';
import { AmountUnknown, DecidedBefore, OwnApplication, OwnHousehold, ReasonNeeded } from '../eligibility.errors.ts';
import { mustStand } from '../enrolments/must-stand.ts';
import { findHandlers } from '../household-facts/handlers.ts';
import { type KnownHousehold, livingHousehold } from '../household-facts/known-household.ts';
import type { RuleVersion } from '../programmes/rule-version.ts';
import type { Household } from '../rules/facts/household.ts';
import type { ApplicationEntity } from './application.entity.ts';
import { DecisionEntity } from './decision.entity.ts';

/** What an officer decides about. */
export interface ApplicationUnderReview {
  application: ApplicationEntity;
  determination: DeterminationEntity;
  version: RuleVersion;
  household: KnownHousehold | undefined;
  isInForce: boolean;
  /** The suspicions because of which approving needs a reason. */
  duplicates: readonly SuspectedDuplicate[];
}

/**
 * Throws where the officer took the application in, registered the household or asked for its payee: two people see each of
 * them.
 */
export async function mustNotHaveHandled(
  tx: Tx,
  actor: Actor,
  { householdId, submittedBy }: ApplicationEntity,
): Promise<void> {
  if (submittedBy === actor.id) throw new OwnApplication();
  const handlers = (await findHandlers(tx, [householdId])).get(householdId) ?? [];
  if (handlers.includes(actor.id)) throw new OwnHousehold();
}

/** Throws where the officer decided the application before an appeal: another one decides it again. */
export async function mustNotHaveDecided(
  tx: Tx,
  actor: Actor,
  { id: applicationId }: ApplicationEntity,
): Promise<void> {
  if (await tx.existsBy(DecisionEntity, { applicationId, decidedBy: actor.id })) throw new DecidedBefore();
}

/** Throws where a refusal, or a decision other than recommended, has no reason. */
export function mustHaveReason(
  { determination: { outcome: recommended } }: ApplicationUnderReview,
  { outcome, reason }: DecideApplication,
): void {
  const isAsRecommended = outcome === 'approved' && recommended === 'eligible';
  if (!isAsRecommended && reason === undefined) throw new ReasonNeeded(`The rules say: ${recommended}`);
}

/** Returns the household that is enrolled by an approval; throws what keeps it from being enrolled. */
export function mustBeGrantable(review: ApplicationUnderReview, { duplicateReason }: DecideApplication): Household {
  const { application, determination, version, household: known, duplicates, isInForce } = review;
  const { personId } = application;
  const isTwice = duplicates.length > 0 && duplicateReason === undefined;
  mustStand({ personId, household: known, isInForce, isTwice });
  const household = known && livingHousehold(known);
  invariant(household, 'mustStand has found living members');
  if (version.amountOf && determination.amountMinor === null) {
    const missing = version.amountMissing?.(determination.snapshot) ?? [];
    throw new AmountUnknown(undefined, { members: { missing: missing.map(({ fact }) => fact).join(' ') } });
  }
  return household;
}
