import { defineFact } from './define-fact.ts';

/** Whether the household had milk, or food made of it, in the two weeks before it was asked. */
export const dairyInTwoWeeks = defineFact({
  code: 'dairy_in_two_weeks',
  of: 'household',
  type: 'bool',
  label: {
    en: 'Had milk or dairy food in the last two weeks',
    pt: 'Consumiu leite ou laticínios nas últimas duas semanas',
    fr: 'A consommé du lait ou des laitages ces deux dernières semaines',
  },
  status: 'sourced',
  source: 'Household form',
  answeredBy: ['consumption.dairyInTwoWeeks'],
  from: ({ consumption }) => consumption?.dairyInTwoWeeks ?? null,
});
