import type { Sentence } from '../../language/words.ts';
import { notHere, words, wrongState } from './shared.words.ts';

/** What eligibility refuses. */
export const eligibilityRefusals: Record<string, Sentence> = {
  'eligibility.no_consent': words(
    'The household has not agreed to its data being used to find out what it qualifies for. Record its consent first.',
    'O agregado não aceitou que os seus dados sirvam para saber a que tem direito. Registe primeiro o consentimento.',
    'Le ménage n’a pas accepté que ses données servent à établir ses droits. Enregistrez d’abord son consentement.',
  ),
  'eligibility.duplicate_suspected': words(
    'Somebody with the same official number is in this programme or waits for it. Say why both may be in it, or refuse.',
    'Alguém com o mesmo número oficial está neste programa ou à espera. Diga porque podem estar ambos, ou recuse.',
    'Quelqu’un ayant le même numéro officiel est dans ce programme ou l’attend. Dites pourquoi les deux peuvent y être, ou refusez.',
  ),
  'eligibility.as_of_in_future': words(
    'The day has not come yet.',
    'O dia ainda não chegou.',
    'Le jour n’est pas encore venu.',
  ),
  'eligibility.facts_not_arrived': words(
    'Eligibility has not heard of this household yet. It takes a few seconds after registration.',
    'A elegibilidade ainda não conhece este agregado. Demora alguns segundos depois do registo.',
    'L’éligibilité ne connaît pas encore ce ménage. Cela prend quelques secondes après l’enregistrement.',
  ),
  'eligibility.household_over': words(
    'This household is closed, merged into another, or nobody in it is alive.',
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
    'There is an application for this programme already, and nobody has decided it yet.',
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
    'Somebody else must decide what you took in yourself.',
    'Outra pessoa tem de decidir o que você recebeu.',
    'Une autre personne doit décider de ce que vous avez reçu vous-même.',
  ),
  'eligibility.decided_before': words(
    'Somebody else must decide this time: you decided it before.',
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
  'eligibility.subject_gone': words(
    'The person has died, or does not belong to the household any more.',
    'A pessoa faleceu ou já não pertence ao agregado.',
    'La personne est décédée ou n’appartient plus au ménage.',
  ),
  'eligibility.enrolment_not_found': notHere,
  'eligibility.enrolment_state': wrongState,
};
