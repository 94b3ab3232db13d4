/** The words of withdrawing a death. */
export const deathWords = {
  withdraw: { en: 'Withdraw the death', pt: 'Retirar o óbito', fr: 'Retirer le décès' },
  withdrawOf: { en: 'Withdraw the death: {name}', pt: 'Retirar o óbito: {name}', fr: 'Retirer le décès : {name}' },
  why: {
    en: 'How is it known that the person is alive?',
    pt: 'Como se sabe que a pessoa está viva?',
    fr: 'Comment sait-on que la personne est en vie ?',
  },
  confirm: { en: 'Withdraw it', pt: 'Retirar', fr: 'Retirer ce décès' },
  follows: {
    en: '{name} is a living member of the household again, and what was suspended or held because of the death can go on. A death that is certified is withdrawn by another person than who certified it.',
    pt: '{name} volta a ser membro vivo do agregado, e o que foi suspenso ou retido por causa do óbito pode continuar. Um óbito certificado é retirado por outra pessoa que não a que o certificou.',
    fr: '{name} redevient un membre vivant du ménage, et ce qui était suspendu ou retenu à cause du décès peut reprendre. Un décès certifié est retiré par une autre personne que celle qui l’a certifié.',
  },
} as const;

/** The words of an enrolment whose person may be in the programme twice. */
export const resumeWords = {
  suspected: {
    en: 'The same person may be in the programme already, in household',
    pt: 'A mesma pessoa talvez já esteja no programa, no agregado',
    fr: 'La même personne est peut-être déjà dans le programme, dans le ménage',
  },
  resume: { en: 'Resume the enrolment', pt: 'Retomar a inscrição', fr: 'Reprendre l’inscription' },
  why: {
    en: 'Why may both be in the programme?',
    pt: 'Porque podem ambos estar no programa?',
    fr: 'Pourquoi les deux peuvent-ils être dans le programme ?',
  },
  confirm: { en: 'Resume it', pt: 'Retomar', fr: 'Reprendre' },
  follows: {
    en: 'From today the benefit is due again. The reason is kept with your name.',
    pt: 'A partir de hoje a prestação volta a ser devida. O motivo fica guardado com o seu nome.',
    fr: 'À partir d’aujourd’hui, la prestation est de nouveau due. Le motif est conservé avec votre nom.',
  },
} as const;
