import { defineFact } from './define-fact.ts';
import { ageOf } from './members.ts';

/** Completed years on the day of evaluation; a span where only the year or month of birth is known. */
export const age = defineFact({
  code: 'age',
  of: 'person',
  type: 'int',
  label: { en: 'Age', pt: 'Idade', fr: 'Âge' },
  unit: 'years',
  status: 'sourced',
  source: 'Household form',
  answeredBy: ['members[].bornOn', 'members[].bornOnPrecision'],
  from: ageOf,
});
