import { readFileSync } from 'node:fs';

import { ProgrammeDefinition, Scorecard } from '@janela/contracts';
import type { Determination, ProgrammeVersion } from '@janela/contracts';
import { invariant } from '@janela/kernel';
import type { PlainDate } from '@janela/kernel';

import { compileAmount } from '../../src/rules/compile/compile-amount.ts';
import { compileRuleSet } from '../../src/rules/compile/compile-rule-set.ts';
import { explain } from '../../src/rules/explain/explain.ts';
import { findWouldChange } from '../../src/rules/explain/would-change.ts';
import { factCatalogue } from '../../src/rules/facts/catalogue.ts';
import type { Household } from '../../src/rules/facts/household.ts';
import { readFacts } from '../../src/rules/facts/read-facts.ts';
import { vocabularyOf } from '../../src/rules/language/vocabulary.ts';
import { today } from './households.ts';

function read(path: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../../../countries/zambia/${path}`, import.meta.url), 'utf8'));
}

export const zambia = {
  ppi: read('scorecards/ppi-2015.json') as Scorecard,
  programmes: {
    'social-cash-transfer': read('programmes/social-cash-transfer.json'),
    'social-pension': read('programmes/social-pension.json'),
    'napsa-informal': read('programmes/napsa-informal.json'),
  },
};
export type ZambianProgramme = keyof typeof zambia.programmes;

export const zambianWords = vocabularyOf([Scorecard.parse(zambia.ppi)]);

/** Returns a version of a programme as it is written down; the newest when none is asked for. */
export function versionOf(programme: ZambianProgramme, number?: number): ProgrammeVersion {
  const { versions } = ProgrammeDefinition.parse(zambia.programmes[programme]);
  const found = number === undefined ? versions.at(-1) : versions.find(({ version }) => version === number);
  invariant(found, `${programme} has a version ${number}`);
  return found;
}

/** Returns what a programme says of a household, or of a person in it: all that a screening answers. */
export function screen(
  programme: ZambianProgramme,
  household: Household,
  { version: number, personId, asOf = today }: { version?: number; personId?: string; asOf?: PlainDate } = {},
) {
  const version = versionOf(programme, number);
  const rules = compileRuleSet(version.ruleSet, zambianWords);
  const snapshot = readFacts(factCatalogue, household, asOf, personId);
  const verdict = rules.judge(snapshot);
  const reasons = explain(rules, verdict, snapshot);
  return {
    outcome: verdict.outcome satisfies Determination,
    reasons,
    met: Object.fromEntries(reasons.map(({ criterion, met }) => [criterion, met])),
    amountMinor: version.amount ? compileAmount(version.amount, zambianWords)(snapshot) : undefined,
    wouldChange: findWouldChange(rules, snapshot, verdict),
  };
}
