import type { LocalText, Work } from '@janela/contracts';

import { defineFact } from './define-fact.ts';

const works: Record<Work, LocalText> = {
  own_farm: { en: 'own farm', pt: 'machamba própria', fr: 'exploitation agricole propre' },
  own_business: { en: 'own business', pt: 'negócio próprio', fr: 'activité à son compte' },
  employee: { en: 'employee', pt: 'trabalhador por conta de outrem', fr: 'salarié' },
  public_servant: { en: 'public servant', pt: 'funcionário público', fr: 'fonctionnaire' },
  casual_labour: { en: 'casual labour', pt: 'trabalho ocasional', fr: 'travail occasionnel' },
  unpaid_family_work: { en: 'unpaid family work', pt: 'trabalho familiar não pago', fr: 'travail familial non payé' },
  looking_for_work: { en: 'looking for work', pt: 'à procura de trabalho', fr: 'en recherche d’emploi' },
  home_care: { en: 'home and care', pt: 'trabalho doméstico e cuidados', fr: 'foyer et soins' },
  student: { en: 'student', pt: 'estudante', fr: 'étudiant' },
  retired: { en: 'retired', pt: 'reformado', fr: 'retraité' },
  unable_to_work: { en: 'unable to work', pt: 'incapaz de trabalhar', fr: 'incapable de travailler' },
  not_working: { en: 'not working', pt: 'não trabalha', fr: 'ne travaille pas' },
  other: { en: 'other', pt: 'outro', fr: 'autre' },
};

/** What a person mostly does. */
export const work = defineFact({
  code: 'work',
  of: 'person',
  type: 'code',
  label: { en: 'Work', pt: 'Trabalho', fr: 'Travail' },
  codes: works,
  status: 'sourced',
  source: 'Household form',
  answeredBy: ['members[].work'],
  from: (member) => member.work ?? null,
});
