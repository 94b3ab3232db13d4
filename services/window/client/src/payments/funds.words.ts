/** The words of what programmes were given to spend. */
export const fundsWords = {
  title: { en: 'Funds', pt: 'Fundos', fr: 'Fonds' },
  line: {
    en: 'One person proposes funds with the number of the document, another approves them. Only then can they be spent.',
    pt: 'Uma pessoa propõe fundos com o número do documento, outra aprova. Só então podem ser gastos.',
    fr: 'Une personne propose des fonds avec le numéro du document, une autre les approuve. Alors seulement on peut les dépenser.',
  },
  balances: { en: 'What each programme has', pt: 'O que cada programa tem', fr: 'Ce qu’a chaque programme' },
  noBalances: {
    en: 'No programme pays anything yet.',
    pt: 'Ainda nenhum programa paga.',
    fr: 'Aucun programme ne verse encore.',
  },
  programme: { en: 'Programme', pt: 'Programa', fr: 'Programme' },
  spendable: { en: 'Can be spent', pt: 'Pode ser gasto', fr: 'Peut être dépensé' },
  waits: { en: 'Waits for approval', pt: 'Aguarda aprovação', fr: 'Attend l’approbation' },
  list: { en: 'Proposed and decided', pt: 'Propostos e decididos', fr: 'Proposés et décidés' },
  none: { en: 'No funds here.', pt: 'Sem fundos aqui.', fr: 'Aucun fonds ici.' },
  amount: { en: 'Amount', pt: 'Valor', fr: 'Montant' },
  amountIn: { en: 'Amount in {currency}', pt: 'Valor em {currency}', fr: 'Montant en {currency}' },
  amountUnreadable: {
    en: 'This is no amount. For example 2,000 or 2000.50.',
    pt: 'Não é um valor. Por exemplo 2,000 ou 2000.50.',
    fr: 'Ce n’est pas un montant. Par exemple 2,000 ou 2000.50.',
  },
  source: { en: 'Source', pt: 'Origem', fr: 'Source' },
  sourceHint: {
    en: 'Capital letters, such as GRZ for the treasury',
    pt: 'Letras maiúsculas, por exemplo GRZ para o tesouro',
    fr: 'En majuscules, par exemple GRZ pour le trésor',
  },
  reference: {
    en: 'Number of the warrant or grant',
    pt: 'Número da autorização ou doação',
    fr: 'Numéro du mandat ou du don',
  },
  on: { en: 'Date', pt: 'Data', fr: 'Date' },
  state: { en: 'State', pt: 'Estado', fr: 'État' },
  all: { en: 'All', pt: 'Todos', fr: 'Tous' },
  who: { en: 'Who', pt: 'Quem', fr: 'Qui' },
  decision: { en: 'Decision', pt: 'Decisão', fr: 'Décision' },
  propose: { en: 'Propose funds', pt: 'Propor fundos', fr: 'Proposer des fonds' },
  proposeText: {
    en: '{amount} for {programme} are proposed. Somebody else approves them before they can be spent.',
    pt: 'Propõem-se {amount} para {programme}. Outra pessoa aprova antes de poderem ser gastos.',
    fr: '{amount} pour {programme} sont proposés. Une autre personne les approuve avant qu’on puisse les dépenser.',
  },
  approveText: {
    en: '{amount} for {programme} can then be spent. Reference {reference}.',
    pt: '{amount} para {programme} poderão então ser gastos. Referência {reference}.',
    fr: '{amount} pour {programme} pourront alors être dépensés. Référence {reference}.',
  },
  proposed: {
    en: 'Proposed; another person must approve.',
    pt: 'Proposto; outra pessoa tem de aprovar.',
    fr: 'Proposé ; une autre personne doit approuver.',
  },
} as const;
