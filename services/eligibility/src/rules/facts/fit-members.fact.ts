import { defineFact } from './define-fact.ts';
import { fitForWork } from './fit-for-work.fact.ts';
import { countOf } from './members.ts';

/** How many members are `fit_for_work`. */
export const fitMembers = defineFact({
  code: 'fit_members',
  of: 'household',
  type: 'int',
  label: { en: 'Members fit for work', pt: 'Membros aptos para o trabalho', fr: 'Membres aptes au travail' },
  status: fitForWork.status,
  source: fitForWork.source,
  madeOf: ['fit_for_work'],
  from: (household, asOf) => countOf(household, (member) => fitForWork.from(member, asOf)),
});
