import { z } from 'zod';

import { Frequency } from '../eligibility/programme.ts';
import { LocalText } from '../eligibility/rule-set.ts';
import { ProgrammeCode } from '../values/identity.ts';
import { Currency } from '../values/money.ts';

/** A programme as payments knows it: a cycle that is opened now is for these enrolments, and for no others. */
export const PaidProgramme = z.object({
  programme: ProgrammeCode,
  title: LocalText,
  currency: Currency,
  frequency: Frequency,
  enrolments: z.int().min(0).describe('Those that payments knows of and that have not ended or been suspended.'),
});
export type PaidProgramme = z.infer<typeof PaidProgramme>;
