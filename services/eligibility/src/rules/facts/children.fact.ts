import { compareIntervals, exactly } from '../values/interval.ts';
import { defineFact } from './define-fact.ts';
import { ageOf, countOf } from './members.ts';

/** How many members are under 18. */
export const children = defineFact({
  code: 'children',
  of: 'household',
  type: 'int',
  label: { en: 'Children under 18', pt: 'Crianças com menos de 18 anos', fr: 'Enfants de moins de 18 ans' },
  status: 'illustrative',
  source:
    'Everyone below 18, as in the Convention on the Rights of the Child; the wording of the programme was not found',
  madeOf: ['age'],
  from: (household, asOf) => countOf(household, (member) => compareIntervals(ageOf(member, asOf), '<', exactly(18))),
});
