import { functioningDomains } from '@janela/contracts';
import type { MemberFacts } from '@janela/contracts';
import type { PlainDate } from '@janela/kernel';

import { compareIntervals, exactly } from '../values/interval.ts';
import { anyOf, type Truth } from '../values/truth.ts';
import { ageOf } from './members.ts';

/** Where the six answers stand in a registration. */
export const functioningPaths = functioningDomains.map((domain) => `members[].functioning.${domain}`);

/** The Short Set is put to everybody from this age on; for younger children there are other instruments. */
const firstAgeAsked = 5;

/**
 * Returns whether a member has at least this much difficulty (3 a lot, 4 cannot do at all) in one of the six domains. A child
 * too young to be asked counts as not having it, unless there is an answer all the same.
 */
export function hasDifficulty(member: MemberFacts, atLeast: 3 | 4, asOf: PlainDate): Truth {
  const { functioning } = member;
  if (!functioning) return compareIntervals(ageOf(member, asOf), '<', exactly(firstAgeAsked)) === true ? false : null;
  return anyOf(
    functioningDomains.map((domain) => {
      const difficulty = functioning[domain];
      return difficulty === undefined ? null : difficulty >= atLeast;
    }),
  );
}
