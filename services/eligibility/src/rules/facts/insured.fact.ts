import { defineFact } from './define-fact.ts';

export const insured = defineFact({
  code: 'insured',
  of: 'person',
  type: 'bool',
  label: {
    en: 'Is a member of a contributory scheme',
    pt: 'É membro de um regime contributivo',
    fr: 'Est membre d’un régime contributif',
  },
  status: 'sourced',
  source: 'Household form',
  answeredBy: ['members[].insured'],
  from: ({ insured: yes }) => yes ?? null,
});
