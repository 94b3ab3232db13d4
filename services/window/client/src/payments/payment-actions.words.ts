/** The words of what may be done with one payment. */
export const paymentActionsWords = {
  title: { en: 'What may be done', pt: 'O que se pode fazer', fr: 'Ce qu’on peut faire' },
  reason: { en: 'Reason', pt: 'Motivo', fr: 'Motif' },
  chooseReason: { en: 'Choose a reason', pt: 'Escolha um motivo', fr: 'Choisissez un motif' },
  note: { en: 'Note', pt: 'Nota', fr: 'Note' },
  hold: { en: 'Hold', pt: 'Reter', fr: 'Retenir' },
  holdText: {
    en: '{amount} for {payee} are not sent until the payment is released.',
    pt: '{amount} para {payee} não são enviados até o pagamento ser libertado.',
    fr: '{amount} pour {payee} ne sont pas envoyés tant que le paiement est retenu.',
  },
  release: { en: 'Release', pt: 'Libertar', fr: 'Libérer' },
  releaseText: {
    en: '{amount} for {payee} go on. Where it would go to another person than the list says, an approver has to confirm it first.',
    pt: '{amount} para {payee} seguem. Se for para outra pessoa que não a da lista, um aprovador tem de confirmar primeiro.',
    fr: '{amount} pour {payee} suivent leur cours. S’il irait à une autre personne que celle de la liste, un approbateur doit d’abord confirmer.',
  },
  cancelIt: { en: 'Cancel the payment', pt: 'Cancelar o pagamento', fr: 'Annuler le paiement' },
  cancelText: {
    en: '{amount} for {payee} will not be paid. This cannot be taken back.',
    pt: '{amount} para {payee} não serão pagos. Não se pode desfazer.',
    fr: '{amount} pour {payee} ne seront pas versés. C’est irréversible.',
  },
  enquire: { en: 'Ask the provider again', pt: 'Perguntar de novo ao operador', fr: 'Redemander à l’opérateur' },
  enquireText: {
    en: 'The provider is asked what became of it, under the same reference. Nothing is paid twice.',
    pt: 'Pergunta-se ao operador o que aconteceu, com a mesma referência. Nada se paga duas vezes.',
    fr: 'On demande à l’opérateur ce qu’il est devenu, sous la même référence. Rien n’est versé deux fois.',
  },
  asked: { en: 'Asked.', pt: 'Perguntado.', fr: 'Demandé.' },
  reissue: { en: 'Ask that it be paid again', pt: 'Pedir que seja pago de novo', fr: 'Demander qu’il soit refait' },
  reissueText: {
    en: 'Nothing is paid until another person approves it.',
    pt: 'Nada se paga até outra pessoa aprovar.',
    fr: 'Rien n’est versé tant qu’une autre personne n’a pas approuvé.',
  },
  confirmPayee: { en: 'Confirm who receives it', pt: 'Confirmar quem recebe', fr: 'Confirmer qui reçoit' },
  confirmPayeeText: {
    en: '{amount} go to {now}, and not to {before}. Where the cycle has been sent to the providers, it goes out at once.',
    pt: '{amount} vão para {now}, e não para {before}. Se o ciclo já foi enviado aos operadores, segue de imediato.',
    fr: '{amount} vont à {now}, et non à {before}. Si le cycle a été envoyé aux opérateurs, le paiement part aussitôt.',
  },
  confirmAfterApproval: {
    en: 'It can be confirmed once the cycle is approved.',
    pt: 'Pode ser confirmado depois de o ciclo ser aprovado.',
    fr: 'On peut le confirmer une fois le cycle approuvé.',
  },
  payeeBefore: { en: 'As the list says: {name}', pt: 'Segundo a lista: {name}', fr: 'Selon la liste : {name}' },
  payeeNow: { en: 'Who collects now: {name}', pt: 'Quem recebe agora: {name}', fr: 'Qui reçoit maintenant : {name}' },
  payeeSince: { en: 'since {on}', pt: 'desde {on}', fr: 'depuis le {on}' },
  requestedBy: { en: 'Asked for by {name}', pt: 'Pedido por {name}', fr: 'Demandé par {name}' },
  makesGood: {
    en: 'See the payment that this one makes good',
    pt: 'Ver o pagamento que este substitui',
    fr: 'Voir le paiement que celui-ci remplace',
  },
  madeGood: {
    en: 'See the payment that makes this one good',
    pt: 'Ver o pagamento que substitui este',
    fr: 'Voir le paiement qui remplace celui-ci',
  },
} as const;
