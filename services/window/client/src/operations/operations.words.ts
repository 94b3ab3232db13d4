/** The words of parked events. */
export const operationsWords = {
  title: { en: 'Parked events', pt: 'Eventos parados', fr: 'Événements en attente' },
  line: {
    en: 'What a service could not take in. Only the one household or payment waits behind it; what it says is not shown.',
    pt: 'O que um serviço não conseguiu receber. Só esse agregado ou pagamento espera; o conteúdo não é mostrado.',
    fr: 'Ce qu’un service n’a pas pu prendre. Seul ce ménage ou ce paiement attend ; le contenu n’est pas montré.',
  },
  registry: { en: 'Register of households', pt: 'Registo de agregados', fr: 'Registre des ménages' },
  eligibility: { en: 'Eligibility and decisions', pt: 'Elegibilidade e decisões', fr: 'Éligibilité et décisions' },
  payments: { en: 'Payments', pt: 'Pagamentos', fr: 'Paiements' },
  grievances: { en: 'Complaints', pt: 'Reclamações', fr: 'Réclamations' },
  reporting: { en: 'Figures', pt: 'Estatísticas', fr: 'Chiffres' },
  none: { en: 'Nothing is parked', pt: 'Nada parado', fr: 'Rien en attente' },
  type: { en: 'Event', pt: 'Evento', fr: 'Événement' },
  error: { en: 'Why', pt: 'Porquê', fr: 'Pourquoi' },
  behind: { en: 'Waiting behind', pt: 'À espera', fr: 'Attendent derrière' },
  since: { en: 'Since', pt: 'Desde', fr: 'Depuis' },
  retry: { en: 'Try again', pt: 'Tentar de novo', fr: 'Réessayer' },
  setAside: { en: 'Set aside', pt: 'Pôr de lado', fr: 'Mettre de côté' },
  reason: {
    en: 'Why may it be set aside for good?',
    pt: 'Porque pode ser posto de lado para sempre?',
    fr: 'Pourquoi peut-on le mettre de côté pour de bon ?',
  },
  whatToDo: { en: 'What to do', pt: 'O que fazer', fr: 'Que faire' },
} as const;
