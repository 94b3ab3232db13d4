import { defineFact } from './define-fact.ts';
import { functioningPaths, hasDifficulty } from './functioning.ts';

/**
 * The cut-off that the Washington Group recommends for comparing countries: a lot of difficulty, or more, in one domain. It
 * is a screening; where a programme wants a medical certificate, an officer asks for it.
 */
export const severeDisability = defineFact({
  code: 'severe_disability',
  of: 'person',
  type: 'bool',
  label: {
    en: 'Has a lot of difficulty in seeing, hearing, walking, remembering, self-care or communicating',
    pt: 'Tem muita dificuldade em ver, ouvir, andar, lembrar-se, cuidar de si ou comunicar',
    fr: 'A beaucoup de difficultés à voir, entendre, marcher, se souvenir, prendre soin de soi ou communiquer',
  },
  status: 'sourced',
  source:
    'Washington Group Short Set: disability is "a lot of difficulty" or "cannot do at all" in one domain or more; asked from the age of five',
  answeredBy: functioningPaths,
  from: (member, asOf) => hasDifficulty(member, 3, asOf),
});
