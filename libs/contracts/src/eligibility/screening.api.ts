import { z } from 'zod';

import { PlainDate } from '../values/dates.ts';
import { Id, ProgrammeCode } from '../values/identity.ts';
import { Entitlement } from './entitlement.ts';
import { Determination, Reason, ReasonText } from './reason.ts';
import { LocalText } from './rule-set.ts';

/** `POST /v1/screenings`: every programme, for one household, as of a day (today when left out). */
export const RequestScreening = z.strictObject({ householdId: Id, asOf: PlainDate.optional() });
export type RequestScreening = z.infer<typeof RequestScreening>;

/** One thing that alone would turn the answer, if it were otherwise. */
export const WouldChange = z.object({
  criterion: z.string().describe('The criterion that asks for it.'),
  fact: z.string().optional().describe('The fact, where the criterion asks for a single one.'),
  personId: Id.optional().describe('Whose fact it is, where it is not the household’s.'),
  title: LocalText,
  seen: ReasonText,
  needed: ReasonText,
  outcome: Determination.describe('What the answer would be then.'),
});
export type WouldChange = z.infer<typeof WouldChange>;

/** What one programme says of the household; where a programme covers persons, there is one for each who comes into question. */
export const ScreeningResult = z.object({
  programme: ProgrammeCode,
  programmeId: Id,
  title: LocalText,
  version: z.int(),
  personId: Id.optional(),
  outcome: Determination,
  reasons: z.array(Reason),
  entitlement: Entitlement.optional(),
  wouldChange: z.array(WouldChange),
});
export type ScreeningResult = z.infer<typeof ScreeningResult>;

export const Screening = z.object({ householdId: Id, asOf: PlainDate, results: z.array(ScreeningResult) });
export type Screening = z.infer<typeof Screening>;
