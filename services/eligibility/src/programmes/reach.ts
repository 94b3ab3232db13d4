import { setImmediate as breathe } from 'node:timers/promises';

import type { AssistanceUnit, PlainDate, Reach } from '@janela/contracts';

import { type KnownHousehold, livingHousehold, mayBeJudged } from '../household-facts/known-household.ts';
import type { CompiledRuleSet } from '../rules/compile/compile-rule-set.ts';
import { snapshotOf } from '../rules/facts/snapshot-of.ts';
import { scopeOf } from '../rules/language/scope.ts';

/** So many households give the shares below to a fraction of a per cent, and are judged in less than a second. */
export const householdsToTry = 5_000;

/** From these shares on, a rule is more likely a slip of the pen than a policy. */
const nearlyAll = 0.95;
const nearlyNone = 0.001;

/** Other requests are served after so many households. */
const atATime = 100;

/** Tries rules on households: how many units are judged, and how many of them would be eligible. */
export async function measureReach(
  rules: CompiledRuleSet,
  unit: AssistanceUnit,
  households: readonly KnownHousehold[],
  asOf: PlainDate,
): Promise<Pick<Reach, 'judged' | 'eligible'>> {
  let [judged, eligible] = [0, 0];
  for (const [index, known] of households.entries()) {
    if (index % atATime === atATime - 1) await breathe();
    const household = livingHousehold(known);
    if (!household || !mayBeJudged(known)) continue;
    const snapshot = snapshotOf(household, asOf);
    const snapshots =
      unit === 'household' ? [snapshot] : snapshot.members.map((_, person) => ({ ...snapshot, person }));
    judged += snapshots.length;
    eligible += snapshots.filter((each) => rules.holds(scopeOf(each)) === true).length;
  }
  return { judged, eligible };
}

/**
 * Returns whether so few, or so nearly all, would qualify that the publisher must say that it is meant. Of none tried, nothing
 * can be said.
 */
export function isExtreme({ judged, eligible }: Pick<Reach, 'judged' | 'eligible'>): boolean {
  if (judged === 0) return false;
  const share = eligible / judged;
  return share >= nearlyAll || share <= nearlyNone;
}
