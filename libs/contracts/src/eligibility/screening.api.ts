import { z } from 'zod';

import { PlainDate } from '../values/dates.ts';
import { Id, ProgrammeCode } from '../values/identity.ts';
import { Entitlement } from './entitlement.ts';
import { Determination, MissingFact, Reason, ReasonText } from './reason.ts';
import { LocalText } from './rule-set.ts';

/** `POST /v1/screenings`: every programme, for one household, as of a day (today when left out, never later). */
export const RequestScreening = z.strictObject({ householdId: Id, asOf: PlainDate.optional() });
export type RequestScreening = z.infer<typeof RequestScreening>;

/** One thing that alone would change the answer, if it were otherwise, or if it were known. */
export const WouldChange = z.object({
  criterion: z.string().describe('The criterion that asks for it.'),
  fact: z.string().optional().describe('The fact, where the criterion asks for a single one.'),
  personId: Id.optional().describe('Whose fact it is, where it is not the household’s.'),
  title: LocalText,
  seen: ReasonText,
  needed: ReasonText,
  outcome: Determination.optional().describe(
    'What the answer would be then; not there where it depends on what is found out.',
  ),
  missing: z
    .array(MissingFact)
    .optional()
    .describe('What is not known and has to be found out; then `needed` asks for the answer, whichever it is.'),
});
export type WouldChange = z.infer<typeof WouldChange>;

/**
 * What one programme says of the household; where a programme covers persons, there is one for each who comes into question.
 */
export const ScreeningResult = z.object({
  programme: ProgrammeCode,
  programmeId: Id,
  title: LocalText,
  version: z.int(),
  personId: Id.optional(),
  outcome: Determination,
  reasons: z.array(Reason),
  entitlement: Entitlement.optional(),
  amountMissing: z
    .array(MissingFact)
    .optional()
    .describe('What is not known, and how much it would pay depends on; only there while that is not known.'),
  wouldChange: z.array(WouldChange),
});
export type ScreeningResult = z.infer<typeof ScreeningResult>;

export const Screening = z.object({ householdId: Id, asOf: PlainDate, results: z.array(ScreeningResult) });
export type Screening = z.infer<typeof Screening>;
