import { words, type Sentence } from '../../language/words.ts';
import { notHere } from './shared.words.ts';

/** What payments refuses of funds, settlements, payments made again and contributions. */
export const moneyRefusals: Record<string, Sentence> = {
  'payments.already_reissued': words(
    'Another payment makes this one good already.',
    'Outro pagamento já substitui este.',
    'Un autre paiement remplace déjà celui-ci.',
  ),
  'payments.reissue_requested': words(
    'It was asked already that this payment be paid again.',
    'Alguém já pediu que este pagamento seja pago de novo.',
    'Quelqu’un a déjà demandé que ce paiement soit refait.',
  ),
  'payments.reissue_decided': words(
    'This request was approved or refused already.',
    'Alguém já aprovou ou recusou este pedido.',
    'Quelqu’un a déjà approuvé ou refusé cette demande.',
  ),
  'payments.reissue_not_found': notHere,
  'payments.payee_changed': words(
    'Another person or account would receive it than when it was first paid. Look at who it is, then approve again.',
    'Receberia outra pessoa ou conta do que da primeira vez. Veja quem é e aprove de novo.',
    'Une autre personne ou un autre compte le recevrait que la première fois. Regardez qui, puis approuvez de nouveau.',
  ),
  'payments.paid_already': words(
    'Another payment for the same period is paid or on its way.',
    'Outro pagamento do mesmo período já foi pago ou está a caminho.',
    'Un autre paiement de la même période est versé ou en route.',
  ),
  'payments.enrolment_not_standing': words(
    'The household is not enrolled for this period any more.',
    'O agregado já não está inscrito neste período.',
    'Le ménage n’est plus inscrit pour cette période.',
  ),
  'payments.not_payable': words(
    'Something speaks against paying it. The reason on this page says what; it has to be put right where it comes from.',
    'Algo impede o pagamento. O motivo nesta página diz o quê; tem de ser corrigido na origem.',
    'Quelque chose s’oppose au paiement. Le motif sur cette page dit quoi ; il faut le corriger à la source.',
  ),
  'payments.nothing_to_confirm': words(
    'This payment does not wait for a confirmation of who receives it.',
    'Este pagamento não espera que se confirme quem o recebe.',
    'Ce paiement n’attend pas que l’on confirme qui le reçoit.',
  ),
  'payments.maker_cannot_confirm': words(
    'Another person must confirm: you opened or submitted the cycle of this payment.',
    'Outra pessoa tem de confirmar: você abriu ou enviou o ciclo deste pagamento.',
    'Une autre personne doit confirmer : vous avez ouvert ou soumis le cycle de ce paiement.',
  ),
  'payments.difference_not_found': notHere,
  'payments.difference_open': words(
    'What a provider said of this payment does not fit, and waits to be settled. Settle it first.',
    'O que um operador disse deste pagamento não confere e aguarda resolução. Resolva-o primeiro.',
    'Ce qu’un opérateur a dit de ce paiement ne concorde pas et attend d’être réglé. Réglez-le d’abord.',
  ),
  'payments.difference_settled': words(
    'This is settled already, or it was proposed how to.',
    'Alguém já resolveu isto ou propôs como.',
    'Quelqu’un l’a déjà réglé, ou a proposé comment.',
  ),
  'payments.difference_not_acceptable': words(
    'What the provider said cannot be booked as it is. It can be put aside.',
    'O que o operador disse não pode ser registado assim. Pode ser posto de lado.',
    'Ce que l’opérateur a dit ne peut être comptabilisé tel quel. On peut l’écarter.',
  ),
  'payments.settlement_not_found': notHere,
  'payments.settlement_decided': words(
    'This was confirmed or refused already.',
    'Alguém já confirmou ou recusou isto.',
    'Quelqu’un l’a déjà confirmé ou refusé.',
  ),
  'payments.settlement_outdated': words(
    'The payment has changed since this was proposed. Refuse it; then it can be proposed again as things are now.',
    'O pagamento mudou desde que isto foi proposto. Recuse; depois pode ser proposto de novo como as coisas estão agora.',
    'Le paiement a changé depuis que ceci a été proposé. Refusez ; cela peut ensuite être proposé de nouveau selon l’état actuel.',
  ),
  'payments.settlement_proposed': words(
    'It was proposed already what became of this payment.',
    'Alguém já propôs o que aconteceu a este pagamento.',
    'Quelqu’un a déjà proposé ce qu’est devenu ce paiement.',
  ),
  'payments.paid_amount_missing': words(
    'Say how much was paid, in the currency of the payment.',
    'Diga quanto foi pago, na moeda do pagamento.',
    'Dites combien a été versé, dans la monnaie du paiement.',
  ),
  'payments.paid_amount_not_asked': words(
    'The amount is known, or nothing was paid. Leave the amount empty.',
    'O valor é conhecido ou nada foi pago. Deixe o valor em branco.',
    'Le montant est connu, ou rien n’a été versé. Laissez le montant vide.',
  ),
  'payments.amount_beyond_counting': words(
    'This amount is larger than the books can hold. Look at it again.',
    'Este valor é maior do que os livros suportam. Veja-o de novo.',
    'Ce montant dépasse ce que les livres peuvent contenir. Revoyez-le.',
  ),
  'payments.funds_not_found': notHere,
  'payments.funds_decided': words(
    'These funds were approved or refused already.',
    'Alguém já aprovou ou recusou estes fundos.',
    'Quelqu’un a déjà approuvé ou refusé ces fonds.',
  ),
  'payments.funds_reference_used': words(
    'This reference stands for other funds already. Look at the list.',
    'Esta referência já é de outros fundos. Veja a lista.',
    'Cette référence désigne déjà d’autres fonds. Voyez la liste.',
  ),
  'payments.funds_beyond_counting': words(
    'With these funds there would be more than the books can hold. Look at the amount again.',
    'Com estes fundos haveria mais do que os livros suportam. Veja o valor de novo.',
    'Avec ces fonds, les livres ne suffiraient plus. Revoyez le montant.',
  ),
  'payments.other_currency': words(
    'The programme is in another currency.',
    'O programa é noutra moeda.',
    'Le programme est dans une autre monnaie.',
  ),
  'payments.currencies_mixed': words(
    'Some of what is due is in another currency than the programme. Nothing is paid until that is put right.',
    'Parte do que é devido está noutra moeda. Nada se paga até isso ser corrigido.',
    'Une partie de ce qui est dû est dans une autre monnaie. Rien n’est versé avant correction.',
  ),
  'payments.day_in_future': words(
    'This day has not come yet.',
    'Este dia ainda não chegou.',
    'Ce jour n’est pas encore venu.',
  ),
  'payments.day_long_ago': words(
    'This day is too long ago. Look at the year.',
    'Este dia é demasiado antigo. Veja o ano.',
    'Ce jour est trop ancien. Regardez l’année.',
  ),
  'payments.provider_exists': words(
    'There is another provider with this code already.',
    'Já há outro operador com este código.',
    'Il y a déjà un autre opérateur avec ce code.',
  ),
  'payments.instruction_not_found': notHere,
  'payments.contribution_not_found': notHere,
  'payments.contribution_reversed': words(
    'This contribution was reversed already.',
    'Esta contribuição já foi anulada.',
    'Cette cotisation a déjà été annulée.',
  ),
  'payments.receipt_used': words(
    'This receipt stands for another contribution already.',
    'Este recibo já é de outra contribuição.',
    'Ce reçu désigne déjà une autre cotisation.',
  ),
  'payments.member_died': words(
    'This person had died by then, so nothing can be paid in for them.',
    'Esta pessoa já tinha falecido nessa data, por isso nada pode ser pago em seu nome.',
    'Cette personne était déjà décédée à cette date : rien ne peut être versé pour elle.',
  ),
  'payments.not_a_member': words(
    'This person is not a member of the programme.',
    'Esta pessoa não é membro do programa.',
    'Cette personne n’est pas membre du programme.',
  ),
  'payments.outcome_after_final': words(
    'Something else is known for certain already. What was said is written down for a person to settle.',
    'Já se sabe outra coisa ao certo. O que foi dito fica anotado para alguém resolver.',
    'Autre chose est déjà certain. Ce qui a été dit est noté pour être réglé.',
  ),
  'payments.outcome_amount_differs': words(
    'The amount is not the one that was to be paid. It is written down for a person to settle.',
    'O valor não é o que devia ser pago. Fica anotado para alguém resolver.',
    'Le montant n’est pas celui qui devait être versé. Il est noté pour être réglé.',
  ),
  'payments.outcome_currency_differs': words(
    'The currency is not the one of the payment. It is written down for a person to settle.',
    'A moeda não é a do pagamento. Fica anotado para alguém resolver.',
    'La monnaie n’est pas celle du paiement. C’est noté pour être réglé.',
  ),
  'payments.outcome_before_instruction': words(
    'This cannot have happened before it was asked for. It is written down for a person to settle.',
    'Isto não pode ter acontecido antes de ser pedido. Fica anotado para alguém resolver.',
    'Cela ne peut avoir eu lieu avant d’être demandé. C’est noté pour être réglé.',
  ),
  'payments.outcome_in_future': words(
    'This cannot have happened yet. It is written down for a person to settle.',
    'Isto ainda não pode ter acontecido. Fica anotado para alguém resolver.',
    'Cela ne peut pas encore avoir eu lieu. C’est noté pour être réglé.',
  ),
};
