import { z } from 'zod';

import { AreaCode } from '../values/area.ts';
import { Instant } from '../values/dates.ts';
import { Id } from '../values/identity.ts';
import { listQuery } from '../values/page.ts';
import { line } from '../values/text.ts';
import { importStates } from './import.states.ts';

/** The series to which the numbers on paper forms belong, typed in at the window or in a file that names no other. */
export const formSeries = 'window';

/** `POST /v1/imports`, with the file as its body. */
export const StartImport = z.strictObject({
  fileName: line(200).default('households.csv'),
  source: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,39}$/)
    .default(formSeries),
});
export type StartImport = z.infer<typeof StartImport>;

/** `GET /v1/imports` */
export const ListImports = listQuery({});
export type ListImports = z.infer<typeof ListImports>;

/** `GET /v1/imports/{id}` */
export const Import = z.object({
  id: Id,
  state: z.enum(importStates.states),
  fileName: z.string(),
  rows: z.int().describe('Rows read so far, without the header.'),
  rowsWithErrors: z.int(),
  households: z.object({ taken: z.int(), unchanged: z.int().describe('Already there, exactly so.'), refused: z.int() }),
  waiting: z.int().describe('Households that wait for a person: only some of their people are those of the register.'),
  possibleDuplicates: z.int().describe('Pairs of people that look like one person, found by this file.'),
  progressPercent: z.int().min(0).max(100),
  failure: z.string().optional().describe('The code of what stopped it.'),
  source: z.string().describe('The series to which the numbers of its forms belong.'),
  startedAt: Instant,
  finishedAt: Instant.optional(),
});
export type Import = z.infer<typeof Import>;

/** `GET /v1/imports/{id}/waiting` */
export const ListWaitingHouseholds = listQuery({});
export type ListWaitingHouseholds = z.infer<typeof ListWaitingHouseholds>;

/** A form that waits, in the route that decides it. */
export const WaitingHouseholdParams = z.strictObject({ id: Id, waitingId: Id });
export type WaitingHouseholdParams = z.infer<typeof WaitingHouseholdParams>;

/** A form of `GET /v1/imports/{id}/waiting`: only some of its people are those of the household with its number. */
export const WaitingHousehold = z.object({
  id: Id,
  line: z.int().describe('In the file, the header being line 1.'),
  householdRef: z.string(),
  householdId: Id.describe('The household that has the number.'),
  areaCode: AreaCode,
  members: z.int().describe('How many live in the household.'),
  matched: z.int().describe('How many of them are on the form.'),
  leaving: z
    .array(Id)
    .describe('Who lives there, was on the form before and is on it no more: they leave if it is accepted.'),
  state: z.enum(['waiting', 'accepted', 'dropped', 'replaced', 'expired']),
});
export type WaitingHousehold = z.infer<typeof WaitingHousehold>;

/** A line of `GET /v1/imports/{id}/errors.csv`. */
export const ImportError = z.object({
  line: z.int().describe('In the file, the header being line 1.'),
  column: z.string(),
  code: z.string(),
  message: z.string(),
});
export type ImportError = z.infer<typeof ImportError>;
