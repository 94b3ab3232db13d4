import type { ScreeningResult } from '@janela/contracts';
import type { PlainDate } from '@janela/kernel';

import { determine, type Determined, entitlementOf, reasonsOf } from '../determinations/determine.ts';
import type { RuleVersion } from '../programmes/rule-version.ts';
import { findWouldChange } from '../rules/explain/would-change.ts';
import type { Household } from '../rules/facts/household.ts';
import { snapshotOf } from '../rules/facts/snapshot-of.ts';

/**
 * Returns what each programme says of a household on a day, with reasons, amount and what would change it. A programme that
 * covers persons has a result for each member who may qualify; where no member may, for the one who is nearest to it, so that
 * no programme is left out.
 */
export function screenHousehold(
  versions: readonly RuleVersion[],
  household: Household,
  asOf: PlainDate,
): ScreeningResult[] {
  const snapshot = snapshotOf(household, asOf);
  return versions.flatMap((version) => {
    if (version.programme.unit === 'household') return [toResult(determine(version, snapshot))];
    return inQuestion(snapshot.members.map((_, person) => determine(version, { ...snapshot, person }))).map(toResult);
  });
}

function inQuestion(members: readonly Determined[]): Determined[] {
  const open = members.filter(({ outcome }) => outcome !== 'ineligible');
  return open.length > 0 ? open : members.toSorted((a, b) => unmet(a) - unmet(b)).slice(0, 1);
}

function unmet({ verdict }: Determined): number {
  return verdict.criteria.filter(({ met }) => met !== true).length;
}

function toResult(determined: Determined): ScreeningResult {
  const { version, snapshot, verdict, outcome, amountMinor } = determined;
  const { code: programme, id: programmeId, names: title } = version.programme;
  const personId = snapshot.person === undefined ? undefined : snapshot.members[snapshot.person]?.personId;
  const entitlement =
    outcome === 'ineligible' ? undefined : entitlementOf({ programme: version.programme, amountMinor });
  const isAmountUnknown = outcome !== 'ineligible' && version.amountOf !== undefined && amountMinor === null;
  return {
    programme,
    programmeId,
    title,
    version: version.number,
    ...(personId !== undefined && { personId }),
    outcome,
    reasons: reasonsOf(determined),
    ...(entitlement && { entitlement }),
    ...(isAmountUnknown && { amountMissing: version.amountMissing?.(snapshot) ?? [] }),
    wouldChange: findWouldChange(version.rules, snapshot, verdict),
  };
}
