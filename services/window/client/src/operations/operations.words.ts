/** The words of failed messages. */
export const operationsWords = {
  title: { en: 'Failed messages', pt: 'Mensagens falhadas', fr: 'Messages en échec' },
  line: {
    en: 'Messages that a service could not process. Later messages of the same household or payment wait; the content is not shown.',
    pt: 'Mensagens que um serviço não conseguiu processar. As seguintes do mesmo agregado ou pagamento esperam; o conteúdo não é mostrado.',
    fr: 'Messages qu’un service n’a pas pu traiter. Les suivants du même ménage ou paiement attendent ; le contenu n’est pas montré.',
  },
  registry: { en: 'Register of households', pt: 'Registo de agregados', fr: 'Registre des ménages' },
  eligibility: { en: 'Eligibility and decisions', pt: 'Elegibilidade e decisões', fr: 'Éligibilité et décisions' },
  payments: { en: 'Payments', pt: 'Pagamentos', fr: 'Paiements' },
  grievances: { en: 'Complaints', pt: 'Reclamações', fr: 'Réclamations' },
  reporting: { en: 'Figures', pt: 'Estatísticas', fr: 'Chiffres' },
  none: { en: 'No failed messages', pt: 'Sem mensagens falhadas', fr: 'Aucun message en échec' },
  type: { en: 'Message', pt: 'Mensagem', fr: 'Message' },
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
