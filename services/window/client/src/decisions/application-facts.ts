import type { Application, Entitlement } from '@janela/contracts';

import type { Sentence } from '../language/words.ts';

/** Something that is not known: the fact, whose it is, and the questions that would answer it. */
export interface MissingFact {
  fact: string;
  personId?: string;
  paths: string[];
}

/** A programme that somebody is in, waits for or has applied for. */
export interface Standing {
  programme: string;
  title: Sentence;
  state: string;
  since?: string;
  householdId: string;
  personId?: string;
  entitlement?: Entitlement;
}

/** Somebody who may be one and the same as somebody else in the register. */
export interface Suspicion {
  duplicateId: string;
  personId: string;
  otherPersonId: string;
  otherHouseholdId: string;
  matchedOn: string[];
  weight: number;
  enrolledIn: Standing[];
  needsReason: boolean;
}

/** What an application says beside the recommendation; whatever a service does not say yet is empty. */
export function factsOf(application: Application) {
  const said = application as Application & {
    suspectedDuplicates?: Suspicion[];
    household?: { alreadyReceives?: Standing[] };
    mayBeJudged?: boolean;
  };
  const recommendation = application.recommendation as { amountMissing?: MissingFact[] } | undefined;
  const suspicions = said.suspectedDuplicates ?? [];
  return {
    suspicions,
    needsDuplicateReason: suspicions.some(({ needsReason }) => needsReason),
    alreadyReceives: said.household?.alreadyReceives ?? [],
    mayBeJudged: said.mayBeJudged ?? true,
    amountMissing: recommendation?.amountMissing ?? [],
  };
}
