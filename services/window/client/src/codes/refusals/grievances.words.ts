import { words, type Sentence } from '../../language/words.ts';
import { areaWrong, notHere, wrongState } from './shared.words.ts';

/** What grievances refuses. */
export const grievancesRefusals: Record<string, Sentence> = {
  'grievances.category_unknown': words(
    'Complaints of this kind are not taken any more. Choose another.',
    'Já não se aceitam reclamações deste tipo. Escolha outro.',
    'Les réclamations de ce type ne sont plus prises. Choisissez-en un autre.',
  ),
  'grievances.case_not_found': notHere,
  'grievances.household_unknown': notHere,
  'grievances.application_unknown': notHere,
  'grievances.payment_unknown': notHere,
  'grievances.area_unknown': areaWrong,
  'grievances.subject_missing': words(
    'A complaint of this kind is filed from the page of the household, decision or payment.',
    'Uma reclamação deste tipo apresenta-se na página do agregado, da decisão ou do pagamento.',
    'Une réclamation de ce type se dépose depuis la page du ménage, de la décision ou du paiement.',
  ),
  'grievances.subjects_differ': words(
    'What the complaint is about belongs to different households.',
    'A reclamação refere-se a agregados diferentes.',
    'La réclamation porte sur des ménages différents.',
  ),
  'grievances.area_missing': words(
    'Say in which area it happened.',
    'Diga em que área aconteceu.',
    'Dites dans quelle zone cela s’est passé.',
  ),
  'grievances.action_not_possible': wrongState,
  'grievances.no_higher_level': words(
    'The complaint is at the highest level already.',
    'A reclamação já está no nível mais alto.',
    'La réclamation est déjà au niveau le plus élevé.',
  ),
  'grievances.appeal_not_found': notHere,
  'grievances.nothing_to_appeal': words(
    'There is no decision against the household to appeal against.',
    'Não há decisão contra o agregado de que recorrer.',
    'Il n’y a pas de décision contre le ménage à contester.',
  ),
  'grievances.appeal_too_late': words(
    'The time in which this could be appealed against is over.',
    'O prazo para recorrer terminou.',
    'Le délai d’appel est écoulé.',
  ),
  'grievances.appeal_already_filed': words(
    'There is an appeal against this already.',
    'Já há um recurso contra isto.',
    'Il y a déjà un recours.',
  ),
  'grievances.appeal_decided': words(
    'The appeal is decided already.',
    'O recurso já foi decidido.',
    'Le recours est déjà tranché.',
  ),
  'grievances.own_decision': words(
    'Another person must decide the appeal: you had a part in what it is against.',
    'Outra pessoa tem de decidir o recurso: participou no que está em causa.',
    'Une autre personne doit trancher : vous avez pris part à ce qui est contesté.',
  ),
  'grievances.number_unknown': words(
    'There is no complaint with this number. Compare it with what was written down.',
    'Não há reclamação com este número. Compare com o que foi escrito.',
    'Aucune réclamation ne porte ce numéro. Comparez avec ce qui a été noté.',
  ),
  'grievances.too_many_guesses': words(
    'Too many numbers were tried that do not exist. Wait a few minutes and try again.',
    'Tentaram-se demasiados números que não existem. Espere alguns minutos e tente de novo.',
    'Trop de numéros inexistants ont été essayés. Attendez quelques minutes et réessayez.',
  ),
  'grievances.appeal_not_about_case': words(
    'This appeal belongs to another complaint.',
    'Este recurso pertence a outra reclamação.',
    'Ce recours relève d’une autre réclamation.',
  ),
  'grievances.officer_not_eligible': words(
    'This person may not work on this complaint. Choose another.',
    'Esta pessoa não pode tratar esta reclamação. Escolha outra.',
    'Cette personne ne peut traiter cette réclamation. Choisissez-en une autre.',
  ),
  'grievances.officer_unknown': words(
    'There is no such officer.',
    'Este oficial não existe.',
    'Cet agent n’existe pas.',
  ),
};
