/** The words of what stands in the way of a registration, and of what is known of its steps. */
export const registeringWords = {
  payeeGone: {
    en: 'Who was taken off was to collect the money. Choose another person before you register.',
    pt: 'Quem retirou ia receber o dinheiro. Escolha outra pessoa antes de registar.',
    fr: 'La personne retirée devait recevoir l’argent. Choisissez-en une autre avant d’enregistrer.',
  },
  deputyGone: {
    en: 'Who was taken off was to collect the money as deputy. No one is named as deputy now.',
    pt: 'Quem retirou ia receber o dinheiro como substituto. Agora não há substituto.',
    fr: 'La personne retirée devait recevoir l’argent comme suppléante. Il n’y a plus de suppléant.',
  },
  elsewhereTitle: {
    en: '{count, plural, one {This number is registered in another district} other {These numbers are registered in another district}}',
    pt: '{count, plural, one {Este número está registado noutro distrito} other {Estes números estão registados noutro distrito}}',
    fr: '{count, plural, one {Ce numéro est enregistré dans un autre district} other {Ces numéros sont enregistrés dans un autre district}}',
  },
  elsewhereText: {
    en: '{count, plural, one {An identity number of this form belongs to a person} other {Identity numbers of this form belong to # people}} in a district that you do not see. Ask your supervisor: the same person must not be registered twice.',
    pt: '{count, plural, one {Um número de identificação deste formulário pertence a alguém} other {Números de identificação deste formulário pertencem a # pessoas}} num distrito que não vê. Pergunte ao seu supervisor: a mesma pessoa não pode ser registada duas vezes.',
    fr: '{count, plural, one {Un numéro d’identification de ce formulaire appartient à quelqu’un} other {Des numéros d’identification de ce formulaire appartiennent à # personnes}} d’un district que vous ne voyez pas. Demandez à votre responsable : une même personne ne doit pas être enregistrée deux fois.',
  },
  nothingSaved: { en: 'Nothing is saved yet.', pt: 'Nada foi guardado ainda.', fr: 'Rien n’est encore enregistré.' },
  goBack: { en: 'Go back', pt: 'Voltar atrás', fr: 'Revenir' },
  registerAllTheSame: { en: 'Register all the same', pt: 'Registar mesmo assim', fr: 'Enregistrer quand même' },
  stepDone: { en: '{title}, complete', pt: '{title}, completo', fr: '{title}, complet' },
  stepWrong: { en: '{title}, has a problem', pt: '{title}, tem um problema', fr: '{title}, a un problème' },
} as const;
