/** The words of the reasons for which a rule is met or not. */
export const reasonsWords = {
  seen: { en: 'What we see', pt: 'O que vemos', fr: 'Ce que nous voyons' },
  needed: { en: 'What is needed', pt: 'O que é preciso', fr: 'Ce qu’il faut' },
  law: { en: 'Legal basis', pt: 'Base legal', fr: 'Base légale' },
  isMet: { en: 'Is it met?', pt: 'Está cumprido?', fr: 'Est-ce rempli ?' },
  met: { en: 'met', pt: 'cumprido', fr: 'rempli' },
  notMet: { en: 'not met', pt: 'não cumprido', fr: 'non rempli' },
  notThisOne: { en: 'not needed', pt: 'não necessário', fr: 'pas nécessaire' },
  notKnown: { en: 'not known', pt: 'desconhecido', fr: 'inconnu' },
} as const;
