import { z } from 'zod';

import { Instant, PlainDate } from '../values/dates.ts';
import { Id } from '../values/identity.ts';
import { listQuery } from '../values/page.ts';
import { paragraph } from '../values/text.ts';
import { ProgrammeDefinition, ProgrammeVersion } from './programme.ts';
import { programmeVersionStates } from './programme-version.states.ts';

/** What a version would have done to the known register on the day it was published. */
export const Reach = z.object({
  judged: z.int().describe('Households or persons that it was tried on.'),
  eligible: z.int(),
  reason: z.string().optional().describe('Why it was published although that is nearly all of them, or nearly none.'),
});
export type Reach = z.infer<typeof Reach>;

/** A version of a programme as it stands: its rules as data, and as the sentence in CEL that people compare. */
export const StoredProgrammeVersion = ProgrammeVersion.extend({
  state: z.enum(programmeVersionStates.states),
  cel: z.string(),
  writtenBy: z.string(),
  publishedBy: z.string().optional(),
  publishedAt: Instant.optional(),
  reach: Reach.optional(),
});
export type StoredProgrammeVersion = z.infer<typeof StoredProgrammeVersion>;

/** A programme as eligibility answers. */
export const Programme = ProgrammeDefinition.omit({ versions: true }).extend({
  id: Id,
  version: z.int().describe('Also the ETag; not the version of the rules.'),
  retiredOn: PlainDate.optional(),
  versions: z.array(StoredProgrammeVersion),
});
export type Programme = z.infer<typeof Programme>;

/** `GET /v1/programmes` */
export const ListProgrammes = listQuery({});
export type ListProgrammes = z.infer<typeof ListProgrammes>;

/** The version of a programme that a route is about. */
export const ProgrammeVersionParam = z.strictObject({
  id: Id,
  number: z
    .string()
    .regex(/^[1-9]\d{0,8}$/)
    .transform(Number),
});
export type ProgrammeVersionParam = z.infer<typeof ProgrammeVersionParam>;

/** `POST /v1/programmes/{id}/versions/{n}/publish`. Matching nearly all, or none, needs a written reason. */
export const PublishProgrammeVersion = z.strictObject({
  from: PlainDate.optional().describe('The day it takes effect; as the version says when left out.'),
  reason: paragraph(1000).optional(),
});
export type PublishProgrammeVersion = z.infer<typeof PublishProgrammeVersion>;
