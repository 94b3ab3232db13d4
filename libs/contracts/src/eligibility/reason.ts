import { z } from 'zod';

import { Id } from '../values/identity.ts';
import { LocalText } from './rule-set.ts';

/** A sentence about a decision, in each language: "Time lived in this area: 4 months". */
const sentence = z.string().min(1).max(1000);
export const ReasonText = z.object({ en: sentence, pt: sentence, fr: sentence });
export type ReasonText = z.infer<typeof ReasonText>;

/** Something that is not known, and the questions of the questionnaire that would answer it. */
export const MissingFact = z.object({
  fact: z.string().min(1).max(64).describe('The fact, by its code.'),
  personId: Id.optional().describe('Of whom it is not known, where it is not the household’s.'),
  paths: z
    .array(z.string().min(1).max(100))
    .max(10)
    .describe('Where the answer stands in a registration, as the questionnaire writes it: `members[].work`.'),
});
export type MissingFact = z.infer<typeof MissingFact>;

/** The most that one answer lists of what is not known. */
export const maxMissing = 200;

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
  missing: z
    .array(MissingFact)
    .max(maxMissing)
    .optional()
    .describe('What it depends on and is not known; only there while `met` is null.'),
});
export type Reason = z.infer<typeof Reason>;

/** All criteria of one rule set. */
export const Reasons = z.array(Reason).max(200);

/** What the machine finds. Unknown is its own answer: a person looks. */
export const Determination = z.enum(['eligible', 'ineligible', 'needs_review']);
export type Determination = z.infer<typeof Determination>;
