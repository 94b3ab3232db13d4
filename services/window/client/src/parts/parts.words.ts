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
  sentNoAnswer: { en: 'No answer came', pt: 'Não veio resposta', fr: 'Aucune réponse n’est venue' },
  sentNoAnswerText: {
    en: 'What you sent may have been saved. Press the button again: it finds out, and nothing is done twice. Your answers are kept.',
    pt: 'O que enviou pode ter sido guardado. Carregue de novo no botão: verifica-se, e nada se faz duas vezes. As respostas ficam guardadas.',
    fr: 'Votre envoi a peut-être abouti. Appuyez de nouveau : on le vérifie, et rien n’est fait deux fois. Vos réponses sont gardées.',
  },
  firstWasDone: {
    en: 'What you sent first was saved',
    pt: 'O que enviou primeiro foi guardado',
    fr: 'Votre premier envoi a été enregistré',
  },
  firstWasDoneText: {
    en: 'No answer had come, so we looked. What you changed since then has not been sent.',
    pt: 'Não tinha vindo resposta, por isso verificámos. O que alterou depois não foi enviado.',
    fr: 'Aucune réponse n’était venue, nous avons donc vérifié. Ce que vous avez changé depuis n’a pas été envoyé.',
  },
  openIt: { en: 'Open it', pt: 'Abrir', fr: 'L’ouvrir' },
  sendAsNew: {
    en: 'Send the changed one as another',
    pt: 'Enviar o alterado como outro',
    fr: 'Envoyer la version modifiée comme un autre envoi',
  },
  offline: { en: 'There is no connection', pt: 'Não há ligação', fr: 'Il n’y a pas de connexion' },
  offlineText: {
    en: 'This page has not been loaded yet and cannot be shown without a connection. What was on the screen is kept; try again when the connection is back.',
    pt: 'Esta página ainda não foi carregada e não pode ser mostrada sem ligação. O que estava no ecrã fica; tente de novo quando houver ligação.',
    fr: 'Cette page n’a pas encore été chargée et ne peut s’afficher sans connexion. L’écran reste tel quel ; réessayez quand la connexion revient.',
  },
  pageBroke: {
    en: 'This part cannot be shown',
    pt: 'Esta parte não pode ser mostrada',
    fr: 'Cette partie ne peut être affichée',
  },
  pageBrokeText: {
    en: 'Something here could not be read. The rest works; say to whoever helps you what you were looking at.',
    pt: 'Algo aqui não pôde ser lido. O resto funciona; diga a quem o ajuda o que estava a ver.',
    fr: 'Quelque chose ici n’a pas pu être lu. Le reste fonctionne ; dites à votre aide ce que vous regardiez.',
  },
  notFound: { en: 'Not found', pt: 'Não encontrado', fr: 'Introuvable' },
  keep: { en: 'Keep it', pt: 'Manter', fr: 'Garder' },
  discard: { en: 'Discard', pt: 'Apagar', fr: 'Abandonner' },
  discardQuestion: {
    en: 'Discard what you wrote?',
    pt: 'Apagar o que escreveu?',
    fr: 'Abandonner ce que vous avez écrit ?',
  },
  discardText: {
    en: 'Everything that you entered in this form is deleted from this device. This cannot be undone.',
    pt: 'Tudo o que introduziu neste formulário é apagado deste dispositivo. Não se pode desfazer.',
    fr: 'Tout ce que vous avez saisi dans ce formulaire est effacé de cet appareil. C’est irréversible.',
  },
  kept: {
    en: 'What you write here is kept on this device until you send or discard it.',
    pt: 'O que escrever aqui fica neste dispositivo até enviar ou apagar.',
    fr: 'Ce que vous écrivez ici reste sur cet appareil jusqu’à l’envoi ou l’abandon.',
  },
  shown: {
    en: '{count, plural, =0 {None} one {# shown} other {# shown}}, there are more.',
    pt: '{count, plural, =0 {Nenhum} one {# mostrado} other {# mostrados}}, há mais.',
    fr: '{count, plural, =0 {Aucun} one {# affiché} other {# affichés}}, il y en a d’autres.',
  },
  inAll: {
    en: '{count, plural, =0 {None} one {# in all} other {# in all}}.',
    pt: '{count, plural, =0 {Nenhum} one {# no total} other {# no total}}.',
    fr: '{count, plural, =0 {Aucun} one {# en tout} other {# en tout}}.',
  },
  signInFirst: {
    en: 'Sign in to see this page',
    pt: 'Entre para ver esta página',
    fr: 'Connectez-vous pour voir cette page',
  },
  notYourWork: {
    en: 'The page you asked for is not part of your work.',
    pt: 'A página que pediu não faz parte do seu trabalho.',
    fr: 'La page demandée ne relève pas de votre travail.',
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
  refused: { en: 'This was not done', pt: 'Isto não foi feito', fr: 'Cela n’a pas été fait' },
  formProblem: { en: 'Problem with this form', pt: 'Problema neste formulário', fr: 'Problème dans ce formulaire' },
  code: { en: 'Code {code}', pt: 'Código {code}', fr: 'Code {code}' },
  more: { en: 'Show more', pt: 'Mostrar mais', fr: 'Afficher plus' },
} as const;
