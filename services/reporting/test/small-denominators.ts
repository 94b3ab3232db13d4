import type { LoadDenominators } from '@janela/contracts';

import { lunga, samfya } from './event-on-day.ts';

const row = (about: Partial<LoadDenominators['rows'][number]>): LoadDenominators['rows'][number] => ({
  measure: 'population',
  area_code: 'ZM',
  year: '2025',
  sex: 'all',
  age_group: 'all',
  value: '',
  unit: 'persons',
  kind: 'estimate',
  source: 'small',
  status: 'sourced',
  note: '',
  ...about,
});

const byAge = (sex: 'female' | 'male', values: Record<string, string>) =>
  Object.entries(values).map(([age_group, value]) => row({ sex, age_group, value }));

/** 190 people in the country, 80 of them in Samfya; of Lunga nothing is known. */
export const smallDenominators: LoadDenominators = {
  rows: [
    ...byAge('female', { '0-14': '40', '15-64': '50', '65+': '10' }),
    ...byAge('male', { '0-14': '40', '15-64': '45', '65+': '5' }),
    row({ value: '200', source: 'newer' }),
    row({ area_code: samfya, year: '2022', value: '80', kind: 'census' }),
    row({ area_code: lunga, year: '2022', kind: '', source: '', status: 'missing', note: 'Not counted' }),
    row({ measure: 'births', value: '8', unit: 'births' }),
    row({ measure: 'poverty_headcount', year: '2015', value: '50', unit: 'percent', kind: 'survey' }),
    row({
      measure: 'severe_disability',
      year: '2020',
      value: '10',
      unit: 'percent',
      kind: 'assumption',
      status: 'illustrative',
      note: 'A guess',
    }),
    row({ measure: 'employed', kind: '', source: '', status: 'missing', note: 'Needs a survey' }),
  ],
  sources: {
    small: { title: 'Small Prospects 2019', publisher: 'Office of Small Numbers', year: 2019, where: 'nowhere' },
    newer: { title: 'Small Prospects 2024', publisher: 'Office of Small Numbers', year: 2024, where: 'nowhere' },
  },
};
