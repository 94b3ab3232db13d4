import { defineFact } from './define-fact.ts';

export const chronicallyIll = defineFact({
  code: 'chronically_ill',
  of: 'person',
  type: 'bool',
  label: { en: 'Is chronically ill', pt: 'Tem doença crónica', fr: 'Est atteint d’une maladie chronique' },
  status: 'sourced',
  source: 'Household form',
  answeredBy: ['members[].chronicIllness'],
  from: ({ chronicIllness }) => chronicIllness ?? null,
});
