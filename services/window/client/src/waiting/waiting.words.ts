/** The words of what waits for a second person. */
export const waitingWords = {
  title: { en: 'Waits for a second person', pt: 'Aguarda uma segunda pessoa', fr: 'Attend une deuxième personne' },
  line: {
    en: 'What one person asked for and another has to confirm or refuse.',
    pt: 'O que uma pessoa pediu e outra tem de confirmar ou recusar.',
    fr: 'Ce qu’une personne a demandé et qu’une autre doit confirmer ou refuser.',
  },
  payeeChanges: {
    en: 'Another payee or account',
    pt: 'Outro recebedor ou outra conta',
    fr: 'Autre bénéficiaire ou compte',
  },
  noPayeeChanges: { en: 'No change waits.', pt: 'Nenhuma mudança aguarda.', fr: 'Aucun changement n’attend.' },
  household: { en: 'Household', pt: 'Agregado', fr: 'Ménage' },
  area: { en: 'Area', pt: 'Área', fr: 'Zone' },
  payee: { en: 'Who is to collect', pt: 'Quem deve receber', fr: 'Qui doit recevoir' },
  askedBy: { en: 'Asked for by', pt: 'Pedido por', fr: 'Demandé par' },
  duplicates: { en: 'May be the same person', pt: 'Talvez a mesma pessoa', fr: 'Peut-être la même personne' },
  noDuplicates: {
    en: 'No one is suspected to be registered twice.',
    pt: 'Não se suspeita de ninguém registado duas vezes.',
    fr: 'Personne n’est soupçonné d’être enregistré deux fois.',
  },
  people: { en: 'People', pt: 'Pessoas', fr: 'Personnes' },
  alike: { en: 'Alike', pt: 'Semelhança', fr: 'Ressemblance' },
  since: { en: 'Since', pt: 'Desde', fr: 'Depuis' },
  decision: { en: 'Decision', pt: 'Decisão', fr: 'Décision' },
  twoPeople: { en: 'They are two people', pt: 'São duas pessoas', fr: 'Ce sont deux personnes' },
  twoPeopleWhy: { en: 'How is that known?', pt: 'Como se sabe?', fr: 'Comment le sait-on ?' },
  twoPeopleText: {
    en: 'The suspicion is dropped, and both can be enrolled and paid.',
    pt: 'A suspeita é retirada, e ambas podem ser inscritas e pagas.',
    fr: 'Le soupçon est levé, et les deux peuvent être inscrites et payées.',
  },
  dismiss: { en: 'Drop the suspicion', pt: 'Retirar a suspeita', fr: 'Lever le soupçon' },
  outOfReach: { en: 'out of your area', pt: 'fora da sua área', fr: 'hors de votre zone' },
  funds: { en: 'Funds', pt: 'Fundos', fr: 'Fonds' },
} as const;
