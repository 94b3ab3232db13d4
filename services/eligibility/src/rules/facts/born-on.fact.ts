import { daysInMonth, partsOf, plainDateOf } from '@janela/kernel';

import { defineFact } from './define-fact.ts';

/** The day of birth; a span of days where only the month or the year is known. */
export const bornOn = defineFact({
  code: 'born_on',
  of: 'person',
  type: 'date',
  label: { en: 'Date of birth', pt: 'Data de nascimento', fr: 'Date de naissance' },
  status: 'sourced',
  source: 'Household form',
  answeredBy: ['members[].bornOn', 'members[].bornOnPrecision'],
  from({ bornOn: date, bornOnPrecision }) {
    const { year, month } = partsOf(date);
    if (bornOnPrecision === 'day') return date;
    if (bornOnPrecision === 'year') return { least: plainDateOf(year, 1, 1), most: plainDateOf(year, 12, 31) };
    return { least: plainDateOf(year, month, 1), most: plainDateOf(year, month, daysInMonth(year, month)) };
  },
});
