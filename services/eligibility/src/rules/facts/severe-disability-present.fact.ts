import { defineFact } from './define-fact.ts';
import { someoneIn } from './members.ts';
import { severeDisability } from './severe-disability.fact.ts';

/** Whether a member has a `severe_disability`. */
export const severeDisabilityPresent = defineFact({
  code: 'severe_disability_present',
  of: 'household',
  type: 'bool',
  label: {
    en: 'Someone with a severe disability lives here',
    pt: 'Vive aqui alguém com deficiência grave',
    fr: 'Une personne lourdement handicapée vit ici',
  },
  status: severeDisability.status,
  source: severeDisability.source,
  madeOf: ['severe_disability'],
  from: (household, asOf) => someoneIn(household, (member) => severeDisability.from(member, asOf)),
});
