import type { Determination, Entitlement, Reason } from '@janela/contracts';
import type { PlainDate } from '@janela/kernel';

import { factCatalogue } from '../facts/catalogue.ts';
import type { Household } from '../facts/household.ts';
import { readFacts, type FactSnapshot } from '../facts/read-facts.ts';
import type { KnownProgramme, RuleVersion } from '../programmes/rule-version.ts';
import { explain } from '../rules/explain.ts';
import type { Verdict } from '../rules/verdict.ts';

/** What a version of a programme says of one fact sheet. */
export interface Determined {
  version: RuleVersion;
  sheet: FactSnapshot;
  verdict: Verdict;
  outcome: Determination;
  /** What one payment comes to; null where it is not known, or nothing is paid out. */
  amountMinor: number | null;
}

/** Everything that rules may ask of a household on a day, and of the person who is judged where there is one. */
export function snapshotOf(household: Household, asOf: PlainDate, personId?: string): FactSnapshot {
  return readFacts(factCatalogue, household, asOf, personId);
}

/** Judges a sheet. Pure: the sheet and the version give the same answer in ten years. */
export function determine(version: RuleVersion, sheet: FactSnapshot): Determined {
  const verdict = version.rules.judge(sheet);
  return { version, sheet, verdict, outcome: verdict.outcome, amountMinor: version.amountOf?.(sheet) ?? null };
}

/** The reasons of what was determined, in every language. */
export function reasonsOf({ version, verdict, sheet }: Determined): Reason[] {
  return explain(version.rules, verdict, sheet);
}

/** What would be due each time, where it is known and anything is paid out at all. */
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
