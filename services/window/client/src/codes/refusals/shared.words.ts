import { words } from '../../language/words.ts';

export const notHere = words(
  'It is not here, or not in your area.',
  'Não está aqui, ou não é da sua área.',
  'Introuvable, ou hors de votre zone.',
);
export const wrongState = words(
  'It is no longer in a state that allows this. Load the page again and see what happened.',
  'O estado actual já não permite isto. Carregue a página de novo e veja o que aconteceu.',
  'Son état ne le permet plus. Rechargez la page et voyez ce qui s’est passé.',
);
export const serviceTrouble = words(
  'The service has a problem just now. Try again in a minute.',
  'O serviço tem um problema neste momento. Tente de novo dentro de um minuto.',
  'Le service a un problème en ce moment. Réessayez dans une minute.',
);
export const areaWrong = words('There is no such area.', 'Esta área não existe.', 'Cette zone n’existe pas.');
export const decidedAlready = words(
  'Somebody has decided this already. Load the page again and see.',
  'Alguém já decidiu isto. Carregue a página de novo e veja.',
  'Quelqu’un en a déjà décidé. Rechargez la page et voyez.',
);
export const dayNotCome = words(
  'This day has not come yet.',
  'Este dia ainda não chegou.',
  'Ce jour n’est pas encore venu.',
);
export const amountTooLarge = words(
  'The amount is larger than the books can hold. Look at its digits.',
  'O valor é maior do que os livros podem conter. Verifique os algarismos.',
  'Le montant dépasse ce que les livres peuvent contenir. Vérifiez les chiffres.',
);
