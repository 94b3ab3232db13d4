import { z } from 'zod';

import { Instant } from '../values/dates.ts';
import { Id } from '../values/identity.ts';
import { importStates } from './import.states.ts';

/** The columns of an import file, in the order of a blank one. A row is a person; rows of one household share `household_ref`. */
export const importColumns = [
  'household_ref',
  'area_code',
  'address',
  'residence_months',
  'urban',
  'given_names',
  'family_name',
  'sex',
  'born_on',
  'born_on_precision',
  'relationship',
  'identifier_type',
  'identifier_value',
  'phone',
  'marital_status',
  'seeing',
  'hearing',
  'walking',
  'remembering',
  'self_care',
  'communicating',
  'chronic_illness',
  'palliative_care',
  'pregnant',
  'attends_school',
  'work',
  'floor',
  'walls',
  'roof',
  'toilet',
  'water',
  'lighting',
  'cooking',
  'rooms',
  'assets',
  'payee',
  'channel',
  'provider',
  'account',
  'consent_given_on',
  'consent_method',
  'insured',
  'dairy_in_two_weeks',
] as const;
export type ImportColumn = (typeof importColumns)[number];

/** Columns that a file must have; the others may be missing, and then nothing of them is known. */
export const requiredImportColumns = [
  'household_ref',
  'area_code',
  'given_names',
  'family_name',
  'sex',
  'born_on',
  'relationship',
] as const satisfies readonly ImportColumn[];

/** `GET /v1/imports/{id}` */
export const Import = z.object({
  id: Id,
  state: z.enum(importStates.states),
  fileName: z.string(),
  rows: z.int().describe('Rows read so far, without the header.'),
  rowsWithErrors: z.int(),
  households: z.object({
    taken: z.int(),
    unchanged: z.int().describe('Already there, exactly so.'),
    refused: z.int(),
  }),
  progressPercent: z.int().min(0).max(100),
  failure: z.string().optional().describe('The code of what stopped it.'),
  startedAt: Instant,
  finishedAt: Instant.optional(),
});
export type Import = z.infer<typeof Import>;

/** A line of `GET /v1/imports/{id}/errors.csv`. */
export const ImportError = z.object({
  line: z.int().describe('In the file, the header being line 1.'),
  column: z.string(),
  code: z.string(),
  message: z.string(),
});
export type ImportError = z.infer<typeof ImportError>;
