import { z } from 'zod';

import { Currency } from '../values/money.ts';
import { written } from '../values/text.ts';

/** A sentence in each language. */
export const LocalText = z.strictObject({ en: written(500), pt: written(500), fr: written(500) });
export type LocalText = z.infer<typeof LocalText>;

/** The languages in which every answer can be read. */
export const languages = ['en', 'pt', 'fr'] as const;
export type Language = (typeof languages)[number];

/** `sourced`: a named document says so. `illustrative`: our stand-in, to be confirmed by the ministry. */
export const Standing = z.enum(['sourced', 'illustrative']);
export type Standing = z.infer<typeof Standing>;

/** `snake_case`, as facts, criteria, rule sets and scorecards are named. */
export const SnakeCode = z
  .string()
  .regex(/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/, 'must be snake_case')
  .max(64);

/** One household or one person: what is judged, covered and paid. */
export const AssistanceUnit = z.enum(['household', 'person']);
export type AssistanceUnit = z.infer<typeof AssistanceUnit>;

/**
 * A value: a literal (an integer, a yes or no, a code, a date, an amount in the rule set's currency), a fact of the household,
 * of the current member or of the person who is judged, or something worked out from these.
 */
export type Term =
  | number
  | boolean
  | string
  | { date: string }
  | { amountMinor: number }
  | { fact: string }
  | { member: string }
  | { person: string }
  | { monthsSince: Term }
  | { add: [Term, Term] }
  | { subtract: [Term, Term] }
  | { multiply: [Term, Term] }
  | { divide: [Term, Term] }
  | { count: 'members'; where?: Condition }
  | { sum: Term; over: 'members'; where?: Condition }
  | { scorecard: string; line: string; read: 'points' | 'likelihood' };

/** What can be met, not met, or not known. Unknown is never read as either. */
export type Condition =
  | Criterion
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition }
  | Comparison
  | { exists: 'members'; where: Condition }
  | { every: 'members'; where: Condition };

export type Comparison =
  | { left: Term; op: '==' | '!=' | '<' | '<=' | '>' | '>='; right: Term }
  | { left: Term; op: 'in' | 'within'; right: (string | number)[] }
  | { left: Term; op: 'has'; right: string };

/** A condition that is answered for by name: with its title, its place in the law, and where it comes from. */
export interface Criterion {
  id: string;
  title: LocalText;
  legalReference?: string | undefined;
  status: Standing;
  source: string;
  when: Condition;
}

const whole = z.int();
const maxListed = 200;

export const Term: z.ZodType<Term> = z
  .lazy(() =>
    z.union([
      whole,
      z.boolean(),
      z.string().max(64),
      z.strictObject({ date: z.union([z.literal('as_of'), z.iso.date()]) }),
      z.strictObject({ amountMinor: whole }),
      z.strictObject({ fact: SnakeCode }),
      z.strictObject({ member: SnakeCode }),
      z.strictObject({ person: SnakeCode }),
      z.strictObject({ monthsSince: Term }),
      z.strictObject({ add: z.tuple([Term, Term]) }),
      z.strictObject({ subtract: z.tuple([Term, Term]) }),
      z.strictObject({ multiply: z.tuple([Term, Term]) }),
      z.strictObject({ divide: z.tuple([Term, Term]) }),
      z.strictObject({ count: z.literal('members'), where: Condition.optional() }),
      z.strictObject({ sum: Term, over: z.literal('members'), where: Condition.optional() }),
      z.strictObject({ scorecard: SnakeCode, line: SnakeCode, read: z.enum(['points', 'likelihood']) }),
    ]),
  )
  .meta({ id: 'Term' }) as z.ZodType<Term>;

export const Criterion: z.ZodType<Criterion> = z
  .lazy(() =>
    z.strictObject({
      id: SnakeCode,
      title: LocalText,
      legalReference: written(300).optional(),
      status: Standing,
      source: written(300),
      when: Condition,
    }),
  )
  .meta({ id: 'Criterion' });

export const Condition: z.ZodType<Condition> = z
  .lazy(() =>
    z.union([
      Criterion,
      z.strictObject({ all: z.array(Condition).min(1).max(maxListed) }),
      z.strictObject({ any: z.array(Condition).min(1).max(maxListed) }),
      z.strictObject({ not: Condition }),
      z.strictObject({ left: Term, op: z.enum(['==', '!=', '<', '<=', '>', '>=']), right: Term }),
      z.strictObject({
        left: Term,
        op: z.enum(['in', 'within']),
        right: z
          .array(z.union([z.string().max(64), whole]))
          .min(1)
          .max(maxListed),
      }),
      z.strictObject({ left: Term, op: z.literal('has'), right: z.string().max(64) }),
      z.strictObject({ exists: z.literal('members'), where: Condition }),
      z.strictObject({ every: z.literal('members'), where: Condition }),
    ]),
  )
  .meta({ id: 'Condition' }) as z.ZodType<Condition>;

/** Who qualifies, as data. Published once, it never changes its meaning: another meaning is another version. */
export const RuleSet = z.strictObject({
  code: SnakeCode,
  version: z.int().min(1),
  unit: AssistanceUnit,
  /** The currency of every amount in it; needed only when there is one. */
  currency: Currency.optional(),
  criteria: Condition,
});
export type RuleSet = z.infer<typeof RuleSet>;
