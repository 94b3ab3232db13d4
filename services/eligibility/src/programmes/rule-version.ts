import type { MissingFact, PlainDate, ProgrammeVersion } from '@janela/contracts';

import { compileAmount, compileAmountMissing } from '../rules/compile/compile-amount.ts';
import { compileOrder, type Rank } from '../rules/compile/compile-order.ts';
import { type CompiledRuleSet, compileRuleSet } from '../rules/compile/compile-rule-set.ts';
import type { FactSnapshot } from '../rules/facts/read-facts.ts';
import type { Vocabulary } from '../rules/language/vocabulary.ts';
import type { ProgrammeBase } from './programme.entity.ts';

/** A programme with its id: what does not depend on the version. */
export type KnownProgramme = ProgrammeBase & { readonly id: string };

/** A version of a programme, ready to judge. */
export interface RuleVersion {
  readonly programme: KnownProgramme;
  readonly number: number;
  readonly validFrom: PlainDate;
  readonly rules: CompiledRuleSet;
  /** What one payment comes to; not there where members pay in instead. */
  readonly amountOf?: (snapshot: FactSnapshot) => number | null;
  /** What is not known and the amount depends on. */
  readonly amountMissing?: (snapshot: FactSnapshot) => MissingFact[];
  readonly rankOf: (snapshot: FactSnapshot) => Rank;
}

/** Compiles a version that was checked. */
export function compileVersion(
  programme: KnownProgramme,
  { version: number, ruleSet, amount }: ProgrammeVersion,
  validFrom: PlainDate,
  vocabulary: Vocabulary,
): RuleVersion {
  return {
    programme,
    number,
    validFrom,
    rules: compileRuleSet(ruleSet, vocabulary),
    ...(amount && {
      amountOf: compileAmount(amount, vocabulary),
      amountMissing: compileAmountMissing(amount, vocabulary),
    }),
    rankOf: compileOrder(programme.quota?.order ?? [], vocabulary),
  };
}
