import type { Determination, Entitlement, Reason } from '@janela/contracts';

import type { KnownProgramme, RuleVersion } from '../programmes/rule-version.ts';
import type { Verdict } from '../rules/compile/verdict.ts';
import { explain } from '../rules/explain/explain.ts';
import type { FactSnapshot } from '../rules/facts/read-facts.ts';

/** What a version of a programme says of one snapshot of facts. */
export interface Determined {
  version: RuleVersion;
  snapshot: FactSnapshot;
  verdict: Verdict;
  outcome: Determination;
  /** What one payment comes to; null where it is not known, or nothing is paid out. */
  amountMinor: number | null;
}

/** Judges a snapshot. Pure: the snapshot and the version give the same answer in ten years. */
export function determine(version: RuleVersion, snapshot: FactSnapshot): Determined {
  const verdict = version.rules.judge(snapshot);
  return { version, snapshot, verdict, outcome: verdict.outcome, amountMinor: version.amountOf?.(snapshot) ?? null };
}

/** Returns the reasons of what was determined, in every language. */
export function reasonsOf({ version, verdict, snapshot }: Determined): Reason[] {
  return explain(version.rules, verdict, snapshot);
}

/** Returns what would be due each time, where it is known and anything is paid out at all. */
export function entitlementOf({
  programme,
  amountMinor,
}: {
  programme: KnownProgramme;
  amountMinor: number | null;
}): Entitlement | undefined {
  if (amountMinor === null) return undefined;
  return { amountMinor, currency: programme.currency, frequency: programme.frequency };
}
