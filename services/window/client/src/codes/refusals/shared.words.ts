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
