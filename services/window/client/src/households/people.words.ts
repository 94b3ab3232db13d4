/** By what a person is held to be the same. */
export const matchedWords = {
  number: { en: 'household number', pt: 'número do agregado', fr: 'numéro du ménage' },
  identifier: { en: 'identity number', pt: 'documento', fr: 'pièce d’identité' },
  phone: { en: 'phone', pt: 'telefone', fr: 'téléphone' },
  name: { en: 'name', pt: 'nome', fr: 'nom' },
  sounds_like_name: { en: 'a name that sounds alike', pt: 'nome que soa igual', fr: 'un nom qui se prononce pareil' },
  birth_date: { en: 'birth date', pt: 'data de nascimento', fr: 'date de naissance' },
  birth_year: { en: 'birth year', pt: 'ano de nascimento', fr: 'année de naissance' },
  area: { en: 'area', pt: 'área', fr: 'zone' },
} as const;

/** What has become of a person who may be the same. */
export const foundStandingWords = {
  dead: { en: 'This person has died.', pt: 'Esta pessoa morreu.', fr: 'Cette personne est décédée.' },
  left: {
    en: 'This person has left that household.',
    pt: 'Esta pessoa saiu desse agregado.',
    fr: 'Cette personne a quitté ce ménage.',
  },
  household_closed: { en: 'That household is closed.', pt: 'Esse agregado está encerrado.', fr: 'Ce ménage est clos.' },
} as const;

/** By what a search has found a person. A name that is not the same may sound alike, begin so or be written with a slip: it is like it. */
export const foundByWords = {
  ...matchedWords,
  sounds_like_name: { en: 'a name like it', pt: 'um nome parecido', fr: 'un nom semblable' },
} as const;
