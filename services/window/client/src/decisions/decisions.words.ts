/** The words of deciding applications. */
export const decisionsWords = {
  title: { en: 'Decisions', pt: 'Decisões', fr: 'Décisions' },
  line: {
    en: 'Applications that wait for an officer, oldest first. The rules recommend; you decide.',
    pt: 'Candidaturas que aguardam um oficial, as mais antigas primeiro. As regras recomendam; quem decide é você.',
    fr: 'Demandes en attente d’un agent, les plus anciennes d’abord. Les règles recommandent ; vous décidez.',
  },
  none: { en: 'Nothing waits for a decision', pt: 'Nada aguarda decisão', fr: 'Rien n’attend de décision' },
  noneText: {
    en: 'New applications appear here when a caseworker has submitted them.',
    pt: 'As novas candidaturas aparecem aqui quando forem apresentadas.',
    fr: 'Les nouvelles demandes apparaissent ici une fois déposées.',
  },
  programme: { en: 'Programme', pt: 'Programa', fr: 'Programme' },
  area: { en: 'Area', pt: 'Área', fr: 'Zone' },
  submitted: { en: 'Submitted', pt: 'Apresentada', fr: 'Déposée' },
  recommendation: { en: 'The rules say', pt: 'As regras dizem', fr: 'Les règles disent' },
  eligible: { en: 'Qualifies', pt: 'Tem direito', fr: 'Y a droit' },
  ineligible: { en: 'Does not qualify', pt: 'Não tem direito', fr: 'N’y a pas droit' },
  needs_review: { en: 'A person must look', pt: 'Precisa de análise', fr: 'À examiner' },
  household: { en: 'See the household', pt: 'Ver o agregado', fr: 'Voir le ménage' },
  reasons: { en: 'Reasons beside the rule', pt: 'Razões ao lado da regra', fr: 'Raisons en regard de la règle' },
  asOf: {
    en: 'Version {version} of the rules, as of {on}',
    pt: 'Versão {version} das regras, a {on}',
    fr: 'Version {version} des règles, au {on}',
  },
  decide: { en: 'Your decision', pt: 'A sua decisão', fr: 'Votre décision' },
  approve: { en: 'Approve', pt: 'Aprovar', fr: 'Approuver' },
  refuse: { en: 'Refuse', pt: 'Recusar', fr: 'Refuser' },
  reason: { en: 'Reason', pt: 'Motivo', fr: 'Motif' },
  reasonHelp: {
    en: 'Needed when you decide against the rules, and always when you refuse. The person will read it.',
    pt: 'Necessário quando decide contra as regras e sempre que recusa. A pessoa vai lê-lo.',
    fr: 'Nécessaire si vous décidez contre les règles, et toujours en cas de refus. La personne le lira.',
  },
  decidedBy: { en: 'Decided by {name}, {at}', pt: 'Decidido por {name}, {at}', fr: 'Décidé par {name}, {at}' },
  notYet: {
    en: 'The facts of this household have not arrived yet; nothing can be decided on what is not known.',
    pt: 'Os dados deste agregado ainda não chegaram; não se decide sobre o que não se sabe.',
    fr: 'Les données de ce ménage ne sont pas encore arrivées ; on ne décide pas sans savoir.',
  },
} as const;
