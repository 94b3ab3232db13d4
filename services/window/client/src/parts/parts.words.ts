/** The words of loading, empty, error and forbidden states, shared by every screen. */
export const partsWords = {
  loading: { en: 'Loading', pt: 'A carregar', fr: 'Chargement' },
  slow: {
    en: 'This takes longer than usual. You may wait, or go on elsewhere and come back.',
    pt: 'Está a demorar mais do que o habitual. Pode esperar, ou continuar noutro lado e voltar.',
    fr: 'C’est plus long que d’habitude. Vous pouvez attendre, ou continuer ailleurs et revenir.',
  },
  tryAgain: { en: 'Try again', pt: 'Tentar de novo', fr: 'Réessayer' },
  unreachable: { en: 'This part did not answer', pt: 'Esta parte não respondeu', fr: 'Cette partie n’a pas répondu' },
  partUnreachable: {
    en: '{what}: this part did not answer',
    pt: '{what}: esta parte não respondeu',
    fr: '{what} : cette partie n’a pas répondu',
  },
  whoCan: { en: 'Who can: {roles}.', pt: 'Quem pode: {roles}.', fr: 'Qui le peut : {roles}.' },
  unreachableText: {
    en: 'Nothing you entered is lost. The rest of the page still works.',
    pt: 'Nada do que escreveu se perdeu. O resto da página continua a funcionar.',
    fr: 'Rien de ce que vous avez saisi n’est perdu. Le reste de la page fonctionne.',
  },
  signedOut: { en: 'You have been signed out', pt: 'A sessão terminou', fr: 'Votre session est terminée' },
  signedOutText: {
    en: 'Sign in again to go on; you come back to this page.',
    pt: 'Entre de novo para continuar; volta a esta página.',
    fr: 'Reconnectez-vous pour continuer ; vous reviendrez à cette page.',
  },
  signIn: { en: 'Sign in', pt: 'Entrar', fr: 'Se connecter' },
  forbidden: {
    en: 'This is not part of your work',
    pt: 'Isto não faz parte do seu trabalho',
    fr: 'Ceci ne relève pas de votre travail',
  },
  forbiddenText: {
    en: 'Ask your supervisor if you need it.',
    pt: 'Fale com o seu supervisor se precisar.',
    fr: 'Demandez à votre responsable si vous en avez besoin.',
  },
  refused: { en: 'It was not done', pt: 'Não foi feito', fr: 'Cela n’a pas été fait' },
  changedMeanwhile: {
    en: 'Somebody changed this while you were looking. Load it again and look before you decide.',
    pt: 'Alguém alterou isto entretanto. Carregue de novo e veja antes de decidir.',
    fr: 'Quelqu’un a modifié ceci entre-temps. Rechargez et regardez avant de décider.',
  },
  code: { en: 'Code {code}', pt: 'Código {code}', fr: 'Code {code}' },
  more: { en: 'Show more', pt: 'Mostrar mais', fr: 'Afficher plus' },
} as const;
