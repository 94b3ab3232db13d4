import { z } from 'zod';

import { LocalText } from './rule-set.ts';

/** A value as a reason shows it: text is a code, a date or words; `null` was not known. */
export const ReasonValue = z.union([z.string().max(300), z.number(), z.boolean(), z.null()]);
export type ReasonValue = z.infer<typeof ReasonValue>;

/** One criterion of a rule and what came of it: `met` is null while it is not known. */
export const Reason = z.object({
  criterion: z.string().min(1).max(64),
  title: LocalText,
  met: z.boolean().nullable(),
  seen: ReasonValue.describe('What the register says.'),
  needed: ReasonValue.describe('What the rule asks for.'),
  legalReference: z.string().max(300).optional(),
});
export type Reason = z.infer<typeof Reason>;

/** All criteria of one rule set. */
export const Reasons = z.array(Reason).max(200);

/** What the machine finds. Unknown is its own answer: a person looks. */
export const Determination = z.enum(['eligible', 'ineligible', 'needs_review']);
export type Determination = z.infer<typeof Determination>;
