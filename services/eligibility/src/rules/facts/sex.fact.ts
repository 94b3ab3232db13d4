import { defineFact } from './define-fact.ts';

/** As the register has it; what it calls unknown is not known here. */
export const sex = defineFact({
  code: 'sex',
  of: 'person',
  type: 'code',
  label: { en: 'Sex', pt: 'Sexo', fr: 'Sexe' },
  codes: {
    female: { en: 'female', pt: 'feminino', fr: 'féminin' },
    male: { en: 'male', pt: 'masculino', fr: 'masculin' },
    other: { en: 'other', pt: 'outro', fr: 'autre' },
  },
  status: 'sourced',
  source: 'Household form',
  answeredBy: ['members[].sex'],
  from: (member) => (member.sex === 'unknown' ? null : member.sex),
});
