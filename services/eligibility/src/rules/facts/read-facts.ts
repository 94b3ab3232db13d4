import { invariant } from '@janela/kernel';
import type { PlainDate } from '@janela/kernel';

import type { Fact, FactValue } from './define-fact.ts';
import type { Household } from './household.ts';

export type FactValues = Readonly<Record<string, FactValue>>;

/**
 * What was known of one household on one day, fact by fact: all that a rule set gets to see. It is plain JSON, and is kept with
 * the decision so that the decision can be made again from it. A fact that is missing is not known.
 */
export interface FactSnapshot {
  readonly asOf: PlainDate;
  readonly household: FactValues;
  readonly members: readonly { readonly personId: string; readonly facts: FactValues }[];
  /** The place in `members` of the person who is judged, where a person is. */
  readonly person?: number;
}

/** Reads the facts of a household, or of one person in it, as they are on a day. Throws when the person is no member. */
export function readFacts(
  facts: readonly Fact[],
  household: Household,
  asOf: PlainDate,
  personId?: string,
): FactSnapshot {
  const snapshot = {
    asOf,
    household: valuesOf(facts, (fact) => (fact.of === 'household' ? fact.from(household, asOf) : undefined)),
    members: household.members.map((member) => ({
      personId: member.personId,
      facts: valuesOf(facts, (fact) => (fact.of === 'person' ? fact.from(member, asOf) : undefined)),
    })),
  };
  if (personId === undefined) return snapshot;
  const person = household.members.findIndex((member) => member.personId === personId);
  invariant(person >= 0, `${personId} is a member of the household that is read`);
  return { ...snapshot, person };
}

function valuesOf(facts: readonly Fact[], read: (fact: Fact) => FactValue | undefined): FactValues {
  const values: Record<string, FactValue> = {};
  for (const fact of facts) {
    const value = read(fact);
    if (value !== undefined) values[fact.code] = plain(value);
  }
  return values;
}

/** A span whose ends are the same is a number. */
function plain(value: FactValue): FactValue {
  const isSpan = typeof value === 'object' && value !== null && 'least' in value;
  return isSpan && value.least === value.most ? value.least : value;
}
