import { completeDisability } from './complete-disability.fact.ts';
import { defineFact } from './define-fact.ts';
import { someoneIn } from './members.ts';

/** Whether a member has a `complete_disability`. */
export const completeDisabilityPresent = defineFact({
  code: 'complete_disability_present',
  of: 'household',
  type: 'bool',
  label: {
    en: 'Someone who cannot see, hear, walk, remember, care for themselves or communicate at all lives here',
    pt: 'Vive aqui alguém que não consegue de todo ver, ouvir, andar, lembrar-se, cuidar de si ou comunicar',
    fr: 'Une personne qui ne peut pas du tout voir, entendre, marcher, se souvenir, prendre soin d’elle ou communiquer vit ici',
  },
  status: completeDisability.status,
  source: completeDisability.source,
  madeOf: ['complete_disability'],
  from: (household, asOf) => someoneIn(household, (member) => completeDisability.from(member, asOf)),
});
