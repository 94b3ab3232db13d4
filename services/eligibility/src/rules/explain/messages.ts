import type { Language } from '@janela/contracts';

import type { FactUnit } from '../facts/define-fact.ts';
import type { Order } from '../values/interval.ts';

type CountedUnit = Exclude<FactUnit, 'permille' | 'hundredths'>;

/** The words of one language around labels and values. Every sentence about a decision is made of these. */
export interface Messages {
  readonly locale: string;
  readonly yes: string;
  readonly no: string;
  readonly notKnown: string;
  readonly nothing: string;
  /** What something is: `Age: 6 years`. */
  readonly is: (label: string, value: string) => string;
  readonly and: string;
  readonly or: string;
  /** One of a unit, and several. */
  readonly units: Readonly<Record<CountedUnit, readonly [one: string, several: string]>>;
  readonly order: Readonly<Record<Order, (value: string) => string>>;
  readonly dateOrder: Readonly<Record<Order, (value: string) => string>>;
  readonly between: (least: string, most: string) => string;
  readonly anyOfThese: (titles: string) => string;
  readonly allOfThese: (titles: string) => string;
  readonly oneOf: (values: string) => string;
  readonly noneOf: (values: string) => string;
  readonly within: (areas: string) => string;
  readonly outside: (areas: string) => string;
  readonly members: string;
  readonly memberWith: (condition: string) => string;
  readonly someMember: (condition: string) => string;
  readonly everyMember: (condition: string) => string;
  readonly noMember: (condition: string) => string;
  readonly notEveryMember: (condition: string) => string;
  readonly totalOf: (label: string) => string;
  readonly monthsSince: (date: string) => string;
  readonly likelihood: (scorecard: string, line: string) => string;
  readonly points: (scorecard: string, line: string) => string;
  readonly asOf: string;
  /** What has to be found out. */
  readonly answerTo: (label: string) => string;
}

const en: Messages = {
  locale: 'en-GB',
  yes: 'yes',
  no: 'no',
  notKnown: 'not known',
  nothing: 'none of these',
  is: (label, value) => `${label}: ${value}`,
  and: ' and ',
  or: ' or ',
  units: { years: ['year', 'years'], months: ['month', 'months'], points: ['point', 'points'] },
  order: {
    '==': (value) => value,
    '!=': (value) => `not ${value}`,
    '<': (value) => `less than ${value}`,
    '<=': (value) => `at most ${value}`,
    '>': (value) => `more than ${value}`,
    '>=': (value) => `at least ${value}`,
  },
  dateOrder: {
    '==': (value) => `on ${value}`,
    '!=': (value) => `not on ${value}`,
    '<': (value) => `before ${value}`,
    '<=': (value) => `on ${value} or before`,
    '>': (value) => `after ${value}`,
    '>=': (value) => `on ${value} or after`,
  },
  between: (least, most) => `between ${least} and ${most}`,
  anyOfThese: (titles) => `at least one of these: ${titles}`,
  allOfThese: (titles) => `all of these: ${titles}`,
  oneOf: (values) => `one of: ${values}`,
  noneOf: (values) => `none of: ${values}`,
  within: (areas) => `within ${areas}`,
  outside: (areas) => `outside ${areas}`,
  members: 'Members',
  memberWith: (condition) => `Members (${condition})`,
  someMember: (condition) => `at least one member (${condition})`,
  everyMember: (condition) => `every member (${condition})`,
  noMember: (condition) => `no member (${condition})`,
  notEveryMember: (condition) => `not every member (${condition})`,
  totalOf: (label) => `Total: ${label}`,
  monthsSince: (date) => `Months since: ${date}`,
  likelihood: (scorecard, line) => `${scorecard}, likelihood of being ${line}`,
  points: (scorecard, line) => `${scorecard}, points for ${line}`,
  asOf: 'the day of evaluation',
  answerTo: (label) => `the answer to: ${label}`,
};

const pt: Messages = {
  locale: 'pt-PT',
  yes: 'sim',
  no: 'não',
  notKnown: 'não se sabe',
  nothing: 'nenhuma destas condições',
  is: (label, value) => `${label}: ${value}`,
  and: ' e ',
  or: ' ou ',
  units: { years: ['ano', 'anos'], months: ['mês', 'meses'], points: ['ponto', 'pontos'] },
  order: {
    '==': (value) => value,
    '!=': (value) => `não ${value}`,
    '<': (value) => `menos de ${value}`,
    '<=': (value) => `no máximo ${value}`,
    '>': (value) => `mais de ${value}`,
    '>=': (value) => `pelo menos ${value}`,
  },
  dateOrder: {
    '==': (value) => `em ${value}`,
    '!=': (value) => `não em ${value}`,
    '<': (value) => `antes de ${value}`,
    '<=': (value) => `até ${value}`,
    '>': (value) => `depois de ${value}`,
    '>=': (value) => `a partir de ${value}`,
  },
  between: (least, most) => `entre ${least} e ${most}`,
  anyOfThese: (titles) => `pelo menos uma destas condições: ${titles}`,
  allOfThese: (titles) => `todas estas condições: ${titles}`,
  oneOf: (values) => `um de: ${values}`,
  noneOf: (values) => `nenhum de: ${values}`,
  within: (areas) => `dentro de ${areas}`,
  outside: (areas) => `fora de ${areas}`,
  members: 'Membros',
  memberWith: (condition) => `Membros (${condition})`,
  someMember: (condition) => `pelo menos um membro (${condition})`,
  everyMember: (condition) => `todos os membros (${condition})`,
  noMember: (condition) => `nenhum membro (${condition})`,
  notEveryMember: (condition) => `nem todos os membros (${condition})`,
  totalOf: (label) => `Total: ${label}`,
  monthsSince: (date) => `Meses desde: ${date}`,
  likelihood: (scorecard, line) => `${scorecard}, probabilidade de estar ${line}`,
  points: (scorecard, line) => `${scorecard}, pontos para ${line}`,
  asOf: 'o dia da avaliação',
  answerTo: (label) => `a resposta a: ${label}`,
};

const fr: Messages = {
  locale: 'fr-FR',
  yes: 'oui',
  no: 'non',
  notKnown: 'inconnu',
  nothing: 'aucune de ces conditions',
  is: (label, value) => `${label}\u00a0: ${value}`,
  and: ' et ',
  or: ' ou ',
  units: { years: ['an', 'ans'], months: ['mois', 'mois'], points: ['point', 'points'] },
  order: {
    '==': (value) => value,
    '!=': (value) => `pas ${value}`,
    '<': (value) => `moins de ${value}`,
    '<=': (value) => `au plus ${value}`,
    '>': (value) => `plus de ${value}`,
    '>=': (value) => `au moins ${value}`,
  },
  dateOrder: {
    '==': (value) => `le ${value}`,
    '!=': (value) => `pas le ${value}`,
    '<': (value) => `avant le ${value}`,
    '<=': (value) => `le ${value} ou avant`,
    '>': (value) => `après le ${value}`,
    '>=': (value) => `le ${value} ou après`,
  },
  between: (least, most) => `entre ${least} et ${most}`,
  anyOfThese: (titles) => `au moins une de ces conditions\u00a0: ${titles}`,
  allOfThese: (titles) => `toutes ces conditions\u00a0: ${titles}`,
  oneOf: (values) => `l’un de\u00a0: ${values}`,
  noneOf: (values) => `aucun de\u00a0: ${values}`,
  within: (areas) => `dans ${areas}`,
  outside: (areas) => `hors de ${areas}`,
  members: 'Membres',
  memberWith: (condition) => `Membres (${condition})`,
  someMember: (condition) => `au moins un membre (${condition})`,
  everyMember: (condition) => `tous les membres (${condition})`,
  noMember: (condition) => `aucun membre (${condition})`,
  notEveryMember: (condition) => `pas tous les membres (${condition})`,
  totalOf: (label) => `Total\u00a0: ${label}`,
  monthsSince: (date) => `Mois depuis\u00a0: ${date}`,
  likelihood: (scorecard, line) => `${scorecard}, probabilité d’être ${line}`,
  points: (scorecard, line) => `${scorecard}, points pour ${line}`,
  asOf: 'le jour de l’évaluation',
  answerTo: (label) => `la réponse à\u00a0: ${label}`,
};

export const messages: Readonly<Record<Language, Messages>> = { en, pt, fr };
