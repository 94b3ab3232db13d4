/** The words of deciding applications. */
export const decisionsWords = {
  title: { en: 'Decisions', pt: 'Decisões', fr: 'Décisions' },
  line: {
    en: 'Applications that wait for an officer, oldest first. The rules recommend; you decide.',
    pt: 'Candidaturas que aguardam um oficial, as mais antigas primeiro. As regras recomendam; quem decide é você.',
    fr: 'Demandes en attente d’un agent, les plus anciennes d’abord. Les règles recommandent ; vous décidez.',
  },
  none: { en: 'Nothing waits for a decision', pt: 'Nada aguarda decisão', fr: 'Rien n’attend de décision' },
  noneText: {
    en: 'New applications appear here when a caseworker has submitted them.',
    pt: 'As novas candidaturas aparecem aqui quando forem apresentadas.',
    fr: 'Les nouvelles demandes apparaissent ici une fois déposées.',
  },
  who: { en: 'For', pt: 'Para', fr: 'Pour' },
  householdNumber: { en: 'Household', pt: 'Agregado', fr: 'Ménage' },
  place: { en: 'Village and area', pt: 'Aldeia e área', fr: 'Village et zone' },
  people: {
    en: '{count, plural, one {# person} other {# people}}',
    pt: '{count, plural, one {# pessoa} other {# pessoas}}',
    fr: '{count, plural, one {# personne} other {# personnes}}',
  },
  about: { en: 'Who it is for', pt: 'Para quem é', fr: 'Pour qui' },
  has: { en: 'What the household already has', pt: 'O que o agregado já tem', fr: 'Ce que le ménage a déjà' },
  hasNothing: { en: 'No other programme.', pt: 'Nenhum outro programa.', fr: 'Aucun autre programme.' },
  money: { en: 'Where the money would go', pt: 'Para onde iria o dinheiro', fr: 'Où irait l’argent' },
  duplicates: {
    en: 'A person here may be in the register twice',
    pt: 'Alguém aqui pode estar duas vezes no registo',
    fr: 'Quelqu’un ici est peut-être inscrit deux fois',
  },
  duplicateShort: { en: 'Possible duplicate', pt: 'Possível duplicado', fr: 'Doublon possible' },
  mayBe: {
    en: '{name} may be {other} ({percent} % alike) of household',
    pt: '{name} pode ser {other} ({percent} % semelhante) do agregado',
    fr: '{name} est peut-être {other} ({percent} % semblable) du ménage',
  },
  otherDied: {
    en: 'The other person was reported dead: to approve needs a reason.',
    pt: 'Foi comunicado o óbito da outra pessoa: para aprovar é preciso um motivo.',
    fr: "Le décès de l'autre personne a été signalé : il faut un motif pour approuver.",
  },
  otherHousehold: { en: 'see the household', pt: 'ver o agregado', fr: 'voir le ménage' },
  duplicateReason: {
    en: 'Why is it approved although the same person may be elsewhere?',
    pt: 'Porque se aprova embora a mesma pessoa possa estar noutro lugar?',
    fr: 'Pourquoi approuver bien que la même personne soit peut-être ailleurs ?',
  },
  duplicateReasonHelp: {
    en: 'Needed to approve: the same identity number is in this programme already.',
    pt: 'Necessário para aprovar: o mesmo número de identificação já está neste programa.',
    fr: 'Nécessaire pour approuver : le même numéro d’identification est déjà dans ce programme.',
  },
  duplicateReasonWas: {
    en: 'Approved although the same person may be elsewhere: {reason}',
    pt: 'Aprovada embora a mesma pessoa possa estar noutro lugar: {reason}',
    fr: 'Approuvée bien que la même personne soit peut-être ailleurs : {reason}',
  },
  tookIn: {
    en: '{name} took this application in. If that was you, another person must decide it.',
    pt: '{name} recebeu esta candidatura. Se foi você, outra pessoa tem de decidir.',
    fr: '{name} a reçu cette demande. Si c’est vous, une autre personne doit décider.',
  },
  decidedBefore: {
    en: '{name} has decided this application before. If that was you, another person must decide it this time.',
    pt: '{name} já decidiu esta candidatura. Se foi você, desta vez outra pessoa tem de decidir.',
    fr: '{name} a déjà décidé de cette demande. Si c’est vous, une autre personne doit décider cette fois.',
  },
  notShown: {
    en: 'Names and where the money would go could not be fetched. Nothing can be approved until they are shown.',
    pt: 'Não foi possível obter os nomes nem o destino do dinheiro. Nada se aprova antes de aparecerem.',
    fr: 'Les noms et la destination de l’argent n’ont pas pu être obtenus. Rien n’est approuvé avant leur affichage.',
  },
  noConsent: {
    en: 'The household has not agreed to its data being used for this. It can be approved once the consent is recorded.',
    pt: 'O agregado não aceitou que os seus dados sejam usados para isto. Poderá ser aprovada quando o consentimento for registado.',
    fr: 'Le ménage n’a pas accepté que ses données servent à cela. On pourra approuver quand le consentement sera enregistré.',
  },
  earlier: { en: 'Earlier decisions', pt: 'Decisões anteriores', fr: 'Décisions antérieures' },
  programme: { en: 'Programme', pt: 'Programa', fr: 'Programme' },
  area: { en: 'Area', pt: 'Área', fr: 'Zone' },
  submitted: { en: 'Submitted', pt: 'Apresentada', fr: 'Déposée' },
  recommendation: { en: 'The rules say', pt: 'As regras dizem', fr: 'Les règles disent' },
  eligible: { en: 'Qualifies', pt: 'Tem direito', fr: 'Y a droit' },
  ineligible: { en: 'Does not qualify', pt: 'Não tem direito', fr: 'N’y a pas droit' },
  needs_review: { en: 'Needs review', pt: 'Precisa de análise', fr: 'À examiner' },
  household: { en: 'See the household', pt: 'Ver o agregado', fr: 'Voir le ménage' },
  reasons: { en: 'Reasons', pt: 'Razões', fr: 'Raisons' },
  asOf: {
    en: 'Version {version} of the rules, as of {on}',
    pt: 'Versão {version} das regras, a {on}',
    fr: 'Version {version} des règles, au {on}',
  },
  decide: { en: 'Your decision', pt: 'A sua decisão', fr: 'Votre décision' },
  decided: { en: 'The decision', pt: 'A decisão', fr: 'La décision' },
  approve: { en: 'Approve', pt: 'Aprovar', fr: 'Approuver' },
  refuse: { en: 'Refuse', pt: 'Recusar', fr: 'Refuser' },
  reason: { en: 'Reason', pt: 'Motivo', fr: 'Motif' },
  reasonHelp: {
    en: 'Needed when you decide against the rules, and always when you refuse. The person will read it.',
    pt: 'Necessário quando decide contra as regras e sempre que recusa. A pessoa vai lê-lo.',
    fr: 'Nécessaire si vous décidez contre les règles, et toujours en cas de refus. La personne le lira.',
  },
  amountNotKnown: {
    en: 'How much it would pay depends on something that is not known. It can be approved once the register has the answer.',
    pt: 'O valor depende de algo que não se sabe. Poderá ser aprovada quando o registo tiver a resposta.',
    fr: 'Le montant dépend d’une chose inconnue. La demande pourra être approuvée quand le registre aura la réponse.',
  },
  ownWork: {
    en: 'You took this in, registered the household or asked for its payee, so another person decides.',
    pt: 'Você recebeu isto, registou o agregado ou pediu o seu recebedor, por isso outra pessoa decide.',
    fr: 'Vous avez reçu ceci, enregistré le ménage ou demandé son bénéficiaire du paiement : une autre personne décide.',
  },
  decidedBy: { en: 'Decided by {name}, {at}', pt: 'Decidido por {name}, {at}', fr: 'Décidé par {name}, {at}' },
  notYet: {
    en: 'The facts of this household have not arrived yet; nothing can be decided on what is not known.',
    pt: 'Os dados deste agregado ainda não chegaram; não se decide sobre o que não se sabe.',
    fr: 'Les données de ce ménage ne sont pas encore arrivées ; on ne décide pas sans savoir.',
  },
} as const;

/** By what two entries of the register look like one person. */
export const evidenceWords = {
  identifier: { en: 'same identity number', pt: 'mesmo número de identificação', fr: 'même numéro d’identification' },
  name: { en: 'name', pt: 'nome', fr: 'nom' },
  birth: { en: 'birth date', pt: 'data de nascimento', fr: 'date de naissance' },
  phone: { en: 'telephone', pt: 'telefone', fr: 'téléphone' },
} as const;

/** Where a person stands in a programme. */
export const standingWords = {
  applied: { en: 'applied', pt: 'candidatura feita', fr: 'demande faite' },
  waitlisted: { en: 'on the waiting list', pt: 'na lista de espera', fr: 'sur liste d’attente' },
  active: { en: 'receives', pt: 'recebe', fr: 'reçoit' },
  suspended: { en: 'suspended', pt: 'suspenso', fr: 'suspendu' },
  ended: { en: 'ended', pt: 'terminado', fr: 'terminé' },
} as const;
