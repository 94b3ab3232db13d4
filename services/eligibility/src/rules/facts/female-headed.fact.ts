import { defineFact } from './define-fact.ts';
import { headOf } from './members.ts';

/** Whether a woman or girl heads the household. */
export const femaleHeaded = defineFact({
  code: 'female_headed',
  of: 'household',
  type: 'bool',
  label: {
    en: 'A woman heads the household',
    pt: 'O agregado é chefiado por uma mulher',
    fr: 'Une femme dirige le ménage',
  },
  status: 'sourced',
  source: 'Category "female-headed" of the Social Cash Transfer (Minister, 29 June 2022)',
  answeredBy: ['members[].relationship', 'members[].sex'],
  from(household) {
    const head = headOf(household);
    return head && head.sex !== 'unknown' ? head.sex === 'female' : null;
  },
});
