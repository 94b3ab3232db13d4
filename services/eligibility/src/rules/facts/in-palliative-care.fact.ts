import { defineFact } from './define-fact.ts';

export const inPalliativeCare = defineFact({
  code: 'in_palliative_care',
  of: 'person',
  type: 'bool',
  label: { en: 'Is in palliative care', pt: 'Está em cuidados paliativos', fr: 'Est en soins palliatifs' },
  status: 'sourced',
  source: 'Household form',
  answeredBy: ['members[].palliativeCare'],
  from: ({ palliativeCare }) => palliativeCare ?? null,
});
