import { defineFact } from './define-fact.ts';

/** The P-code of the area where the household lives; rules ask whether it lies within another. */
export const area = defineFact({
  code: 'area',
  of: 'household',
  type: 'area',
  label: { en: 'Area of residence', pt: 'Área de residência', fr: 'Zone de résidence' },
  status: 'sourced',
  source: 'Household form',
  answeredBy: ['areaCode'],
  from: ({ areaCode }) => areaCode,
});
