import { defineStates } from '@janela/kernel';

/** A household that was closed or merged by mistake can be opened again. */
export const householdStates = defineStates(
  'household',
  { active: ['closed', 'merged'], closed: ['active'], merged: ['active'] },
  'active',
  { endless: true },
);
export type HouseholdState = (typeof householdStates)['initial'];
