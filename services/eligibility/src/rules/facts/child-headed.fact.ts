import { compareIntervals, exactly } from '../values/interval.ts';
import { defineFact } from './define-fact.ts';
import { ageOf, headOf } from './members.ts';

/** Whether the head of the household is under 18. */
export const childHeaded = defineFact({
  code: 'child_headed',
  of: 'household',
  type: 'bool',
  label: {
    en: 'A child under 18 heads the household',
    pt: 'O agregado é chefiado por uma criança com menos de 18 anos',
    fr: 'Un enfant de moins de 18 ans dirige le ménage',
  },
  status: 'sourced',
  source: 'Category "child-headed" of the Social Cash Transfer (Minister, 29 June 2022)',
  answeredBy: ['members[].relationship', 'members[].bornOn', 'members[].bornOnPrecision'],
  from(household, asOf) {
    const head = headOf(household);
    return head ? compareIntervals(ageOf(head, asOf), '<', exactly(18)) : null;
  },
});
