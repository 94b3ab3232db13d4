import { defineFact } from './define-fact.ts';

export const attendsSchool = defineFact({
  code: 'attends_school',
  of: 'person',
  type: 'bool',
  label: { en: 'Attends school', pt: 'Frequenta a escola', fr: 'Fréquente l’école' },
  status: 'sourced',
  source: 'Household form',
  answeredBy: ['members[].attendsSchool'],
  from: ({ attendsSchool: yes }) => yes ?? null,
});
