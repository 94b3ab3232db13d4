import { words, type Sentence } from '../../language/words.ts';
import { notHere, wrongState } from './shared.words.ts';

/** What payments refuses. */
export const paymentsRefusals: Record<string, Sentence> = {
  'payments.approved_list_changed': words(
    'The list is not the one that was approved. Nothing of it is sent.',
    'A lista não é a que foi aprovada. Nada dela é enviado.',
    'La liste n’est plus celle qui a été approuvée. Rien n’en est envoyé.',
  ),
  'payments.requester_cannot_confirm': words(
    'Another person must confirm whom the payment goes to.',
    'Outra pessoa tem de confirmar a quem vai o pagamento.',
    'Une autre personne doit confirmer à qui va le paiement.',
  ),
  'payments.proposer_cannot_confirm': words(
    'Another person must decide what you proposed yourself.',
    'Outra pessoa tem de decidir o que você propôs.',
    'Une autre personne doit décider de ce que vous avez proposé.',
  ),
  'payments.programme_not_found': words(
    'This programme pays nothing out.',
    'Este programa não paga nada.',
    'Ce programme ne verse rien.',
  ),
  'payments.cycle_not_found': notHere,
  'payments.payment_not_found': notHere,
  'payments.period_in_future': words(
    'This period has not begun.',
    'Este período ainda não começou.',
    'Cette période n’a pas commencé.',
  ),
  'payments.period_starts_elsewhere': words(
    'No period of this programme starts with this month. Try the month before.',
    'Nenhum período deste programa começa neste mês. Experimente o mês anterior.',
    'Aucune période de ce programme ne commence ce mois-là. Essayez le mois précédent.',
  ),
  'payments.cycle_exists': words(
    'There is a cycle of this programme for this period already; it is in the list below.',
    'Já há um ciclo deste programa para este período; está na lista abaixo.',
    'Il y a déjà un cycle de ce programme pour cette période ; il est dans la liste ci-dessous.',
  ),
  'payments.nothing_due': words(
    'Nothing is due for this period.',
    'Nada é devido a ninguém neste período.',
    'Rien n’est dû à personne pour cette période.',
  ),
  'payments.cycle_state': wrongState,
  'payments.maker_cannot_approve': words(
    'Another person must approve: you opened or submitted this cycle.',
    'Outra pessoa tem de aprovar: você abriu ou enviou este ciclo.',
    'Une autre personne doit approuver : vous avez ouvert ou soumis ce cycle.',
  ),
  'payments.list_changed': words(
    'The list is not the one that was submitted. Send it back.',
    'A lista não é a que foi enviada. Devolva-a.',
    'La liste n’est plus celle qui a été soumise. Renvoyez-la.',
  ),
  'payments.not_enough_funds': words(
    'The programme does not have that much to spend. Funds must be recorded and approved first.',
    'O programa não tem tanto para gastar. Primeiro é preciso registar e aprovar fundos.',
    'Le programme n’a pas autant à dépenser. Des fonds doivent d’abord être enregistrés et approuvés.',
  ),
  'payments.cycle_not_settled': words(
    'Of some payments it is not known yet, or not explained, what became of them.',
    'De alguns pagamentos ainda não se sabe, ou não se explicou, o que lhes aconteceu.',
    'De certains paiements, on ignore encore ou on n’a pas expliqué ce qu’ils sont devenus.',
  ),
  'payments.payment_state': wrongState,
  'payments.no_payee': words(
    'No one is named who could be paid.',
    'Ninguém está indicado para receber.',
    'Personne n’est désigné pour recevoir.',
  ),
};
