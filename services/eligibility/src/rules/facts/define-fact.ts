import type { LocalText, MemberFacts, Standing } from '@janela/contracts';
import type { PlainDate } from '@janela/kernel';

import type { Interval } from '../values/interval.ts';
import type { Truth } from '../values/truth.ts';
import type { Household } from './household.ts';

/** Dates of which we know the first and the last possible one. */
export interface DateSpan {
  readonly least: PlainDate;
  readonly most: PlainDate;
}

/**
 * What a fact of each type says; `null` is always "not known". `money` is in minor units of the rule set's currency, `area` a
 * P-code that can be asked for lying within another, `codes` a set of which it is known what is *not* in it.
 */
export interface ValueOf {
  int: number | Interval | null;
  money: number | Interval | null;
  date: PlainDate | DateSpan | null;
  bool: Truth;
  code: string | null;
  area: string | null;
  codes: readonly string[] | null;
}
export type FactType = keyof ValueOf;
export type FactValue = ValueOf[FactType];

/** What an integer is in, so that an answer can say "6 months". What it counts, its label says. */
export type FactUnit = 'years' | 'months' | 'points' | 'permille' | 'hundredths';

interface Declaration<T extends FactType> {
  readonly code: string;
  readonly type: T;
  readonly label: LocalText;
  readonly unit?: FactUnit;
  /** Where the definition comes from, and whether it is only our stand-in. */
  readonly status: Standing;
  readonly source: string;
  /** The questions that answer it, by where their answers stand in a registration: `members[].work`. */
  readonly answeredBy?: readonly string[];
  /** The facts of persons that it is worked out from: of all members, or, for a person's fact, of the same person. */
  readonly madeOf?: readonly string[];
  /** For a code: every code that there is. Without it any code may be compared with. */
  readonly codes?: Readonly<Record<string, LocalText>>;
}

export interface HouseholdFact<T extends FactType = FactType> extends Declaration<T> {
  readonly of: 'household';
  readonly from: (household: Household, asOf: PlainDate) => ValueOf[T];
}

export interface PersonFact<T extends FactType = FactType> extends Declaration<T> {
  readonly of: 'person';
  readonly from: (member: MemberFacts, asOf: PlainDate) => ValueOf[T];
}

export type Fact = HouseholdFact | PersonFact;

/**
 * Declares a fact that rules may ask for. `from` must be pure, must give `null` for what is not known and a span for what is
 * partly known, and never changes its meaning: another meaning is another code.
 */
export function defineFact<T extends FactType>(fact: HouseholdFact<T>): HouseholdFact<T>;
export function defineFact<T extends FactType>(fact: PersonFact<T>): PersonFact<T>;
export function defineFact(fact: Fact): Fact {
  return fact;
}
