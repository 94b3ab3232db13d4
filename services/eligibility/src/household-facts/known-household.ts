import type { Certainty, ConsentPurpose, HouseholdFacts, HouseholdState, PlainDate } from '@janela/contracts';

import type { Household } from '../rules/facts/household.ts';

/** A death of a member, as far as it is known. */
export interface Death {
  personId: string;
  diedOn: PlainDate;
  certainty: Exclude<Certainty, 'withdrawn'>;
}

/** What the register published of a household. */
export interface PublishedHousehold {
  householdId: string;
  areaCode: string;
  /** Of the household in the register. */
  version: number;
  state: HouseholdState;
  /** The first day on which it was no longer a household of its own. */
  overOn: PlainDate | null;
  /** Null where the event had none. */
  facts: HouseholdFacts | null;
}

/** A household as it is known now. */
export interface KnownHousehold extends PublishedHousehold {
  deaths: Death[];
}

/**
 * Returns a household as it can be judged, with its living members, while it is active. Events about a death and about the
 * household come in any order, so a person who has died does not count, whatever the household's own facts still say.
 */
export function livingHousehold({ areaCode, state, facts, deaths }: KnownHousehold): Household | undefined {
  if (state !== 'active' || !facts) return undefined;
  const dead = new Set(deaths.map(({ personId }) => personId));
  const members = facts.members.filter(({ personId }) => !dead.has(personId));
  return members.length === 0 ? undefined : { ...facts, areaCode, members, size: members.length };
}

const ownPurpose: ConsentPurpose = 'eligibility';

/**
 * Returns whether the household allows its data to be used to find out what it qualifies for. What was never published is no
 * consent.
 */
export function mayBeJudged({ facts }: Pick<KnownHousehold, 'facts'>): boolean {
  return facts?.consentedPurposes?.includes(ownPurpose) ?? false;
}
