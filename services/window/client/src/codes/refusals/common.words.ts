import { words, type Sentence } from '../../language/words.ts';
import { areaWrong, notHere, serviceTrouble, wrongState } from './shared.words.ts';

/** What any service, the gateway, and the services without a table of their own refuse. */
export const commonRefusals: Record<string, Sentence> = {
  'request.invalid': words(
    'Some answers cannot be taken as they are. Correct them and send again.',
    'Algumas respostas não podem ser aceites assim. Corrija-as e envie de novo.',
    'Certaines réponses ne peuvent être prises telles quelles. Corrigez-les et renvoyez.',
  ),
  'request.forbidden_character': words(
    'The text has a character that cannot be kept. Type it again.',
    'O texto tem um carácter que não pode ser guardado. Escreva-o de novo.',
    'Le texte contient un caractère qui ne peut être gardé. Ressaisissez-le.',
  ),
  'request.too_large': words(
    'It is too large to send.',
    'É demasiado grande para enviar.',
    'C’est trop volumineux à envoyer.',
  ),
  'request.stale_version': words(
    'Another person changed this while you were looking, or what you sent before was done after all. Load it again and look before you go on.',
    'Alguém alterou isto entretanto, ou o que enviou antes foi feito. Carregue de novo e veja antes de continuar.',
    'Quelqu’un a modifié ceci entre-temps, ou votre envoi précédent a abouti. Rechargez et regardez avant de continuer.',
  ),
  'request.already_exists': words('There is one already.', 'Já existe.', 'Il y en a déjà un.'),
  'idempotency.key_reused': words(
    'Something else was sent before this. Load the page again and send it once more.',
    'Outra coisa foi enviada antes. Carregue a página de novo e envie outra vez.',
    'Autre chose a été envoyé auparavant. Rechargez la page et renvoyez.',
  ),
  'idempotency.key_void': words(
    'What you sent was given up before it arrived, and was not done. Press again to send it again.',
    'O que enviou foi abandonado antes de chegar e não foi feito. Carregue de novo para enviar outra vez.',
    'Votre envoi a été abandonné avant d’arriver et n’a pas été fait. Appuyez de nouveau pour le renvoyer.',
  ),
  'idempotency.key_done': words(
    'What you sent first was done. Look for it before you send anything again.',
    'O que enviou primeiro foi feito. Procure-o antes de enviar de novo.',
    'Votre premier envoi a été fait. Cherchez-le avant de renvoyer quoi que ce soit.',
  ),
  'idempotency.still_running': words(
    'What you sent is still being worked on. Wait a moment and press again: nothing is done twice.',
    'O que enviou ainda está a ser tratado. Espere um momento e carregue de novo: nada se faz duas vezes.',
    'Votre envoi est encore en traitement. Attendez un instant et appuyez de nouveau : rien n’est fait deux fois.',
  ),
  'service.busy': words(
    'Another person is working on the same thing. Try again.',
    'Outra pessoa está a trabalhar no mesmo. Tente de novo.',
    'Quelqu’un d’autre y travaille. Réessayez.',
  ),
  'service.too_slow': words(
    'The answer took too long. Try again.',
    'A resposta demorou demais. Tente de novo.',
    'La réponse a trop tardé. Réessayez.',
  ),
  'service.database_unreachable': serviceTrouble,
  'service.internal_error': serviceTrouble,
  'window.service_unavailable': words(
    'The service behind this does not answer. Try again in a minute.',
    'O serviço por trás disto não responde. Tente de novo dentro de um minuto.',
    'Le service concerné ne répond pas. Réessayez dans une minute.',
  ),
  'window.issuer_unavailable': words(
    'Signing in is not possible just now. Try again in a minute.',
    'De momento não é possível entrar. Tente de novo dentro de um minuto.',
    'La connexion est impossible pour le moment. Réessayez dans une minute.',
  ),
  'access.area_out_of_reach': words(
    'This is in an area that is not yours.',
    'Isto é de uma área que não é a sua.',
    'Ceci relève d’une zone qui n’est pas la vôtre.',
  ),
  'reporting.date_before_first_event': words(
    'There are no figures of a day before the first registration.',
    'Não há estatísticas de um dia anterior ao primeiro registo.',
    'Il n’y a pas de chiffres d’un jour antérieur au premier enregistrement.',
  ),
  'reporting.date_in_future': words(
    'The day lies in the future.',
    'O dia está no futuro.',
    'Le jour est dans l’avenir.',
  ),
  'reporting.area_unknown': areaWrong,
  'reporting.area_not_valid_on_date': words(
    'The area did not exist on this day.',
    'A área não existia nesse dia.',
    'La zone n’existait pas ce jour-là.',
  ),
  'messaging.parked_event_not_found': notHere,
  'messaging.parked_event_resolved': wrongState,
  'access.not_allowed': words(
    'This is not part of your work here.',
    'Isto não faz parte do seu trabalho aqui.',
    'Ceci ne fait pas partie de votre travail ici.',
  ),
  'access.issuer_unreachable': serviceTrouble,
  'reporting.area_required': words(
    'Choose one of your areas.',
    'Escolha uma das suas áreas.',
    'Choisissez une de vos zones.',
  ),
  'reporting.dates_in_wrong_order': words(
    'The last day lies before the first.',
    'O último dia é anterior ao primeiro.',
    'Le dernier jour précède le premier.',
  ),
  'reporting.format_unknown': words(
    'The figures can be had as CSV or XLSX.',
    'As estatísticas existem em CSV ou XLSX.',
    'Les chiffres existent en CSV ou XLSX.',
  ),
  'reporting.indicator_unknown': notHere,
  'reporting.snapshot_not_found': notHere,
  'reporting.source_unknown': words(
    'A row names a source that is not among the sources.',
    'Uma linha indica uma fonte que não está entre as fontes.',
    'Une ligne nomme une source qui n’est pas parmi les sources.',
  ),
  'reporting.counted_in_future': words(
    'Nothing is counted in a year that has yet to come. Say that it is a projection.',
    'Nada se conta num ano que ainda não chegou. Diga que é uma projecção.',
    'Rien n’est compté dans une année à venir. Dites que c’est une projection.',
  ),
  'reporting.duplicate_denominator': words(
    'The same value is given twice by the same source.',
    'O mesmo valor é dado duas vezes pela mesma fonte.',
    'La même valeur est donnée deux fois par la même source.',
  ),
  'reporting.age_groups_incomplete': words(
    'The age groups overlap, or leave ages out.',
    'Os grupos de idade sobrepõem-se ou deixam idades de fora.',
    'Les groupes d’âge se chevauchent ou omettent des âges.',
  ),
  'messaging.parked_event_unreadable': words(
    'This event cannot be read, and so not be tried again. It can be set aside.',
    'Este evento não se consegue ler, nem repetir. Pode ser posto de lado.',
    'Cet événement est illisible et ne peut être repris. On peut le mettre de côté.',
  ),
  'messaging.unknown_consumer': words(
    'The service does not listen to such events any more. It can be set aside.',
    'O serviço já não recebe estes eventos. Pode ser posto de lado.',
    'Le service n’écoute plus ces événements. On peut le mettre de côté.',
  ),
};
