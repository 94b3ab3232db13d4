/** The words of the first page. */
export const homeWords = {
  today: { en: 'Due today', pt: 'Para hoje', fr: 'À faire aujourd’hui' },
  aPart: { en: 'Part of what is due today', pt: 'Parte do que há para hoje', fr: 'Une partie du travail du jour' },
  hello: { en: 'Good day, {name}', pt: 'Bom dia, {name}', fr: 'Bonjour, {name}' },
  nothing: { en: 'Nothing waits for you', pt: 'Nada à sua espera', fr: 'Rien ne vous attend' },
  nothingText: {
    en: 'Find a household with the box above, or choose a place in the menu.',
    pt: 'Procure um agregado na caixa acima ou escolha um lugar no menu.',
    fr: 'Cherchez un ménage dans la case ci-dessus ou choisissez dans le menu.',
  },
  chooseText: {
    en: 'Your work is in the menu; what waits for you will appear here.',
    pt: 'O seu trabalho está no menu; o que esperar por si aparece aqui.',
    fr: 'Votre travail se trouve dans le menu ; ce qui vous attend apparaîtra ici.',
  },
  register: { en: 'Register a household', pt: 'Registar um agregado', fr: 'Enregistrer un ménage' },
  startHere: { en: 'Start here', pt: 'Comece aqui', fr: 'Commencez ici' },
  decisions: {
    en: '{count, plural, one {# application waits} other {# applications wait}} for your decision',
    pt: '{count, plural, one {# candidatura aguarda} other {# candidaturas aguardam}} a sua decisão',
    fr: '{count, plural, one {# demande attend} other {# demandes attendent}} votre décision',
  },
  oldest: { en: 'the oldest since {on}', pt: 'a mais antiga desde {on}', fr: 'la plus ancienne depuis le {on}' },
  approvals: {
    en: '{count, plural, one {# payment cycle waits} other {# payment cycles wait}} for your approval',
    pt: '{count, plural, one {# ciclo aguarda} other {# ciclos aguardam}} a sua aprovação',
    fr: '{count, plural, one {# cycle attend} other {# cycles attendent}} votre approbation',
  },
  complaints: {
    en: '{count, plural, one {# complaint is} other {# complaints are}} not answered yet',
    pt: '{count, plural, one {# reclamação} other {# reclamações}} por responder',
    fr: '{count, plural, one {# réclamation} other {# réclamations}} sans réponse',
  },
  appeals: {
    en: '{count, plural, one {# appeal waits} other {# appeals wait}} for your decision',
    pt: '{count, plural, one {# recurso aguarda} other {# recursos aguardam}} a sua decisão',
    fr: '{count, plural, one {# recours attend} other {# recours attendent}} votre décision',
  },
  oldestAppeal: { en: 'the oldest since {on}', pt: 'o mais antigo desde {on}', fr: 'le plus ancien depuis le {on}' },
  payeeChanges: {
    en: '{count, plural, one {# change of payee or account waits} other {# changes of payee or account wait}} for a second person',
    pt: '{count, plural, one {# mudança de recebedor ou conta aguarda} other {# mudanças de recebedor ou conta aguardam}} uma segunda pessoa',
    fr: '{count, plural, one {# changement de bénéficiaire du paiement ou de compte attend} other {# changements de bénéficiaire du paiement ou de compte attendent}} une deuxième personne',
  },
  duplicates: {
    en: '{count, plural, one {# pair of people} other {# pairs of people}} may be the same person',
    pt: '{count, plural, one {# par de pessoas pode} other {# pares de pessoas podem}} ser a mesma pessoa',
    fr: '{count, plural, one {# paire de personnes est} other {# paires de personnes sont}} peut-être la même personne',
  },
  funds: {
    en: '{count, plural, one {# proposal of funds waits} other {# proposals of funds wait}} for your approval',
    pt: '{count, plural, one {# proposta de fundos aguarda} other {# propostas de fundos aguardam}} a sua aprovação',
    fr: '{count, plural, one {# proposition de fonds attend} other {# propositions de fonds attendent}} votre approbation',
  },
  settlements: {
    en: '{count, plural, one {# settlement waits} other {# settlements wait}} to be confirmed',
    pt: '{count, plural, one {# resolução aguarda} other {# resoluções aguardam}} confirmação',
    fr: '{count, plural, one {# règlement attend} other {# règlements attendent}} une confirmation',
  },
  reissues: {
    en: '{count, plural, one {# payment is} other {# payments are}} to be made again, if you approve',
    pt: '{count, plural, one {# pagamento a fazer} other {# pagamentos a fazer}} de novo, se aprovar',
    fr: '{count, plural, one {# paiement à refaire} other {# paiements à refaire}}, si vous approuvez',
  },
  confirmation: {
    en: '{count, plural, one {# payment to another person or account waits} other {# payments to another person or account wait}} for you to confirm',
    pt: '{count, plural, one {# pagamento a outra pessoa ou conta aguarda} other {# pagamentos a outra pessoa ou conta aguardam}} a sua confirmação',
    fr: '{count, plural, one {# paiement à une autre personne ou un autre compte attend} other {# paiements à une autre personne ou un autre compte attendent}} votre confirmation',
  },
  release: {
    en: '{count, plural, one {# held payment waits} other {# held payments wait}} to be released: the reason is over',
    pt: '{count, plural, one {# pagamento retido aguarda} other {# pagamentos retidos aguardam}} libertação: o motivo acabou',
    fr: '{count, plural, one {# paiement retenu est} other {# paiements retenus sont}} à libérer : le motif a disparu',
  },
  sentBack: {
    en: 'A cycle was sent back to you: {cycle}',
    pt: 'Foi-lhe devolvido um ciclo: {cycle}',
    fr: 'Un cycle vous a été renvoyé : {cycle}',
  },
  differences: {
    en: '{count, plural, one {# difference with a provider waits} other {# differences with providers wait}} to be settled',
    pt: '{count, plural, one {# diferença com um operador espera} other {# diferenças com operadores esperam}} resolução',
    fr: '{count, plural, one {# écart avec un opérateur attend} other {# écarts avec des opérateurs attendent}} d’être réglé',
  },
  failed: {
    en: '{count, plural, one {# payment} other {# payments}} failed',
    pt: '{count, plural, one {# pagamento falhou} other {# pagamentos falharam}}',
    fr: '{count, plural, one {# paiement a échoué} other {# paiements ont échoué}}',
  },
  unknown: {
    en: '{count, plural, one {# payment is} other {# payments are}} unconfirmed',
    pt: '{count, plural, one {# pagamento por confirmar} other {# pagamentos por confirmar}}',
    fr: '{count, plural, one {# paiement n’est pas confirmé} other {# paiements ne sont pas confirmés}}',
  },
  allPaid: {
    en: 'No payment has failed, and none is unconfirmed.',
    pt: 'Nenhum pagamento falhou e nenhum está por confirmar.',
    fr: 'Aucun paiement n’a échoué, et aucun n’est à confirmer.',
  },
  overdue: { en: '{count} overdue', pt: '{count} em atraso', fr: '{count} en retard' },
  andMore: { en: 'and more', pt: 'e mais', fr: 'et plus' },
} as const;
