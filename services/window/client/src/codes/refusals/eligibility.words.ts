import { words, type Sentence } from '../../language/words.ts';
import { notHere, wrongState } from './shared.words.ts';

/** What eligibility refuses. */
export const eligibilityRefusals: Record<string, Sentence> = {
  'eligibility.no_consent': words(
    'The household has not agreed to its data being used to find out what it qualifies for. Record its consent first.',
    'O agregado não aceitou que os seus dados sirvam para saber a que tem direito. Registe primeiro o consentimento.',
    'Le ménage n’a pas accepté que ses données servent à établir ses droits. Enregistrez d’abord son consentement.',
  ),
  'eligibility.duplicate_suspected': words(
    'A person with the same identity number is in this programme or waits for it. Say why both may be in it, or refuse.',
    'Alguém com o mesmo número de identificação está neste programa ou à espera. Diga porque podem estar ambos, ou recuse.',
    'Quelqu’un ayant le même numéro d’identification est dans ce programme ou l’attend. Dites pourquoi les deux peuvent y être, ou refusez.',
  ),
  'eligibility.as_of_in_future': words(
    'The day has not come yet.',
    'O dia ainda não chegou.',
    'Le jour n’est pas encore venu.',
  ),
  'eligibility.facts_not_arrived': words(
    'This household has not arrived at eligibility yet. It takes a few seconds after registration.',
    'A elegibilidade ainda não conhece este agregado. Demora alguns segundos depois do registo.',
    'L’éligibilité ne connaît pas encore ce ménage. Cela prend quelques secondes après l’enregistrement.',
  ),
  'eligibility.household_closed': words(
    'This household is closed, merged into another, or no one in it is alive.',
    'Este agregado está encerrado, fundido com outro, ou ninguém está vivo.',
    'Ce ménage est clos, fusionné, ou personne n’y est en vie.',
  ),
  'eligibility.programme_not_open': words(
    'The programme takes no applications yet.',
    'O programa ainda não aceita candidaturas.',
    'Le programme n’accepte pas encore de demandes.',
  ),
  'eligibility.wrong_subject': words(
    'This programme is for one person; apply for the person.',
    'Este programa é para uma pessoa; candidate a pessoa.',
    'Ce programme concerne une personne ; faites la demande pour elle.',
  ),
  'eligibility.application_not_found': notHere,
  'eligibility.application_open': words(
    'There is an application for this programme already, and it is not decided yet.',
    'Já há uma candidatura a este programa por decidir.',
    'Une demande pour ce programme attend déjà une décision.',
  ),
  'eligibility.already_enrolled': words(
    'They are in the programme already, or wait for a place in it.',
    'Já estão no programa ou à espera de lugar.',
    'Ils sont déjà dans le programme, ou attendent une place.',
  ),
  'eligibility.application_state': wrongState,
  'eligibility.own_application': words(
    'Another person must decide what you took in yourself.',
    'Outra pessoa tem de decidir o que você recebeu.',
    'Une autre personne doit décider de ce que vous avez reçu vous-même.',
  ),
  'eligibility.own_household': words(
    'Another person must decide: you registered this household, or asked for its payee.',
    'Outra pessoa tem de decidir: você registou este agregado ou pediu o seu recebedor.',
    'Une autre personne doit décider : vous avez enregistré ce ménage, ou demandé son bénéficiaire du paiement.',
  ),
  'eligibility.decided_before': words(
    'Another person must decide this time: you decided it before.',
    'Desta vez outra pessoa tem de decidir: já decidiu antes.',
    'Une autre personne doit décider cette fois : vous l’avez déjà fait.',
  ),
  'eligibility.reason_needed': words(
    'Write the reason: it is needed to refuse, or to decide otherwise than the rules.',
    'Escreva o motivo: é preciso para recusar ou decidir de outra forma que as regras.',
    'Écrivez le motif : il est nécessaire pour refuser ou décider autrement que les règles.',
  ),
  'eligibility.amount_unknown': words(
    'The amount depends on an answer that is missing. It can be approved once the register has it.',
    'O valor depende de uma resposta em falta. Poderá ser aprovada quando o registo a tiver.',
    'Le montant dépend d’une réponse manquante. On pourra approuver quand le registre l’aura.',
  ),
  'eligibility.subject_not_found': words(
    'The person has died, or does not belong to the household any more.',
    'A pessoa faleceu ou já não pertence ao agregado.',
    'La personne est décédée ou n’appartient plus au ménage.',
  ),
  'eligibility.enrolment_not_found': notHere,
  'eligibility.enrolment_state': wrongState,
  'eligibility.day_out_of_range': words(
    'The change must hold from a day after the one before it, and not from one that has yet to come.',
    'A mudança tem de valer a partir de um dia posterior à anterior, e não de um dia que ainda não chegou.',
    'Le changement doit valoir à partir d’un jour postérieur au précédent, et non à venir.',
  ),
  'eligibility.programme_mismatch': words(
    'There is another programme with this code already.',
    'Já há outro programa com este código.',
    'Il y a déjà un autre programme avec ce code.',
  ),
  'eligibility.programme_not_found': notHere,
  'eligibility.programme_unknown': words(
    'There is no such programme.',
    'Este programa não existe.',
    'Ce programme n’existe pas.',
  ),
  'eligibility.programme_invalid': words(
    'Something is wrong with the rules of this programme.',
    'Há algo errado nas regras deste programa.',
    'Quelque chose ne va pas dans les règles de ce programme.',
  ),
  'eligibility.same_author': words(
    'Another person must publish what you wrote.',
    'Outra pessoa tem de publicar o que você escreveu.',
    'Une autre personne doit publier ce que vous avez écrit.',
  ),
  'eligibility.reach_needs_reason': words(
    'Nearly everyone who is registered would qualify, or nearly no one. If that is meant, say why.',
    'Quase todos os registados teriam direito, ou quase nenhum. Se é isso que se pretende, diga porquê.',
    'Presque tous les inscrits y auraient droit, ou presque aucun. Si c’est voulu, dites pourquoi.',
  ),
  'eligibility.scorecard_differs': words(
    'There is another score card with this name already.',
    'Já há outra ficha de pontuação com este nome.',
    'Il y a déjà une autre grille de points à ce nom.',
  ),
  'eligibility.scorecard_not_found': notHere,
  'eligibility.scorecard_invalid': words(
    'Something is wrong with this score card.',
    'Há algo errado nesta ficha de pontuação.',
    'Quelque chose ne va pas dans cette grille de points.',
  ),
  'eligibility.search_without_term': words(
    'Write what to search for.',
    'Escreva o que procurar.',
    'Écrivez ce qu’il faut chercher.',
  ),
  'eligibility.version_differs': words(
    'This version of the programme has other rules already.',
    'Esta versão do programa já tem outras regras.',
    'Cette version du programme a déjà d’autres règles.',
  ),
  'eligibility.version_not_draft': words(
    'This version is published already and cannot be changed.',
    'Esta versão já está publicada e não pode ser alterada.',
    'Cette version est déjà publiée et ne peut être modifiée.',
  ),
  'eligibility.version_not_found': notHere,
  'eligibility.version_not_later': words(
    'A new version must begin later than the one before.',
    'Uma nova versão tem de começar depois da anterior.',
    'Une nouvelle version doit commencer après la précédente.',
  ),
};
