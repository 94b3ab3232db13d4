import { z } from 'zod';

import { Standing } from './provenance.ts';

/** An age group as the UN prints it: `0-4`, `100+`, or `all`. */
export const AgeGroup = z.string().regex(/^([0-9]+-[0-9]+|[0-9]+\+|all)$/);

/**
 * A row of a file under `denominators/`: so many persons, births or per cent, of an area, in a year. What was looked for and not
 * found is a row too: its status is `missing`, its value is `null`, and its note says why.
 */
export const Denominator = z
  .strictObject({
    measure: z.enum(['population', 'births', 'poverty_headcount', 'severe_disability', 'employed', 'unemployed']),
    area_code: z.string().min(2),
    year: z.coerce.number().int().min(1950).max(2100),
    sex: z.enum(['female', 'male', 'all']),
    age_group: AgeGroup,
    value: z.string().transform((text) => (text === '' ? null : Number(text))),
    unit: z.enum(['persons', 'births', 'percent']),
    kind: z.enum(['census', 'preliminary', 'estimate', 'projection', 'survey', 'assumption', '']),
    source: z.string(),
    status: z.union([Standing, z.literal('missing')]),
    note: z.string(),
  })
  .refine(({ status, value, note }) => (status === 'missing') === (value === null) && (value !== null || note !== ''), {
    error: 'a value is there, or the row is missing and says why',
  })
  .refine(({ value }) => value === null || (Number.isFinite(value) && value >= 0), { error: 'value is not a figure' });
export type Denominator = z.infer<typeof Denominator>;

/** The lowest and highest age of a group, in completed years; `all` has none. */
export function agesOf(group: string): { from: number; to: number } {
  const [from, to] = group.replace('+', '-129').split('-').map(Number);
  return { from: from ?? 0, to: to ?? 129 };
}
