import { defineFact } from './define-fact.ts';
import { fitForWork } from './fit-for-work.fact.ts';
import { countOf } from './members.ts';

/**
 * Members not fit for work to each one who is, in hundredths, rounded down: two fit and five unfit are 250. Where no member
 * is fit there is no such ratio, and it is not known; a rule asks for `fit_members` beside it.
 */
export const dependencyRatio = defineFact({
  code: 'dependency_ratio',
  of: 'household',
  type: 'int',
  label: {
    en: 'Members not fit for work to each one who is',
    pt: 'Membros não aptos para o trabalho por cada membro apto',
    fr: 'Membres inaptes au travail pour chaque membre apte',
  },
  unit: 'hundredths',
  status: fitForWork.status,
  source: fitForWork.source,
  madeOf: ['fit_for_work'],
  from(household, asOf) {
    const fit = countOf(household, (member) => fitForWork.from(member, asOf));
    if (fit.least === 0) return null;
    const ratio = (count: number) => Math.floor((100 * (household.members.length - count)) / count);
    return { least: ratio(fit.most), most: ratio(fit.least) };
  },
});
