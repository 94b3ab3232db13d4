import type { LocalText } from '@janela/contracts';

/** Reasons in words. Codes of four capitals and digits are of ISO 20022's external code sets; the others are our own. */
export const reasons: Readonly<Record<string, LocalText>> = {
  no_payee: {
    en: 'It is not known who collects for the household',
    pt: 'Não se sabe quem recebe pelo agregado',
    fr: 'On ne sait pas qui reçoit pour le ménage',
  },
  no_provider: {
    en: 'No provider pays out in the way that was chosen',
    pt: 'Nenhum prestador paga pela via escolhida',
    fr: 'Aucun prestataire ne paie par la voie choisie',
  },
  enrolment_ended: {
    en: 'The enrolment has ended, or none of those it covers is left',
    pt: 'A inscrição terminou, ou já não há ninguém abrangido',
    fr: "L'inscription a pris fin, ou plus personne n'est couvert",
  },
  enrolment_suspended: {
    en: 'The enrolment is suspended',
    pt: 'A inscrição está suspensa',
    fr: "L'inscription est suspendue",
  },
  enrolment_changed: {
    en: 'Nothing is due for this period any more',
    pt: 'Já nada é devido para este período',
    fr: "Plus rien n'est dû pour cette période",
  },
  no_consent: {
    en: 'The household has not consented to its data being used for payment',
    pt: 'O agregado não consentiu que os seus dados sejam usados para o pagamento',
    fr: "Le ménage n'a pas consenti à l'usage de ses données pour le paiement",
  },
  payee_unconfirmed: {
    en: 'A change of payee or account waits for a second person',
    pt: 'Uma mudança de beneficiário ou de conta aguarda uma segunda pessoa',
    fr: 'Un changement de bénéficiaire ou de compte attend une deuxième personne',
  },
  payee_changed: {
    en: 'The payee or the account is another one than the list says',
    pt: 'O beneficiário ou a conta não é o que consta da lista',
    fr: "Le bénéficiaire ou le compte n'est pas celui de la liste",
  },
  no_account: {
    en: 'The money would go to an account, and none is known',
    pt: 'O dinheiro iria para uma conta, e nenhuma é conhecida',
    fr: "L'argent irait sur un compte, et aucun n'est connu",
  },
  payee_confirmation_requested: {
    en: 'The approver is to confirm whom it goes to',
    pt: 'O aprovador deve confirmar a quem se destina',
    fr: "L'approbateur doit confirmer à qui il est destiné",
  },
  payee_confirmed: {
    en: 'The approver has confirmed whom it goes to',
    pt: 'O aprovador confirmou a quem se destina',
    fr: "L'approbateur a confirmé à qui il est destiné",
  },
  reason_over: {
    en: 'The reason for which it was held is over',
    pt: 'O motivo da retenção deixou de existir',
    fr: "Le motif de la retenue n'existe plus",
  },
  frequency_differs: {
    en: 'The amount was computed for another frequency',
    pt: 'O valor foi calculado para outra periodicidade',
    fr: 'Le montant a été calculé pour une autre périodicité',
  },
  no_answer: {
    en: 'The provider has not answered',
    pt: 'O prestador não respondeu',
    fr: "Le prestataire n'a pas répondu",
  },
  released: { en: 'Released after it was held', pt: 'Libertado depois de retido', fr: 'Libéré après avoir été retenu' },
  death_reported: { en: 'A death was reported', pt: 'Foi comunicado um óbito', fr: 'Un décès a été signalé' },
  under_review: { en: 'Under review', pt: 'Em análise', fr: "En cours d'examen" },
  entered_in_error: { en: 'Entered in error', pt: 'Registado por engano', fr: 'Saisi par erreur' },
  AC01: {
    en: 'The account number is wrong',
    pt: 'O número da conta está errado',
    fr: 'Le numéro de compte est erroné',
  },
  AC04: { en: 'The account is closed', pt: 'A conta está encerrada', fr: 'Le compte est clos' },
  AC06: { en: 'The account is blocked', pt: 'A conta está bloqueada', fr: 'Le compte est bloqué' },
  AM04: { en: 'The provider lacks funds', pt: 'O prestador não tem fundos', fr: 'Le prestataire manque de fonds' },
  AM05: { en: 'It was sent twice', pt: 'Foi enviado duas vezes', fr: 'Il a été envoyé deux fois' },
  BE01: {
    en: 'The name does not fit the account',
    pt: 'O nome não corresponde à conta',
    fr: 'Le nom ne correspond pas au compte',
  },
  MD07: { en: 'The payee has died', pt: 'O beneficiário faleceu', fr: 'Le bénéficiaire est décédé' },
  MS03: { en: 'No reason was given', pt: 'Não foi indicado o motivo', fr: "Aucun motif n'a été donné" },
  NARR: { en: 'Other, as the provider says', pt: 'Outro, indicado pelo prestador', fr: 'Autre, selon le prestataire' },
  UNCOLLECTED: {
    en: 'It was not collected in time',
    pt: 'Não foi levantado a tempo',
    fr: "Il n'a pas été retiré à temps",
  },
};
