import { notOf } from '../values/truth.ts';
import { defineFact } from './define-fact.ts';
import { fitForWork } from './fit-for-work.fact.ts';
import { countOf } from './members.ts';

/** How many members are not `fit_for_work`. */
export const unfitMembers = defineFact({
  code: 'unfit_members',
  of: 'household',
  type: 'int',
  label: { en: 'Members not fit for work', pt: 'Membros não aptos para o trabalho', fr: 'Membres inaptes au travail' },
  status: fitForWork.status,
  source: fitForWork.source,
  madeOf: ['fit_for_work'],
  from: (household, asOf) => countOf(household, (member) => notOf(fitForWork.from(member, asOf))),
});
