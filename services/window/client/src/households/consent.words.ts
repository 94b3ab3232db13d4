import type { Sentence } from '../language/words.ts';

/** The words of what a household agrees to. */
export const consentWords = {
  none: {
    en: 'The household has not agreed to its data being used.',
    pt: 'O agregado não aceitou que os seus dados sejam usados.',
    fr: 'Le ménage n’a pas accepté que ses données soient utilisées.',
  },
  noEligibility: {
    en: 'Without its consent it cannot be found out what it qualifies for.',
    pt: 'Sem o seu consentimento não se pode apurar a que tem direito.',
    fr: 'Sans son consentement, ses droits ne peuvent pas être établis.',
  },
  noPayment: {
    en: 'Without its consent its account is given to no payment company, and nothing is paid.',
    pt: 'Sem o seu consentimento a conta não é dada a nenhuma empresa de pagamento, e nada é pago.',
    fr: 'Sans son consentement, son compte n’est donné à aucune société de paiement, et rien n’est versé.',
  },
  purpose: { en: 'Agreed to', pt: 'Aceitou', fr: 'A accepté' },
  since: { en: 'Since', pt: 'Desde', fr: 'Depuis' },
  how: { en: 'How', pt: 'Como', fr: 'Comment' },
  withdrawnOn: { en: 'withdrawn on {on}', pt: 'retirado a {on}', fr: 'retiré le {on}' },
  action: { en: 'Change', pt: 'Alterar', fr: 'Modifier' },
  withdraw: { en: 'Withdraw', pt: 'Retirar', fr: 'Retirer' },
  withdrawOf: {
    en: 'Withdraw the consent to: {purpose}',
    pt: 'Retirar o consentimento para: {purpose}',
    fr: 'Retirer le consentement pour : {purpose}',
  },
  record: {
    en: 'The household agrees today to its data being used for',
    pt: 'O agregado aceita hoje que os seus dados sejam usados para',
    fr: 'Le ménage accepte aujourd’hui que ses données servent à',
  },
  method: { en: 'How it agreed', pt: 'Como aceitou', fr: 'Comment il a accepté' },
  save: { en: 'Record the consent', pt: 'Registar o consentimento', fr: 'Enregistrer le consentement' },
} as const;

/** What follows from today on when the consent to a purpose is withdrawn. */
export const withdrawalWords = {
  eligibility: {
    en: 'From today it is not found out what the household qualifies for. What it receives is suspended until it agrees again.',
    pt: 'A partir de hoje não se apura a que o agregado tem direito. O que recebe fica suspenso até aceitar de novo.',
    fr: 'À partir d’aujourd’hui, les droits du ménage ne sont plus établis. Ce qu’il reçoit est suspendu jusqu’à un nouveau consentement.',
  },
  payment: {
    en: 'From today its account is given to no payment company. Payments that are not sent yet are held until it agrees again.',
    pt: 'A partir de hoje a conta não é dada a nenhuma empresa de pagamento. Os pagamentos ainda não enviados ficam retidos até aceitar de novo.',
    fr: 'À partir d’aujourd’hui, son compte n’est donné à aucune société de paiement. Les paiements non envoyés sont retenus jusqu’à un nouveau consentement.',
  },
  statistics: {
    en: 'From today its people are counted only in totals in which they cannot be recognised.',
    pt: 'A partir de hoje as suas pessoas só são contadas em totais onde não podem ser reconhecidas.',
    fr: 'À partir d’aujourd’hui, ses membres ne sont comptés que dans des totaux où ils ne sont pas reconnaissables.',
  },
  referral: {
    en: 'From today its data are given to no other service.',
    pt: 'A partir de hoje os seus dados não são dados a nenhum outro serviço.',
    fr: 'À partir d’aujourd’hui, ses données ne sont données à aucun autre service.',
  },
  research: {
    en: 'From today its data are used in no research.',
    pt: 'A partir de hoje os seus dados não são usados em nenhuma investigação.',
    fr: 'À partir d’aujourd’hui, ses données ne servent à aucune recherche.',
  },
} as const satisfies Record<string, Sentence>;
