import { words, type Sentence } from '../language/words.ts';

/** What is wrong with one answer, by the code of the service; `{label}` is the question or field. */
export const fieldProblemWords: Record<string, Sentence> = {
  required: words('{label}: this is needed.', '{label}: é preciso.', '{label} : nécessaire.'),
  invalid_type: words(
    '{label}: this is not the kind of answer that is asked for.',
    '{label}: não é o tipo de resposta pedido.',
    '{label} : ce n’est pas le genre de réponse demandé.',
  ),
  invalid_value: words(
    '{label}: choose one of the answers in the list.',
    '{label}: escolha uma das respostas da lista.',
    '{label} : choisissez une des réponses de la liste.',
  ),
  invalid_format: words(
    '{label}: this is not written as it must be.',
    '{label}: não está escrito como deve ser.',
    '{label} : ce n’est pas écrit comme il faut.',
  ),
  too_big: words(
    '{label}: this is too long or too large.',
    '{label}: é demasiado longo ou grande.',
    '{label} : c’est trop long ou trop grand.',
  ),
  too_small: words(
    '{label}: this is too short or too small.',
    '{label}: é demasiado curto ou pequeno.',
    '{label} : c’est trop court ou trop petit.',
  ),
  text_blank: words('{label}: write something.', '{label}: escreva algo.', '{label} : écrivez quelque chose.'),
  text_unreadable: words(
    '{label}: there is a character that cannot be read. Type it again.',
    '{label}: há um carácter ilegível. Escreva de novo.',
    '{label} : il y a un caractère illisible. Ressaisissez.',
  ),
  name_without_letters: words(
    '{label}: a name has letters.',
    '{label}: um nome tem letras.',
    '{label} : un nom a des lettres.',
  ),
  reason_given_elsewhere: words(
    '{label}: births, deaths, merges and files have their own page. Choose another reason.',
    '{label}: nascimentos, óbitos, fusões e ficheiros têm página própria. Escolha outro motivo.',
    '{label} : naissances, décès, fusions et fichiers ont leur propre page. Choisissez un autre motif.',
  ),
  not_a_number: words('{label}: write a number.', '{label}: escreva um número.', '{label} : écrivez un nombre.'),
  listed_twice: words(
    '{label}: something is named twice.',
    '{label}: algo está repetido.',
    '{label} : quelque chose est nommé deux fois.',
  ),
  date_in_future: words(
    '{label}: this day has not come yet.',
    '{label}: este dia ainda não chegou.',
    '{label} : ce jour n’est pas encore venu.',
  ),
  date_too_early: words(
    '{label}: this is more than 130 years ago.',
    '{label}: foi há mais de 130 anos.',
    '{label} : c’était il y a plus de 130 ans.',
  ),
  date_before_start: words(
    '{label}: this day lies before what it is about.',
    '{label}: este dia é anterior àquilo a que se refere.',
    '{label} : ce jour précède ce dont il s’agit.',
  ),
  head_missing: words(
    '{label}: one person must be the head of the household.',
    '{label}: alguém tem de ser chefe do agregado.',
    '{label} : quelqu’un doit être chef de ménage.',
  ),
  two_heads: words(
    '{label}: only one person can be the head of the household.',
    '{label}: só uma pessoa pode ser chefe do agregado.',
    '{label} : une seule personne peut être chef de ménage.',
  ),
  payee_not_a_member: words(
    '{label}: choose a person of the household.',
    '{label}: escolha alguém do agregado.',
    '{label} : choisissez quelqu’un du ménage.',
  ),
  payee_is_deputy: words(
    '{label}: choose two different people to collect the money.',
    '{label}: escolha duas pessoas diferentes para receber o dinheiro.',
    '{label} : choisissez deux personnes différentes pour recevoir l’argent.',
  ),
  identifier_type_unknown: words(
    '{label}: the country has no such document. Choose one from the list.',
    '{label}: o país não tem este documento. Escolha um da lista.',
    '{label} : le pays n’a pas ce document. Choisissez-en un dans la liste.',
  ),
  identifier_malformed: words(
    '{label}: numbers of this document look different.',
    '{label}: os números deste documento têm outra forma.',
    '{label} : les numéros de ce document ont une autre forme.',
  ),
  identifier_twice: words(
    '{label}: another person of this form has the same number.',
    '{label}: outra pessoa deste formulário tem o mesmo número.',
    '{label} : une autre personne de ce formulaire a le même numéro.',
  ),
  member_not_found: words(
    '{label}: this person is not in the household any more. Load it again.',
    '{label}: esta pessoa já não está no agregado. Carregue de novo.',
    '{label} : cette personne n’est plus dans le ménage. Rechargez.',
  ),
  consent_withdrawn: words(
    '{label}: the household withdrew its consent after this day. It needs a new day.',
    '{label}: o agregado retirou o consentimento depois deste dia. É preciso um novo dia.',
    '{label} : le ménage a retiré son consentement après ce jour. Il faut un nouveau jour.',
  ),
  subject_not_clear: words(
    '{label}: choose either a household or one person.',
    '{label}: escolha um agregado ou uma pessoa.',
    '{label} : choisissez un ménage ou une personne.',
  ),
  currency_unknown: words(
    '{label}: there is no such currency.',
    '{label}: esta moeda não existe.',
    '{label} : cette monnaie n’existe pas.',
  ),
  telephone_invalid: words(
    '{label}: this is not a telephone number of the country.',
    '{label}: não é um número de telefone do país.',
    '{label} : ce n’est pas un numéro de téléphone du pays.',
  ),
  account_invalid: words(
    '{label}: this account does not fit how the money is paid.',
    '{label}: esta conta não corresponde à forma de pagamento.',
    '{label} : ce compte ne correspond pas au mode de paiement.',
  ),
  area_malformed: words(
    '{label}: choose an area from the list.',
    '{label}: escolha uma área da lista.',
    '{label} : choisissez une zone dans la liste.',
  ),
  area_unknown: words(
    '{label}: there is no such area.',
    '{label}: esta área não existe.',
    '{label} : cette zone n’existe pas.',
  ),
  area_closed: words(
    '{label}: the area does not exist any more.',
    '{label}: a área já não existe.',
    '{label} : la zone n’existe plus.',
  ),
  category_unknown: words(
    '{label}: choose one from the list.',
    '{label}: escolha da lista.',
    '{label} : choisissez dans la liste.',
  ),
  amount_not_positive: words(
    '{label}: the amount must be more than nothing.',
    '{label}: o valor tem de ser superior a zero.',
    '{label} : le montant doit être supérieur à zéro.',
  ),
  search_term_missing: words(
    '{label}: write what to search for.',
    '{label}: escreva o que procurar.',
    '{label} : écrivez ce qu’il faut chercher.',
  ),
};

/** Said of a code that has no words of its own yet. */
export const otherFieldProblem = words(
  '{label}: this cannot be taken as it is. Look at it again.',
  '{label}: não pode ser aceite assim. Veja de novo.',
  '{label} : cela ne peut être pris tel quel. Revoyez-le.',
);

/** Appended where the country has an example. */
export const forExample = words('For example {example}.', 'Por exemplo {example}.', 'Par exemple {example}.');

/** What the fields of the smaller forms are called, by the last part of where a problem points. */
export const fieldLabels: Record<string, Sentence> = {
  description: words('What happened', 'O que aconteceu', 'Ce qui s’est passé'),
  reason: words('Reason', 'Motivo', 'Motif'),
  duplicateReason: words(
    'Reason to approve in spite of the duplicate',
    'Motivo para aprovar apesar do duplicado',
    'Motif d’approuver malgré le doublon',
  ),
  grounds: words('Why the decision is wrong', 'Porque a decisão está errada', 'Pourquoi la décision est erronée'),
  note: words('Note', 'Nota', 'Note'),
  answer: words('Answer', 'Resposta', 'Réponse'),
  category: words('About', 'Sobre', 'Sujet'),
  period: words('First month', 'Primeiro mês', 'Premier mois'),
  programme: words('Programme', 'Programa', 'Programme'),
  number: words('Number', 'Número', 'Numéro'),
  bornOn: words('Birth date', 'Data de nascimento', 'Date de naissance'),
  phone: words('Telephone', 'Telefone', 'Téléphone'),
  q: words('Search', 'Procura', 'Recherche'),
  name: words('Name', 'Nome', 'Nom'),
  id: words('Address of the page', 'Endereço da página', 'Adresse de la page'),
  asOf: words('Day', 'Dia', 'Jour'),
  areaCode: words('Area', 'Área', 'Zone'),
  members: words('People', 'Pessoas', 'Personnes'),
  payee: words('Who collects the money', 'Quem recebe o dinheiro', 'Qui reçoit l’argent'),
  deputy: words('Who may collect instead', 'Quem pode receber em vez', 'Qui peut recevoir à la place'),
  amount: words('Amount', 'Valor', 'Montant'),
  amountMinor: words('Amount', 'Valor', 'Montant'),
  paidMinor: words('Amount paid out', 'Valor pago', 'Montant versé'),
  source: words('Source', 'Origem', 'Source'),
  reference: words('Reference', 'Referência', 'Référence'),
  documentReference: words('Number of the document', 'Número do documento', 'Numéro du document'),
  on: words('Date', 'Data', 'Date'),
  account: words('Account', 'Conta', 'Compte'),
};

/** What a field is called that has no name here. */
export const someField = words('One of the answers', 'Uma das respostas', 'Une des réponses');
