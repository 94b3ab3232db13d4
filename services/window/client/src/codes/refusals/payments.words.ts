import { words, type Sentence } from '../../language/words.ts';
import { amountTooLarge, dayNotCome, decidedAlready, notHere, wrongState } from './shared.words.ts';

/** What payments refuses. */
export const paymentsRefusals: Record<string, Sentence> = {
  'payments.approved_list_changed': words(
    'The list is not the one that was approved. Nothing of it is sent.',
    'A lista não é a que foi aprovada. Nada dela é enviado.',
    'La liste n’est plus celle qui a été approuvée. Rien n’en est envoyé.',
  ),
  'payments.requester_cannot_confirm': words(
    'Somebody else must confirm whom the payment goes to.',
    'Outra pessoa tem de confirmar a quem vai o pagamento.',
    'Une autre personne doit confirmer à qui va le paiement.',
  ),
  'payments.proposer_cannot_confirm': words(
    'Somebody else must decide what you proposed yourself.',
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
    'Nothing is due to anybody for this period.',
    'Nada é devido a ninguém neste período.',
    'Rien n’est dû à personne pour cette période.',
  ),
  'payments.cycle_state': wrongState,
  'payments.maker_cannot_approve': words(
    'Somebody else must approve: you opened or submitted this cycle.',
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
    'Nobody is named who could be paid.',
    'Ninguém está indicado para receber.',
    'Personne n’est désigné pour recevoir.',
  ),
  'payments.difference_not_found': notHere,
  'payments.contribution_not_found': notHere,
  'payments.funds_not_found': notHere,
  'payments.settlement_not_found': notHere,
  'payments.reissue_not_found': notHere,
  'payments.difference_settled': decidedAlready,
  'payments.funds_decided': decidedAlready,
  'payments.settlement_decided': decidedAlready,
  'payments.reissue_decided': decidedAlready,
  'payments.day_in_future': dayNotCome,
  'payments.currencies_mixed': words(
    'Some of it is in another currency than the programme.',
    'Parte está noutra moeda que não a do programa.',
    'Une partie est dans une autre monnaie que celle du programme.',
  ),
  'payments.not_payable': words(
    'Something speaks against paying it. It has to be put right in the household or the enrolment first.',
    'Algo impede o pagamento. Tem de ser corrigido primeiro no agregado ou na inscrição.',
    'Quelque chose s’oppose au paiement. Corrigez d’abord le ménage ou l’inscription.',
  ),
  'payments.nothing_to_confirm': words(
    'The payment does not wait for anybody to confirm whom it goes to.',
    'O pagamento não aguarda que se confirme a quem vai.',
    'Le paiement n’attend pas qu’on confirme à qui il va.',
  ),
  'payments.already_reissued': words(
    'Another payment makes this one good already.',
    'Outro pagamento já substitui este.',
    'Un autre paiement remplace déjà celui-ci.',
  ),
  'payments.paid_already': words(
    'Another payment for the same period is paid or under way.',
    'Outro pagamento do mesmo período está pago ou a caminho.',
    'Un autre paiement pour la même période est payé ou en cours.',
  ),
  'payments.enrolment_not_standing': words(
    'They are not in the programme for this period any more.',
    'Já não estão no programa neste período.',
    'Ils ne sont plus dans le programme pour cette période.',
  ),
  'payments.difference_not_acceptable': words(
    'What was reported cannot be booked as it stands. It can be put aside.',
    'O que foi comunicado não pode ser lançado assim. Pode ser posto de lado.',
    'Ce qui a été signalé ne peut être comptabilisé tel quel. On peut le mettre de côté.',
  ),
  'payments.amount_beyond_counting': amountTooLarge,
  'payments.funds_beyond_counting': amountTooLarge,
  'payments.provider_exists': words(
    'There is another company of this code already.',
    'Já há outra empresa com este código.',
    'Il y a déjà une autre entreprise de ce code.',
  ),
  'payments.day_long_ago': words(
    'This day is very long ago. Look at the year.',
    'Este dia foi há muito tempo. Verifique o ano.',
    'Ce jour est très lointain. Vérifiez l’année.',
  ),
  'payments.funds_reference_used': words(
    'This reference stands for other funds already.',
    'Esta referência já é de outros fundos.',
    'Cette référence désigne déjà d’autres fonds.',
  ),
  'payments.other_currency': words(
    'The programme is in another currency.',
    'O programa está noutra moeda.',
    'Le programme est dans une autre monnaie.',
  ),
  'payments.receipt_used': words(
    'This receipt stands for another contribution already.',
    'Este recibo já é de outra contribuição.',
    'Ce reçu désigne déjà une autre cotisation.',
  ),
  'payments.not_a_member': words(
    'This person is not a member of the programme.',
    'Esta pessoa não é membro do programa.',
    'Cette personne n’est pas membre du programme.',
  ),
  'payments.contribution_reversed': words(
    'The contribution was reversed already.',
    'A contribuição já foi anulada.',
    'La cotisation a déjà été annulée.',
  ),
  'payments.paid_amount_missing': words(
    'Say what it came to in the currency of the payment.',
    'Diga quanto foi na moeda do pagamento.',
    'Dites à combien cela revient dans la monnaie du paiement.',
  ),
  'payments.paid_amount_not_asked': words(
    'The amount is known, or none was paid. Leave it out.',
    'O valor é conhecido, ou nada foi pago. Não o escreva.',
    'Le montant est connu, ou rien n’a été payé. Ne l’indiquez pas.',
  ),
  'payments.settlement_proposed': words(
    'Somebody has proposed already what became of this payment.',
    'Alguém já propôs o que aconteceu a este pagamento.',
    'Quelqu’un a déjà proposé ce qu’est devenu ce paiement.',
  ),
  'payments.maker_cannot_confirm': words(
    'Somebody else must confirm: you opened or submitted the cycle of this payment.',
    'Outra pessoa tem de confirmar: você abriu ou submeteu o ciclo deste pagamento.',
    'Une autre personne doit confirmer : vous avez ouvert ou soumis le cycle de ce paiement.',
  ),
  'payments.reissue_requested': words(
    'Somebody has asked already that it be paid again.',
    'Alguém já pediu que se pague de novo.',
    'Quelqu’un a déjà demandé de le payer de nouveau.',
  ),
  'payments.difference_open': words(
    'A difference about this payment, or about one that it replaces, waits to be settled first.',
    'Uma diferença deste pagamento, ou de um que ele substitui, tem de ser resolvida primeiro.',
    'Un écart sur ce paiement, ou sur un qu’il remplace, doit d’abord être réglé.',
  ),
  'payments.payee_changed': words(
    'Somebody else collects now. Load the page again and look to whom it would go.',
    'Agora é outra pessoa que recebe. Carregue a página de novo e veja a quem iria.',
    'Quelqu’un d’autre perçoit maintenant. Rechargez la page et voyez à qui il irait.',
  ),
};
