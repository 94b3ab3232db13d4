import { ageInMonthsAt } from '@janela/kernel';

import { defineFact } from './define-fact.ts';

/** Completed months since the household came to its area; not known when that lies after the day of evaluation. */
export const residentMonths = defineFact({
  code: 'resident_months',
  of: 'household',
  type: 'int',
  label: {
    en: 'Time lived in this area',
    pt: 'Tempo de residência nesta área',
    fr: 'Durée de résidence dans cette zone',
  },
  unit: 'months',
  status: 'sourced',
  source: 'Household form',
  answeredBy: ['residence.months'],
  from({ residence }, asOf) {
    const since = residence?.since;
    return since === undefined || since > asOf ? null : ageInMonthsAt(since, asOf);
  },
});
