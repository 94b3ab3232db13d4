import type { LocalText, SdgComponent, SdgSex } from '@janela/contracts';

/** A series of SDG 1.3.1: what it means, whom it is about, and why events may not be enough to compute it. */
export interface Series {
  readonly code: SdgComponent;
  readonly title: LocalText;
  readonly definition: LocalText;
  readonly sexes: readonly SdgSex[];
  /** Which ages; the limits are the country's. */
  readonly ages: 'all' | 'children' | 'older';
  /** Why no numerator can be had, whatever is paid. */
  readonly unknowable?: string;
}

const everybody: readonly SdgSex[] = ['_T', 'F', 'M'];

/** In the order of the UN's metadata. */
export const sdgSeries: readonly Series[] = [
  {
    code: 'SI_COV_BENFTS',
    ages: 'all',
    sexes: everybody,
    title: {
      en: 'Population covered by at least one social protection cash benefit',
      pt: 'População coberta por pelo menos uma prestação pecuniária de protecção social',
      fr: 'Population couverte par au moins une prestation de protection sociale en espèces',
    },
    definition: {
      en: 'Persons who receive at least one cash benefit, contributory or not, or contribute actively to at least one scheme (health left out: that is 3.8.1), as a share of the population. A person counts once.',
      pt: 'Pessoas que recebem pelo menos uma prestação pecuniária, contributiva ou não, ou contribuem activamente para pelo menos um regime (sem a saúde: essa é 3.8.1), em percentagem da população. Cada pessoa conta uma vez.',
      fr: 'Personnes qui reçoivent au moins une prestation en espèces, contributive ou non, ou cotisent activement à au moins un régime (hors santé : c’est 3.8.1), en part de la population. Chaque personne compte une fois.',
    },
  },
  {
    code: 'SI_COV_CHLD',
    ages: 'children',
    sexes: everybody,
    title: {
      en: 'Children covered by child or family cash benefits',
      pt: 'Crianças cobertas por prestações familiares em dinheiro',
      fr: 'Enfants couverts par des prestations familiales en espèces',
    },
    definition: {
      en: 'Children covered by a child or family cash benefit that is being received, as a share of all children. Children are counted, not households.',
      pt: 'Crianças cobertas por uma prestação familiar em dinheiro que está a ser recebida, em percentagem de todas as crianças. Contam-se crianças, não agregados.',
      fr: 'Enfants couverts par une prestation familiale en espèces effectivement reçue, en part de tous les enfants. On compte les enfants, non les ménages.',
    },
  },
  {
    code: 'SI_COV_MATNL',
    ages: 'all',
    sexes: ['F'],
    unknowable:
      'What is paid is not marked as being for a birth, so mothers with newborns cannot be distinguished from others.',
    title: {
      en: 'Mothers with newborns receiving maternity cash benefits',
      pt: 'Mães com recém-nascidos que recebem prestações de maternidade em dinheiro',
      fr: 'Mères de nouveau-nés recevant des prestations de maternité en espèces',
    },
    definition: {
      en: 'Women who receive a maternity cash benefit, contributory or not, as a share of women who give birth in the same year.',
      pt: 'Mulheres que recebem uma prestação de maternidade em dinheiro, contributiva ou não, em percentagem das que dão à luz no mesmo ano.',
      fr: 'Femmes qui reçoivent une prestation de maternité en espèces, contributive ou non, en part de celles qui accouchent la même année.',
    },
  },
  {
    code: 'SI_COV_DISAB',
    ages: 'all',
    sexes: everybody,
    title: {
      en: 'Persons with severe disabilities receiving disability cash benefits',
      pt: 'Pessoas com deficiência grave que recebem prestações de invalidez em dinheiro',
      fr: 'Personnes gravement handicapées recevant des prestations d’invalidité en espèces',
    },
    definition: {
      en: 'Persons with a lot of difficulty, or more, in one domain of the Washington Group Short Set who are covered by a disability cash benefit that is being received, as a share of all persons with severe disabilities.',
      pt: 'Pessoas com muita dificuldade, ou mais, num domínio do questionário curto do Grupo de Washington cobertas por uma prestação de invalidez que está a ser recebida, em percentagem de todas as pessoas com deficiência grave.',
      fr: 'Personnes ayant beaucoup de difficultés, ou plus, dans un domaine du questionnaire court du Groupe de Washington et couvertes par une prestation d’invalidité effectivement reçue, en part de toutes les personnes gravement handicapées.',
    },
  },
  {
    code: 'SI_COV_UEMP',
    ages: 'all',
    sexes: everybody,
    unknowable: 'No event says who is unemployed by the definition of the ILO.',
    title: {
      en: 'Unemployed persons receiving unemployment cash benefits',
      pt: 'Desempregados que recebem prestações de desemprego em dinheiro',
      fr: 'Chômeurs recevant des prestations de chômage en espèces',
    },
    definition: {
      en: 'Recipients of unemployment cash benefits as a share of the unemployed.',
      pt: 'Beneficiários de prestações de desemprego em percentagem dos desempregados.',
      fr: 'Bénéficiaires de prestations de chômage en part des chômeurs.',
    },
  },
  {
    code: 'SI_COV_WKINJRY',
    ages: 'all',
    sexes: everybody,
    unknowable: 'No event says which workers are protected in case of work injury.',
    title: {
      en: 'Workers covered in case of work injury',
      pt: 'Trabalhadores cobertos em caso de acidente de trabalho',
      fr: 'Travailleurs couverts en cas d’accident du travail',
    },
    definition: {
      en: 'Workers protected by injury insurance, by affiliation and not by receipt, as a share of the employed.',
      pt: 'Trabalhadores protegidos por seguro de acidentes, por inscrição e não por recebimento, em percentagem dos empregados.',
      fr: 'Travailleurs protégés par une assurance accidents, par affiliation et non par réception, en part des personnes en emploi.',
    },
  },
  {
    code: 'SI_COV_PENSN',
    ages: 'older',
    sexes: everybody,
    title: {
      en: 'Older persons receiving a pension',
      pt: 'Pessoas idosas que recebem uma pensão',
      fr: 'Personnes âgées recevant une pension',
    },
    definition: {
      en: 'Persons of pension age or older who receive an old-age pension, contributory or not, as a share of all persons of that age.',
      pt: 'Pessoas com idade de reforma ou mais que recebem uma pensão de velhice, contributiva ou não, em percentagem de todas as pessoas dessa idade.',
      fr: 'Personnes ayant l’âge de la retraite ou plus qui reçoivent une pension de vieillesse, contributive ou non, en part de toutes les personnes de cet âge.',
    },
  },
  {
    code: 'SI_COV_VULN',
    ages: 'all',
    sexes: everybody,
    title: {
      en: 'Vulnerable persons receiving social assistance',
      pt: 'Pessoas vulneráveis que recebem assistência social',
      fr: 'Personnes vulnérables recevant une aide sociale',
    },
    definition: {
      en: 'Recipients of social assistance as a share of the vulnerable: the population without those of working age who contribute to or receive contributory benefits, and without those of pension age who receive contributory benefits.',
      pt: 'Beneficiários de assistência social em percentagem dos vulneráveis: a população sem as pessoas em idade activa que contribuem para prestações contributivas ou as recebem, e sem as pessoas em idade de reforma que recebem prestações contributivas.',
      fr: 'Bénéficiaires de l’aide sociale en part des vulnérables : la population sans les personnes d’âge actif qui cotisent à des prestations contributives ou en reçoivent, et sans les personnes ayant l’âge de la retraite qui reçoivent des prestations contributives.',
    },
  },
  {
    code: 'SI_COV_POOR',
    ages: 'all',
    sexes: everybody,
    title: {
      en: 'Poor persons receiving social assistance',
      pt: 'Pessoas pobres que recebem assistência social',
      fr: 'Personnes pauvres recevant une aide sociale',
    },
    definition: {
      en: 'Recipients of social assistance as a share of the population below the national poverty line.',
      pt: 'Beneficiários de assistência social em percentagem da população abaixo da linha nacional de pobreza.',
      fr: 'Bénéficiaires de l’aide sociale en part de la population sous le seuil national de pauvreté.',
    },
  },
];

/** When a person is effectively covered on a day; it holds for every series. */
export const effectiveCoverage: LocalText = {
  en: 'Receiving, on a day: covered by an enrolment that is live on that day, for which money reached the payee by that day and did not come back, for a period that covers the day or ended less than one payment interval before it (a benefit paid once counts for twelve months). Contributing actively: a contribution, not reversed, was received by that day for a period that covers the day or ended less than one interval before it; membership alone does not count. A person who has died, or is not yet born, is not covered. Where only the year of birth is known it is read as 1 January.',
  pt: 'Recebe, num dia: está coberto por uma inscrição activa nesse dia, pela qual o dinheiro chegou ao recebedor até esse dia e não voltou, para um período que abrange o dia ou terminou há menos de um intervalo de pagamento (uma prestação única conta doze meses). Contribui activamente: foi recebida até esse dia uma contribuição, não anulada, para um período que abrange o dia ou terminou há menos de um intervalo; a adesão por si só não conta. Quem morreu ou ainda não nasceu não está coberto. Quando só se conhece o ano de nascimento, lê-se 1 de Janeiro.',
  fr: 'Reçoit, un jour donné : est couvert par une inscription active ce jour, pour laquelle l’argent est parvenu au bénéficiaire au plus tard ce jour et n’est pas revenu, pour une période qui comprend le jour ou s’est achevée moins d’un intervalle de paiement auparavant (une prestation unique compte douze mois). Cotise activement : une cotisation, non annulée, a été reçue au plus tard ce jour pour une période qui comprend le jour ou s’est achevée moins d’un intervalle auparavant ; l’affiliation seule ne compte pas. Qui est mort ou n’est pas encore né n’est pas couvert. Quand seule l’année de naissance est connue, on lit le 1er janvier.',
};
