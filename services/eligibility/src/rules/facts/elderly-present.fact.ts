import { compareIntervals, exactly } from '../values/interval.ts';
import { defineFact } from './define-fact.ts';
import { ageOf, someoneIn } from './members.ts';

/** Whether a member has completed 65 years. */
export const elderlyPresent = defineFact({
  code: 'elderly_present',
  of: 'household',
  type: 'bool',
  label: {
    en: 'Someone aged 65 or over lives here',
    pt: 'Vive aqui alguém com 65 anos ou mais',
    fr: 'Une personne de 65 ans ou plus vit ici',
  },
  status: 'illustrative',
  source:
    'Category "elderly" of the Social Cash Transfer; the age of 65 is that of the proposed wording, to be confirmed',
  madeOf: ['age'],
  from: (household, asOf) => someoneIn(household, (member) => compareIntervals(ageOf(member, asOf), '>=', exactly(65))),
});
