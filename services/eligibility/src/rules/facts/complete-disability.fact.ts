import { defineFact } from './define-fact.ts';
import { functioningPaths, hasDifficulty } from './functioning.ts';

/** The strictest cut-off of the Washington Group: a person who cannot see, hear, walk … at all. */
export const completeDisability = defineFact({
  code: 'complete_disability',
  of: 'person',
  type: 'bool',
  label: {
    en: 'Cannot see, hear, walk, remember, care for themselves or communicate at all',
    pt: 'Não consegue de todo ver, ouvir, andar, lembrar-se, cuidar de si ou comunicar',
    fr: 'Ne peut pas du tout voir, entendre, marcher, se souvenir, prendre soin de soi ou communiquer',
  },
  status: 'sourced',
  source: 'Washington Group Short Set: "cannot do at all" in one domain or more; asked from the age of five',
  answeredBy: functioningPaths,
  from: (member, asOf) => hasDifficulty(member, 4, asOf),
});
