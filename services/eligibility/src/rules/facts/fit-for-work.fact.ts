import { compareIntervals, exactly } from '../values/interval.ts';
import { allOf, notOf } from '../values/truth.ts';
import { chronicallyIll } from './chronically-ill.fact.ts';
import { defineFact } from './define-fact.ts';
import { inPalliativeCare } from './in-palliative-care.fact.ts';
import { ageOf } from './members.ts';
import { severeDisability } from './severe-disability.fact.ts';

/** Whether a person can be expected to work: 18 to 64 years old, not severely disabled, not chronically ill. */
export const fitForWork = defineFact({
  code: 'fit_for_work',
  of: 'person',
  type: 'bool',
  label: { en: 'Is fit for work', pt: 'Está apto para o trabalho', fr: 'Est apte au travail' },
  status: 'illustrative',
  source: 'Age limits after Malawi, which counts under 18 and over 64 as unfit; the Zambian limits were not found',
  madeOf: ['age', 'severe_disability', 'chronically_ill', 'in_palliative_care'],
  from(member, asOf) {
    const age = ageOf(member, asOf);
    return allOf([
      compareIntervals(age, '>=', exactly(18)),
      compareIntervals(age, '<=', exactly(64)),
      notOf(severeDisability.from(member, asOf)),
      notOf(chronicallyIll.from(member, asOf)),
      notOf(inPalliativeCare.from(member, asOf)),
    ]);
  },
});
