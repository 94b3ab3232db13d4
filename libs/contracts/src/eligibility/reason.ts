import { z } from 'zod';

import { LocalText } from './rule-set.ts';

/** A sentence about a decision, in each language: "Time lived in this area: 4 months". */
const sentence = z.string().min(1).max(1000);
export const ReasonText = z.object({ en: sentence, pt: sentence, fr: sentence });
export type ReasonText = z.infer<typeof ReasonText>;

/** One criterion of a rule and what came of it: `met` is null while it is not known. */
export const Reason = z.object({
  criterion: z.string().min(1).max(64),
  within: z
    .string()
    .max(64)
    .optional()
    .describe('The criterion that this one is a part of: one not met may be enough, where another part is.'),
  title: LocalText,
  met: z.boolean().nullable(),
  seen: ReasonText.describe('What the register says.'),
  needed: ReasonText.describe('What the rule asks for.'),
  legalReference: z.string().max(300).optional(),
});
export type Reason = z.infer<typeof Reason>;

/** All criteria of one rule set. */
export const Reasons = z.array(Reason).max(200);

/** What the machine finds. Unknown is its own answer: a person looks. */
export const Determination = z.enum(['eligible', 'ineligible', 'needs_review']);
export type Determination = z.infer<typeof Determination>;
