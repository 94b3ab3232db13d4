type Language = 'en' | 'pt' | 'fr';
type Words = Readonly<Record<Language, string>>;

const words = {
  required: { en: 'is needed', pt: 'é obrigatório', fr: 'est obligatoire' },
  invalid_value: {
    en: 'is not one of the possible answers',
    pt: 'não é uma das respostas possíveis',
    fr: "n'est pas une des réponses possibles",
  },
  invalid_format: {
    en: 'is not written as it must be',
    pt: 'não está escrito como deve ser',
    fr: "n'est pas écrit comme il faut",
  },
  too_big: { en: 'is too long or too large', pt: 'é demasiado longo ou grande', fr: 'est trop long ou trop grand' },
  too_small: {
    en: 'is too short or too small',
    pt: 'é demasiado curto ou pequeno',
    fr: 'est trop court ou trop petit',
  },
  text_blank: {
    en: 'has nothing that can be read',
    pt: 'não tem nada que se possa ler',
    fr: 'n’a rien qui puisse être lu',
  },
  text_unreadable: {
    en: 'has a character that cannot be read',
    pt: 'tem um carácter ilegível',
    fr: 'contient un caractère illisible',
  },
  name_without_letters: { en: 'is a name without letters', pt: 'é um nome sem letras', fr: 'est un nom sans lettres' },
  not_a_number: { en: 'is not a whole number', pt: 'não é um número inteiro', fr: "n'est pas un nombre entier" },
  not_a_boolean: { en: 'is neither true nor false', pt: 'não é true nem false', fr: "n'est ni true ni false" },
  formula: { en: 'is a formula', pt: 'é uma fórmula', fr: 'est une formule' },
  listed_twice: { en: 'names something twice', pt: 'repete um elemento', fr: 'nomme deux fois la même chose' },
  date_in_future: { en: 'lies in the future', pt: 'está no futuro', fr: "est dans l'avenir" },
  date_before_start: {
    en: 'lies before what it is about',
    pt: 'é anterior àquilo a que se refere',
    fr: 'précède ce dont il s’agit',
  },
  date_too_early: { en: 'lies too far back', pt: 'é demasiado antiga', fr: 'est trop ancienne' },
  head_missing: {
    en: 'no one is the head of the household',
    pt: 'ninguém é chefe do agregado',
    fr: "personne n'est chef du ménage",
  },
  two_heads: {
    en: 'is a second head of the household',
    pt: 'é um segundo chefe do agregado',
    fr: 'est un deuxième chef du ménage',
  },
  too_many_members: {
    en: 'the household has more than sixty members',
    pt: 'o agregado tem mais de sessenta membros',
    fr: 'le ménage a plus de soixante membres',
  },
  payee_not_a_member: {
    en: 'must be yes, deputy or empty',
    pt: 'deve ser yes, deputy ou vazio',
    fr: 'doit être yes, deputy ou vide',
  },
  payee_missing: {
    en: 'no one of the household collects',
    pt: 'ninguém do agregado recebe',
    fr: 'personne du ménage ne perçoit',
  },
  payee_twice: {
    en: 'is a second person who collects',
    pt: 'é uma segunda pessoa que recebe',
    fr: 'est une deuxième personne qui perçoit',
  },
  deputy_twice: { en: 'is a second deputy', pt: 'é um segundo suplente', fr: 'est un deuxième suppléant' },
  area_malformed: { en: 'is not an area code', pt: 'não é um código de área', fr: "n'est pas un code de zone" },
  area_unknown: {
    en: 'is an area that does not exist',
    pt: 'é uma área que não existe',
    fr: "est une zone qui n'existe pas",
  },
  area_closed: {
    en: 'is an area that does not exist any more',
    pt: 'é uma área que já não existe',
    fr: "est une zone qui n'existe plus",
  },
  area_too_large: { en: 'is a whole country', pt: 'é um país inteiro', fr: 'est un pays entier' },
  area_out_of_reach: {
    en: 'is an area that is not yours',
    pt: 'é uma área que não é sua',
    fr: "est une zone qui n'est pas la vôtre",
  },
  identifier_type_unknown: {
    en: 'is no kind of number that the country has',
    pt: 'não é um tipo de número do país',
    fr: "n'est pas un type de numéro du pays",
  },
  identifier_malformed: {
    en: 'is not how a number of this kind looks',
    pt: 'não tem a forma de um número deste tipo',
    fr: "n'a pas la forme d'un numéro de ce type",
  },
  identifier_twice: {
    en: 'is the number of another member',
    pt: 'é o número de outro membro',
    fr: "est le numéro d'un autre membre",
  },
  telephone_invalid: {
    en: 'is not a telephone number',
    pt: 'não é um número de telefone',
    fr: "n'est pas un numéro de téléphone",
  },
  account_invalid: {
    en: 'is not an account of this channel: a wallet is a telephone number of the country, a bank account has letters and digits',
    pt: 'não é uma conta deste canal: uma carteira é um telefone do país, uma conta bancária tem letras e algarismos',
    fr: "n'est pas un compte de ce canal : un portefeuille est un téléphone du pays, un compte bancaire a des lettres et des chiffres",
  },
  provider_unknown: {
    en: 'is no provider of the country',
    pt: 'não é um operador do país',
    fr: "n'est pas un opérateur du pays",
  },
  household_ref_scattered: {
    en: 'rows of this household stand elsewhere in the file',
    pt: 'há linhas deste agregado noutro lugar do ficheiro',
    fr: 'des lignes de ce ménage se trouvent ailleurs dans le fichier',
  },
  duplicate_reference: {
    en: 'a household with this reference was registered in another way',
    pt: 'um agregado com esta referência foi registado de outra forma',
    fr: 'un ménage avec cette référence a été enregistré autrement',
  },
  household_ref_of_others: {
    en: 'another household has this number, and no one of it is on the form',
    pt: 'outro agregado tem este número, e ninguém dele está no formulário',
    fr: "un autre ménage a ce numéro, et personne de ce ménage n'est sur le formulaire",
  },
  household_waits: {
    en: 'only some of these people are those of the household with this number: a supervisor decides',
    pt: 'só algumas destas pessoas são do agregado com este número: um supervisor decide',
    fr: 'seules certaines de ces personnes sont du ménage qui a ce numéro : un superviseur décide',
  },
  household_refused: {
    en: 'the household could not be written; report it to the operator',
    pt: 'não foi possível gravar o agregado; avise quem cuida do sistema',
    fr: "le ménage n'a pas pu être enregistré ; prévenez la personne qui gère le système",
  },
  household_not_active: {
    en: 'the household is closed or merged',
    pt: 'o agregado está encerrado ou fundido',
    fr: 'le ménage est clos ou fusionné',
  },
  wrong_number_of_cells: {
    en: 'the row has more or fewer cells than the header',
    pt: 'a linha tem mais ou menos células do que o cabeçalho',
    fr: "la ligne a plus ou moins de cellules que l'en-tête",
  },
  cell_without_column: {
    en: 'the row has something in a column that has no name',
    pt: 'a linha tem algo numa coluna sem nome',
    fr: "la ligne a quelque chose dans une colonne qui n'a pas de nom",
  },
  quote_out_of_place: {
    en: 'the row has a quotation mark that is not closed or out of place',
    pt: 'a linha tem aspas por fechar ou fora do lugar',
    fr: "la ligne a un guillemet qui n'est pas fermé ou mal placé",
  },
  csv_broken: {
    en: 'the file cannot be read from here on: the line does not end',
    pt: 'o ficheiro não pode ser lido a partir daqui: a linha não termina',
    fr: "le fichier est illisible à partir d'ici : la ligne ne finit pas",
  },
  too_many_rows: {
    en: 'the file has more rows than are read at once',
    pt: 'o ficheiro tem mais linhas do que se lêem de uma vez',
    fr: "le fichier a plus de lignes qu'on n'en lit à la fois",
  },
} as const satisfies Record<string, Words>;

const otherwise: Words = { en: 'is not right', pt: 'não está certo', fr: "n'est pas correct" };
const languages: readonly Language[] = ['en', 'pt', 'fr'];

/** Returns what a code means, in words for the person who corrects the file. */
export function wordsFor(code: string, language: Language): string {
  return (code in words ? words[code as keyof typeof words] : otherwise)[language];
}

/** The first of our languages that an `Accept-Language` header names, or English. */
export function languageOf(header: string | undefined): Language {
  const wanted = (header ?? '').split(',').map((part) => part.trim().slice(0, 2).toLowerCase());
  return wanted.flatMap((code) => languages.find((language) => language === code) ?? [])[0] ?? 'en';
}
