import { z } from 'zod';

import { PlainDate } from '../values/dates.ts';
import { Id, ProgrammeCode } from '../values/identity.ts';
import { Entitlement } from './entitlement.ts';
import { Determination, Reason, ReasonValue } from './reason.ts';
import { LocalText } from './rule-set.ts';

/** `POST /v1/screenings`: every programme, for one household, as of a day (today when left out). */
export const RequestScreening = z.strictObject({ householdId: Id, asOf: PlainDate.optional() });
export type RequestScreening = z.infer<typeof RequestScreening>;

/** One fact that would turn the answer, if it were otherwise. */
export const WouldChange = z.object({
  fact: z.string(),
  personId: Id.optional().describe('Whose fact it is, where it is not the household’s.'),
  title: LocalText,
  seen: ReasonValue,
  needed: ReasonValue,
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
