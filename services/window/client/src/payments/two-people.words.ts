/** The words of what one person proposes and another agrees to or refuses. */
export const twoPeopleWords = {
  notYours: {
    en: 'Another person must decide what you proposed.',
    pt: 'Outra pessoa tem de decidir o que você propôs.',
    fr: 'Une autre personne doit décider de ce que vous avez proposé.',
  },
  refuseWhy: { en: 'Why is it refused?', pt: 'Porque é recusado?', fr: 'Pourquoi est-ce refusé ?' },
  approve: { en: 'Approve', pt: 'Aprovar', fr: 'Approuver' },
  confirm: { en: 'Confirm', pt: 'Confirmar', fr: 'Confirmer' },
  refuse: { en: 'Refuse', pt: 'Recusar', fr: 'Refuser' },
  by: { en: 'Proposed by {name}', pt: 'Proposto por {name}', fr: 'Proposé par {name}' },
  decidedBy: { en: 'decided by {name}', pt: 'decidido por {name}', fr: 'décidé par {name}' },
} as const;
