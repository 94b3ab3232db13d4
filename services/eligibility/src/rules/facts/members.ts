import type { MemberFacts } from '@janela/contracts';
import { ageRangeAt, hasReachedAge } from '@janela/kernel';
import type { PlainDate } from '@janela/kernel';

import type { Interval } from '../values/interval.ts';
import { anyOf, type Truth } from '../values/truth.ts';
import type { Household } from './household.ts';

/** Many facts of one snapshot ask for the same ages. */
const lastAges = new WeakMap<MemberFacts, { readonly asOf: PlainDate; readonly age: Interval | null }>();

/** Returns the completed years on a day, as far as the birth date shows; not known for a birth that lies after that day. */
export function ageOf(member: MemberFacts, asOf: PlainDate): Interval | null {
  const last = lastAges.get(member);
  if (last?.asOf === asOf) return last.age;
  const age = computeAge(member, asOf);
  lastAges.set(member, { asOf, age });
  return age;
}

function computeAge({ bornOn, bornOnPrecision }: MemberFacts, asOf: PlainDate): Interval | null {
  if (hasReachedAge(0, bornOn, bornOnPrecision, asOf) === false) return null;
  const { atLeast, atMost } = ageRangeAt(bornOn, bornOnPrecision, asOf);
  return { least: atLeast, most: atMost };
}

/** Returns how many members it is true of; a span where it is not known of some. */
export function countOf(household: Household, holds: (member: MemberFacts) => Truth): Interval {
  const truths = household.members.map(holds);
  const sure = truths.filter((truth) => truth === true).length;
  return { least: sure, most: sure + truths.filter((truth) => truth === null).length };
}

/** Returns whether it is true of any member. */
export function someoneIn(household: Household, holds: (member: MemberFacts) => Truth): Truth {
  return anyOf(household.members.map(holds));
}

/** Returns the head of the household; undefined where the register names none, or more than one. */
export function headOf({ members }: Household): MemberFacts | undefined {
  const heads = members.filter(({ relationship }) => relationship === 'head');
  return heads.length === 1 ? heads[0] : undefined;
}
