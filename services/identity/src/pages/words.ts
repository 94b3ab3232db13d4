import type { Words } from './languages.ts';

/** Everything that the pages of identity say, the languages side by side. */
export const words = {
  purpose: {
    en: 'One window for social protection',
    pt: 'Uma só janela para a proteção social',
    fr: 'Un guichet unique pour la protection sociale',
  },
  language: { en: 'Language', pt: 'Língua', fr: 'Langue' },
  problem: { en: 'There is a problem', pt: 'Há um problema', fr: 'Il y a un problème' },
  error: { en: 'Error:', pt: 'Erro:', fr: 'Erreur :' },

  signIn: { en: 'Sign in', pt: 'Entrar', fr: 'Se connecter' },
  email: { en: 'E-mail address', pt: 'Endereço de e-mail', fr: 'Adresse e-mail' },
  password: { en: 'Password', pt: 'Palavra-passe', fr: 'Mot de passe' },
  forgotten: {
    en: 'Forgotten your password? Your administrator can give you a new one.',
    pt: 'Esqueceu a palavra-passe? O seu administrador pode dar-lhe uma nova.',
    fr: 'Mot de passe oublié ? Votre administrateur peut vous en donner un nouveau.',
  },
  shared: {
    en: 'If others use this computer, sign out when you leave it.',
    pt: 'Se outras pessoas usam este computador, termine a sessão quando o deixar.',
    fr: 'Si d’autres personnes utilisent cet ordinateur, déconnectez-vous en le quittant.',
  },
  emailMissing: {
    en: 'Enter your e-mail address',
    pt: 'Escreva o seu endereço de e-mail',
    fr: 'Saisissez votre adresse e-mail',
  },
  passwordMissing: { en: 'Enter your password', pt: 'Escreva a sua palavra-passe', fr: 'Saisissez votre mot de passe' },
  noMatch: {
    en: 'The e-mail address and the password do not go together. Check both, and try again.',
    pt: 'O endereço de e-mail e a palavra-passe não correspondem. Verifique os dois e tente de novo.',
    fr: 'L’adresse e-mail et le mot de passe ne correspondent pas. Vérifiez les deux et réessayez.',
  },
  wait: {
    en: 'Too many tries did not fit. Wait {minutes} min, then try again.',
    pt: 'Demasiadas tentativas falhadas. Espere {minutes} min e tente de novo.',
    fr: 'Trop d’essais sans succès. Attendez {minutes} min, puis réessayez.',
  },
  unreadable: {
    en: 'What was sent could not be read. Enter it again.',
    pt: 'Não foi possível ler o que foi enviado. Escreva de novo.',
    fr: 'L’envoi n’a pas pu être lu. Saisissez-le à nouveau.',
  },

  demonstration: {
    en: 'Demonstration: choose whom to be',
    pt: 'Demonstração: escolha quem quer ser',
    fr: 'Démonstration : choisissez qui être',
  },
  demonstrationSays: {
    en: 'No one in here is real. All have the same password; it was printed when the demonstration started.',
    pt: 'Aqui ninguém é real. Todos têm a mesma palavra-passe, impressa quando a demonstração começou.',
    fr: 'Personne ici n’est réel. Tous ont le même mot de passe, affiché au lancement de la démonstration.',
  },

  goToWindow: { en: 'Go to Janela', pt: 'Ir para a Janela', fr: 'Aller à Janela' },
  expired: { en: 'This page has expired', pt: 'Esta página expirou', fr: 'Cette page a expiré' },
  expiredSays: {
    en: 'It was open for too long, or you have signed in already. Start again from Janela.',
    pt: 'Esteve aberta demasiado tempo, ou já entrou. Comece de novo a partir da Janela.',
    fr: 'Elle est restée ouverte trop longtemps, ou vous êtes déjà connecté. Recommencez depuis Janela.',
  },
  refused: { en: 'This link does not work', pt: 'Esta ligação não funciona', fr: 'Ce lien ne fonctionne pas' },
  refusedSays: {
    en: 'Something in its address is not right. Start again from Janela. If it happens again, show this to your administrator:',
    pt: 'Algo no endereço não está certo. Comece de novo a partir da Janela. Se voltar a acontecer, mostre isto ao seu administrador:',
    fr: 'Quelque chose dans son adresse ne va pas. Recommencez depuis Janela. Si cela se reproduit, montrez ceci à votre administrateur :',
  },
  missing: { en: 'There is nothing here', pt: 'Não há nada aqui', fr: 'Il n’y a rien ici' },
  missingSays: {
    en: 'The address may have been copied without its end. Start again from Janela.',
    pt: 'O endereço pode ter sido copiado sem o fim. Comece de novo a partir da Janela.',
    fr: 'L’adresse a peut-être été copiée sans sa fin. Recommencez depuis Janela.',
  },
  failed: {
    en: 'Something went wrong on our side',
    pt: 'Algo correu mal do nosso lado',
    fr: 'Un problème est survenu de notre côté',
  },
  failedSays: {
    en: 'Nothing is lost. Wait a minute, then start again from Janela. If it happens again, show this to your administrator:',
    pt: 'Nada se perdeu. Espere um minuto e comece de novo a partir da Janela. Se voltar a acontecer, mostre isto ao seu administrador:',
    fr: 'Rien n’est perdu. Attendez une minute, puis recommencez depuis Janela. Si cela se reproduit, montrez ceci à votre administrateur :',
  },

  signOutQuestion: { en: 'Sign out of Janela?', pt: 'Terminar a sessão na Janela?', fr: 'Se déconnecter de Janela ?' },
  signOutSays: {
    en: 'To come back in you will need your password.',
    pt: 'Para voltar a entrar vai precisar da sua palavra-passe.',
    fr: 'Pour revenir, il vous faudra votre mot de passe.',
  },
  staySignedIn: { en: 'Stay signed in', pt: 'Continuar com a sessão', fr: 'Rester connecté' },
  signOut: { en: 'Sign out', pt: 'Terminar sessão', fr: 'Se déconnecter' },
  signedOut: { en: 'You have signed out', pt: 'A sua sessão terminou', fr: 'Vous êtes déconnecté' },
  signedOutSays: {
    en: 'You can leave this computer to another person.',
    pt: 'Pode deixar este computador a outra pessoa.',
    fr: 'Vous pouvez laisser cet ordinateur à quelqu’un d’autre.',
  },
  signInAgain: { en: 'Sign in again', pt: 'Entrar de novo', fr: 'Se reconnecter' },
} as const satisfies Record<string, Words>;
