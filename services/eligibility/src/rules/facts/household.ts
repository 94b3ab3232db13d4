import type { HouseholdFacts } from '@janela/contracts';

/** A household as eligibility knows it: what the register publishes of it, and where it lives. */
export interface Household extends HouseholdFacts {
  areaCode: string;
}
