import type { Sentence } from '../language/words.ts';

const words = (en: string, pt: string, fr: string): Sentence => ({ en, pt, fr });

const notHere = words(
  'It is not here, or not in your area.',
  'Não está aqui, ou não é da sua área.',
  'Introuvable, ou hors de votre zone.',
);
const wrongState = words(
  'It is no longer in a state that allows this. Load the page again and see what happened.',
  'O estado actual já não permite isto. Carregue a página de novo e veja o que aconteceu.',
  'Son état ne le permet plus. Rechargez la page et voyez ce qui s’est passé.',
);
const serviceTrouble = words(
  'The service has a problem just now. Try again in a minute.',
  'O serviço tem um problema neste momento. Tente de novo dentro de um minuto.',
  'Le service a un problème en ce moment. Réessayez dans une minute.',
);
const areaWrong = words('There is no such area.', 'Esta área não existe.', 'Cette zone n’existe pas.');

/** Every refusal that somebody at a screen can meet, as a sentence that says what to do. */
export const refusalWords: Record<string, Sentence> = {
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
    'Somebody changed this while you were looking, or what you sent before was done after all. Load it again and look before you go on.',
    'Alguém alterou isto entretanto, ou o que enviou antes foi feito. Carregue de novo e veja antes de continuar.',
    'Quelqu’un a modifié ceci entre-temps, ou votre envoi précédent a abouti. Rechargez et regardez avant de continuer.',
  ),
  'request.already_exists': words('There is one already.', 'Já existe.', 'Il y en a déjà un.'),
  'idempotency.key_reused': words(
    'Something else was sent before this. Load the page again and send it once more.',
    'Outra coisa foi enviada antes. Carregue a página de novo e envie outra vez.',
    'Autre chose a été envoyé auparavant. Rechargez la page et renvoyez.',
  ),
  'idempotency.still_running': words(
    'What you sent is still being worked on. Wait a moment and press again: nothing is done twice.',
    'O que enviou ainda está a ser tratado. Espere um momento e carregue de novo: nada se faz duas vezes.',
    'Votre envoi est encore en traitement. Attendez un instant et appuyez de nouveau : rien n’est fait deux fois.',
  ),
  'service.busy': words(
    'Somebody else is working on the same thing. Try again.',
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
  'window.service_away': words(
    'The service behind this does not answer. Try again in a minute.',
    'O serviço por trás disto não responde. Tente de novo dentro de um minuto.',
    'Le service concerné ne répond pas. Réessayez dans une minute.',
  ),
  'window.issuer_away': words(
    'Signing in is not possible just now. Try again in a minute.',
    'De momento não é possível entrar. Tente de novo dentro de um minuto.',
    'La connexion est impossible pour le moment. Réessayez dans une minute.',
  ),
  'access.area_out_of_reach': words(
    'This is in an area that is not yours.',
    'Isto é de uma área que não é a sua.',
    'Ceci relève d’une zone qui n’est pas la vôtre.',
  ),

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
  'registry.reference_taken': words(
    'The paper form with this number is registered already. Search for it before you go on.',
    'O formulário com este número já está registado. Procure-o antes de continuar.',
    'Le formulaire portant ce numéro est déjà enregistré. Cherchez-le avant de continuer.',
  ),
  'registry.head_missing': words(
    'Somebody must be the head of the household.',
    'Alguém tem de ser chefe do agregado.',
    'Quelqu’un doit être chef de ménage.',
  ),
  'registry.head_twice': words(
    'Only one person can be the head of the household.',
    'Só uma pessoa pode ser chefe do agregado.',
    'Une seule personne peut être chef de ménage.',
  ),
  'registry.too_many_members': words(
    'A household has at most sixty people.',
    'Um agregado tem no máximo sessenta pessoas.',
    'Un ménage compte au plus soixante personnes.',
  ),
  'registry.nobody_alive': words(
    'Nobody of this household would be alive: close the household instead.',
    'Ninguém deste agregado estaria vivo: encerre o agregado.',
    'Personne de ce ménage ne serait en vie : clôturez plutôt le ménage.',
  ),
  'registry.member_not_found': words(
    'A person who is named does not belong to the household.',
    'Uma pessoa indicada não pertence ao agregado.',
    'Une personne indiquée n’appartient pas au ménage.',
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
    'Somebody else must decide: you asked for this change yourself.',
    'Outra pessoa tem de decidir: foi você que pediu esta alteração.',
    'Une autre personne doit décider : vous avez demandé ce changement vous-même.',
  ),
  'registry.no_payee_change': words(
    'No change of who collects waits for a second person.',
    'Nenhuma alteração de quem recebe aguarda uma segunda pessoa.',
    'Aucun changement de bénéficiaire n’attend une deuxième personne.',
  ),
  'registry.duplicate_own': words(
    'Somebody else must say that these are two people: you registered one of them.',
    'Outra pessoa tem de dizer que são duas pessoas: você registou uma delas.',
    'Une autre personne doit dire que ce sont deux personnes : vous en avez enregistré une.',
  ),
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
  'registry.import_not_found': words(
    'There is no such import.',
    'Esta importação não existe.',
    'Cet import n’existe pas.',
  ),
  'registry.import_empty': words('The file has no rows.', 'O ficheiro não tem linhas.', 'Le fichier n’a aucune ligne.'),
  'registry.import_binary': words(
    'The file is not text. Save the spreadsheet as CSV (UTF-8) and choose that file.',
    'O ficheiro não é texto. Guarde a folha como CSV (UTF-8) e escolha esse ficheiro.',
    'Le fichier n’est pas du texte. Enregistrez la feuille en CSV (UTF-8) et choisissez ce fichier.',
  ),
  'registry.import_not_utf8': words(
    'The file is not UTF-8. Save the spreadsheet as CSV (UTF-8) and choose that file.',
    'O ficheiro não é UTF-8. Guarde a folha como CSV (UTF-8) e escolha esse ficheiro.',
    'Le fichier n’est pas en UTF-8. Enregistrez la feuille en CSV (UTF-8) et choisissez ce fichier.',
  ),
  'registry.import_header_unreadable': words(
    'The first line of the file must name its columns.',
    'A primeira linha do ficheiro tem de nomear as colunas.',
    'La première ligne du fichier doit nommer ses colonnes.',
  ),
  'registry.import_columns_missing': words(
    'Columns that every file must have are missing.',
    'Faltam colunas obrigatórias.',
    'Il manque des colonnes obligatoires.',
  ),
  'registry.import_columns_unknown': words(
    'The file has columns that are not known.',
    'O ficheiro tem colunas desconhecidas.',
    'Le fichier a des colonnes inconnues.',
  ),
  'registry.import_columns_repeated': words(
    'The file has a column twice.',
    'O ficheiro tem uma coluna repetida.',
    'Le fichier a deux fois la même colonne.',
  ),
  'registry.import_too_many_columns': words(
    'The file has more columns than a file of households can have.',
    'O ficheiro tem colunas a mais.',
    'Le fichier a trop de colonnes.',
  ),
  'registry.import_given_up': words(
    'It stopped after several tries. Import the same file again: what was taken is not taken twice.',
    'Parou depois de várias tentativas. Importe o mesmo ficheiro de novo: o que entrou não entra duas vezes.',
    'Il s’est arrêté après plusieurs essais. Importez le même fichier : ce qui est pris ne l’est pas deux fois.',
  ),
  'registry.import_csv_broken': words(
    'From some line on the file cannot be read: a quote is not closed.',
    'A partir de uma linha o ficheiro não pode ser lido: falta fechar aspas.',
    'À partir d’une ligne, le fichier est illisible : un guillemet n’est pas fermé.',
  ),
  'registry.import_too_many_rows': words(
    'The file has more rows than are read at once. Divide it and send the parts.',
    'O ficheiro tem demasiadas linhas. Divida-o e envie as partes.',
    'Le fichier a trop de lignes. Divisez-le et envoyez les parties.',
  ),
  'registry.import_too_large': words(
    'The file is too large. Divide it and send the parts.',
    'O ficheiro é demasiado grande. Divida-o e envie as partes.',
    'Le fichier est trop gros. Divisez-le et envoyez les parties.',
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
    'Somebody else must decide the appeal: you had a hand in what it is against.',
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
  'reporting.area_not_then': words(
    'The area did not exist on this day.',
    'A área não existia nesse dia.',
    'La zone n’existait pas ce jour-là.',
  ),
  'messaging.parked_event_not_found': notHere,
  'messaging.parked_event_settled': wrongState,
};

/** What is said of a refusal that has no words of its own yet, by what its status means. */
export const otherRefusal: Record<'notFound' | 'conflict' | 'wrong', Sentence> = {
  notFound: notHere,
  conflict: words(
    'This cannot be done as things are now. Load the page again and look.',
    'Isto não se pode fazer na situação actual. Carregue a página de novo e veja.',
    'Cela ne se peut pas dans la situation actuelle. Rechargez la page et regardez.',
  ),
  wrong: words(
    'What was sent cannot be taken as it is.',
    'O que foi enviado não pode ser aceite assim.',
    'Ce qui a été envoyé ne peut être pris tel quel.',
  ),
};
