import { z } from 'zod';

import { GivenAreaCode } from '../values/area.ts';
import { line, written } from '../values/text.ts';

/** What a denominator counts or measures. Rates are per cent of the population. */
export const DenominatorMeasure = z.enum([
  'population',
  'births',
  'poverty_headcount',
  'severe_disability',
  'employed',
  'unemployed',
]);
export type DenominatorMeasure = z.infer<typeof DenominatorMeasure>;

export const DenominatorSex = z.enum(['female', 'male', 'all']);
export type DenominatorSex = z.infer<typeof DenominatorSex>;

/** How a value came about. */
export const DenominatorKind = z.enum(['census', 'preliminary', 'estimate', 'projection', 'survey', 'assumption']);
export type DenominatorKind = z.infer<typeof DenominatorKind>;

/** `missing`: looked for and not found, which is worth knowing too. */
export const DenominatorStatus = z.enum(['sourced', 'illustrative', 'missing']);
export type DenominatorStatus = z.infer<typeof DenominatorStatus>;

const SourceKey = z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/);

/** A row of a country's table, with the columns of its CSV file, all text. A row without a value says that there is none. */
export const DenominatorRow = z
  .strictObject({
    measure: DenominatorMeasure,
    area_code: GivenAreaCode,
    year: z.string().regex(/^(19|20|21)\d\d$/),
    sex: DenominatorSex,
    age_group: z
      .string()
      .regex(/^(all|\d{1,3}-\d{1,3}|\d{1,3}\+)$/)
      .describe('`all`, `0-4` with both ends, or `100+`.'),
    value: z.string().regex(/^(\d{1,12}(\.\d{1,6})?)?$/),
    unit: z.enum(['persons', 'births', 'percent']),
    kind: z.union([DenominatorKind, z.literal('')]),
    source: z.union([SourceKey, z.literal('')]),
    status: DenominatorStatus,
    note: written(500, 0),
  })
  .refine(({ status, value }) => (status === 'missing') === (value === ''), {
    error: 'has a value if and only if it is not missing',
    path: ['value'],
    params: { code: 'value_against_status' },
  })
  .refine(({ value, kind, source }) => value === '' || (kind !== '' && source !== ''), {
    error: 'a value says how it came about and from where',
    path: ['source'],
    params: { code: 'source_missing' },
  });
export type DenominatorRow = z.infer<typeof DenominatorRow>;

/** Where values come from, as a reader can find it again. */
export const DenominatorSource = z.strictObject({
  title: line(300),
  publisher: line(300),
  year: z.int().min(1900).max(2199).describe('Of the revision: 2019 for World Population Prospects 2019.'),
  where: line(500),
  licence: line(500).optional(),
  note: line(500).optional(),
});
export type DenominatorSource = z.infer<typeof DenominatorSource>;

/** `PUT /v1/denominators`: all that the country knows from now on. What is no longer in it is kept, as replaced. */
export const LoadDenominators = z.strictObject({
  rows: z.array(DenominatorRow).min(1).max(4_000),
  sources: z.record(SourceKey, DenominatorSource),
});
export type LoadDenominators = z.infer<typeof LoadDenominators>;

export const LoadedDenominators = z.object({
  taken: z.int().describe('Rows that are new or have another value.'),
  unchanged: z.int(),
  replaced: z.int().describe('Rows that no longer hold.'),
});
export type LoadedDenominators = z.infer<typeof LoadedDenominators>;

/** `GET /v1/denominators` */
export const Denominator = z.object({
  measure: DenominatorMeasure,
  areaCode: z.string(),
  year: z.int(),
  sex: DenominatorSex,
  ageGroup: z.string(),
  value: z.number().nullable(),
  unit: z.string(),
  kind: DenominatorKind.nullable(),
  status: DenominatorStatus,
  source: DenominatorSource.nullable(),
  note: z.string().nullable(),
});
export type Denominator = z.infer<typeof Denominator>;

/** The query of `GET /v1/denominators`. */
export const ListDenominators = z.strictObject({ areaCode: GivenAreaCode });
export type ListDenominators = z.infer<typeof ListDenominators>;
