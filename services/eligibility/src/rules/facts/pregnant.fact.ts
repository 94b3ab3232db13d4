import { defineFact } from './define-fact.ts';

export const pregnant = defineFact({
  code: 'pregnant',
  of: 'person',
  type: 'bool',
  label: { en: 'Is pregnant', pt: 'Está grávida', fr: 'Est enceinte' },
  status: 'sourced',
  source: 'Household form',
  answeredBy: ['members[].pregnant'],
  from: ({ pregnant: yes }) => yes ?? null,
});
