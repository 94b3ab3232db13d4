import { defineFact } from './define-fact.ts';

/** How many people live in the household. */
export const householdSize = defineFact({
  code: 'household_size',
  of: 'household',
  type: 'int',
  label: { en: 'People in the household', pt: 'Pessoas no agregado', fr: 'Personnes dans le ménage' },
  status: 'sourced',
  source: 'Household form',
  from: ({ size }) => size,
});
