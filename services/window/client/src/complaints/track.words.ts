import type { CaseState } from '@janela/contracts';

import type { Sentence } from '../language/words.ts';

/** The words for the person who follows their complaint. */
export const trackWords = {
  track: { en: 'Follow a complaint', pt: 'Seguir uma reclamação', fr: 'Suivre une réclamation' },
  trackText: {
    en: 'Type the number that you were given. No account is needed, and nothing personal is shown.',
    pt: 'Escreva o número que recebeu. Não precisa de conta e nada pessoal é mostrado.',
    fr: 'Saisissez le numéro reçu. Pas besoin de compte, rien de personnel n’est montré.',
  },
  trackNumber: { en: 'Tracking number', pt: 'Número de seguimento', fr: 'Numéro de suivi' },
  look: { en: 'Look', pt: 'Ver', fr: 'Voir' },
  filedOn: { en: 'Filed on {on}.', pt: 'Apresentada a {on}.', fr: 'Déposée le {on}.' },
  dueBy: { en: 'An answer is due by {due}.', pt: 'Resposta até {due}.', fr: 'Réponse due le {due}.' },
  wasDueBy: {
    en: 'An answer was due by {due}; it is late. You may ask at the office.',
    pt: 'A resposta era devida até {due}; está atrasada. Pode perguntar no serviço.',
    fr: 'La réponse était due le {due} ; elle est en retard. Vous pouvez vous renseigner au bureau.',
  },
  answeredOn: { en: 'Answered on {on}.', pt: 'Respondida a {on}.', fr: 'Réponse donnée le {on}.' },
  appealUntil: {
    en: 'If you do not agree with what was decided, you can appeal until {until}. Go to the office where you complained, or to a caseworker, and give this number.',
    pt: 'Se não concorda com o que foi decidido, pode recorrer até {until}. Vá ao serviço onde reclamou, ou a um técnico, e dê este número.',
    fr: 'Si vous n’êtes pas d’accord avec ce qui a été décidé, vous pouvez faire appel jusqu’au {until}. Allez au bureau où vous avez déposé la réclamation, ou voyez un agent, avec ce numéro.',
  },
  appealEnded: {
    en: 'The time to appeal against what was decided ended on {until}.',
    pt: 'O prazo para recorrer do que foi decidido terminou a {until}.',
    fr: 'Le délai pour faire appel de ce qui a été décidé a pris fin le {until}.',
  },
} as const;

/** What each state means for the person who complained. */
export const meansWords: Record<CaseState, Sentence> = {
  filed: {
    en: 'Your complaint has arrived; an officer will work on it.',
    pt: 'A sua reclamação chegou; um oficial vai assumi-la.',
    fr: 'Votre réclamation est arrivée ; un agent va la prendre en charge.',
  },
  assigned: {
    en: 'An officer works on your complaint.',
    pt: 'Um oficial está a tratar da sua reclamação.',
    fr: 'Un agent traite votre réclamation.',
  },
  escalated: {
    en: 'Your complaint was passed to a higher level, which will answer it.',
    pt: 'A sua reclamação passou a um nível superior, que vai responder.',
    fr: 'Votre réclamation a été transmise à un niveau supérieur, qui va répondre.',
  },
  resolved: {
    en: 'There is an answer. Ask for it at the office where you complained. If it does not help, the complaint can be taken up again.',
    pt: 'Há uma resposta. Peça-a no serviço onde reclamou. Se não ajudar, a reclamação pode ser retomada.',
    fr: 'Il y a une réponse. Demandez-la au bureau où vous avez déposé la réclamation. Si elle n’aide pas, la réclamation peut être reprise.',
  },
  withdrawn: {
    en: 'The complaint was withdrawn, and no answer will come.',
    pt: 'A reclamação foi retirada e não haverá resposta.',
    fr: 'La réclamation a été retirée ; il n’y aura pas de réponse.',
  },
  closed: {
    en: 'The complaint is finished. If something is still wrong, you can file another at the office.',
    pt: 'A reclamação está concluída. Se algo ainda não estiver bem, pode apresentar outra no serviço.',
    fr: 'La réclamation est terminée. Si quelque chose ne va toujours pas, vous pouvez en déposer une autre au bureau.',
  },
};
