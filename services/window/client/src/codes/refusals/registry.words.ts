import { words, type Sentence } from '../../language/words.ts';
import { areaWrong, notHere } from './shared.words.ts';

/** What registry refuses. */
export const registryRefusals: Record<string, Sentence> = {
  'registry.area_unknown': areaWrong,
  'registry.area_closed': words('The area does not exist any more.', 'A área já não existe.', 'La zone n’existe plus.'),
  'registry.area_too_large': words(
    'Choose the district or ward where the household lives.',
    'Escolha o distrito ou a circunscrição onde vive o agregado.',
    'Choisissez le district ou la circonscription où vit le ménage.',
  ),
  'registry.household_not_found': words(
    'There is no such household in your area.',
    'Não há este agregado na sua área.',
    'Ce ménage n’existe pas dans votre zone.',
  ),
  'registry.household_not_active': words(
    'The household is closed or was merged into another.',
    'O agregado está encerrado ou foi fundido com outro.',
    'Le ménage est clos ou a été fusionné.',
  ),
  'registry.duplicate_reference': words(
    'The paper form with this number is registered already. Search for it before you go on.',
    'O formulário com este número já está registado. Procure-o antes de continuar.',
    'Le formulaire portant ce numéro est déjà enregistré. Cherchez-le avant de continuer.',
  ),
  'registry.head_missing': words(
    'One person must be the head of the household.',
    'Alguém tem de ser chefe do agregado.',
    'Quelqu’un doit être chef de ménage.',
  ),
  'registry.two_heads': words(
    'Only one person can be the head of the household.',
    'Só uma pessoa pode ser chefe do agregado.',
    'Une seule personne peut être chef de ménage.',
  ),
  'registry.identifier_twice': words(
    'Another person of this household has this identity number. Check both documents.',
    'Outra pessoa deste agregado tem este número de identificação. Verifique os dois documentos.',
    'Une autre personne de ce ménage a ce numéro d’identification. Vérifiez les deux documents.',
  ),
  'registry.too_many_members': words(
    'A household has at most sixty people.',
    'Um agregado tem no máximo sessenta pessoas.',
    'Un ménage compte au plus soixante personnes.',
  ),
  'registry.no_living_member': words(
    'No one of this household would be alive: close the household instead.',
    'Ninguém deste agregado estaria vivo: encerre o agregado.',
    'Personne de ce ménage ne serait en vie : clôturez plutôt le ménage.',
  ),
  'registry.member_not_found': words(
    'A person who is named does not belong to the household.',
    'Uma pessoa indicada não pertence ao agregado.',
    'Une personne indiquée n’appartient pas au ménage.',
  ),
  'registry.provider_unknown': words(
    'This country has no such provider. Choose one of the list.',
    'Este país não tem tal operador. Escolha um da lista.',
    'Ce pays n’a pas cet opérateur. Choisissez-en un de la liste.',
  ),
  'registry.payee_not_a_member': words(
    'Only a living person of the household can collect its money.',
    'Só uma pessoa viva do agregado pode receber o dinheiro.',
    'Seule une personne vivante du ménage peut recevoir l’argent.',
  ),
  'registry.person_not_found': notHere,
  'registry.search_without_term': words(
    'Type a name, a household number, an identity number or a telephone number.',
    'Escreva um nome, um número de agregado, um documento ou um telefone.',
    'Saisissez un nom, un numéro de ménage, une pièce d’identité ou un téléphone.',
  ),
  'registry.number_malformed': words(
    'This is not a household number. It looks like ZM104011-000010-0.',
    'Isto não é um número de agregado. Tem a forma ZM104011-000010-0.',
    'Ce n’est pas un numéro de ménage. Il ressemble à ZM104011-000010-0.',
  ),
  'registry.check_digit_wrong': words(
    'The household number has a wrong digit, or two digits swapped. Compare it with the card.',
    'O número do agregado tem um algarismo errado ou dois trocados. Compare com o cartão.',
    'Le numéro du ménage a un chiffre faux, ou deux inversés. Comparez avec la carte.',
  ),
  'registry.date_too_early': words(
    'A day lies before what it is about, such as before the birth or the registration.',
    'Um dia é anterior ao que se refere, como o nascimento ou o registo.',
    'Un jour précède ce dont il s’agit, comme la naissance ou l’enregistrement.',
  ),
  'registry.birth_unreadable': words(
    'Write a birth as a day, a month or a year, such as 16/08/1949, 08/1949 or 1949.',
    'Escreva o nascimento como dia, mês ou ano, por exemplo 16/08/1949, 08/1949 ou 1949.',
    'Écrivez la naissance comme un jour, un mois ou une année, par exemple 16/08/1949, 08/1949 ou 1949.',
  ),
  'registry.consent_withdrawn': words(
    'The consent was withdrawn after the day on which it was given.',
    'O consentimento foi retirado depois do dia em que foi dado.',
    'Le consentement a été retiré après le jour où il a été donné.',
  ),
  'registry.payee_change_own': words(
    'Another person must decide: you asked for this change yourself.',
    'Outra pessoa tem de decidir: foi você que pediu esta alteração.',
    'Une autre personne doit décider : vous avez demandé ce changement vous-même.',
  ),
  'registry.no_payee_change': words(
    'No change of who collects waits for a second person.',
    'Nenhuma alteração de quem recebe aguarda uma segunda pessoa.',
    'Aucun changement de bénéficiaire du paiement n’attend une deuxième personne.',
  ),
  'registry.duplicate_own': words(
    'Another person must say that these are two people: you registered one of them.',
    'Outra pessoa tem de dizer que são duas pessoas: você registou uma delas.',
    'Une autre personne doit dire que ce sont deux personnes : vous en avez enregistré une.',
  ),
  'registry.area_parent_unknown': words(
    'The area that this one belongs to does not exist.',
    'A área a que esta pertence não existe.',
    'La zone à laquelle celle-ci appartient n’existe pas.',
  ),
  'registry.death_before_birth': words(
    'No one can die before they are born. Look at the date.',
    'Ninguém pode morrer antes de nascer. Veja a data.',
    'Personne ne peut mourir avant de naître. Regardez la date.',
  ),
  'registry.death_withdrawal_own': words(
    'You certified this death: another person must withdraw it.',
    'Foi você quem certificou este óbito: outra pessoa tem de o anular.',
    'Vous avez certifié ce décès : une autre personne doit l’annuler.',
  ),
  'registry.death_reason_missing': words(
    'This death is certified. Write why it is to be withdrawn.',
    'Este óbito está certificado. Escreva por que deve ser anulado.',
    'Ce décès est certifié. Écrivez pourquoi il doit être annulé.',
  ),
  'registry.birth_long_ago': words(
    'This person was born more than five years ago. Choose arrival or correction instead of birth.',
    'Esta pessoa nasceu há mais de cinco anos. Escolha chegada ou correção em vez de nascimento.',
    'Cette personne est née il y a plus de cinq ans. Choisissez arrivée ou correction au lieu de naissance.',
  ),
  'registry.death_certified': words(
    'This death is certified already and cannot be changed here.',
    'Este óbito já está certificado e não pode ser alterado aqui.',
    'Ce décès est déjà certifié et ne peut être modifié ici.',
  ),
  'registry.no_death_reported': words(
    'No death of this person was reported.',
    'Não foi comunicado nenhum óbito desta pessoa.',
    'Aucun décès de cette personne n’a été signalé.',
  ),
  'registry.duplicate_not_found': notHere,
  'registry.duplicate_dismissed': words(
    'It was found already that they are two people.',
    'Alguém já verificou que são duas pessoas.',
    'Quelqu’un a déjà établi que ce sont deux personnes.',
  ),
  'registry.payee_change_of_another': words(
    'Another person asked for this change. Only they can take it back.',
    'Outra pessoa pediu esta mudança. Só ela a pode retirar.',
    'Une autre personne a demandé ce changement. Elle seule peut le retirer.',
  ),
};
