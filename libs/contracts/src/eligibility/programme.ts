import { z } from 'zod';

import { PlainDate } from '../values/dates.ts';
import { ProgrammeCode } from '../values/identity.ts';
import { Currency, MinorAmount } from '../values/money.ts';
import { written } from '../values/text.ts';
import { SnakeCode, Condition, LocalText, RuleSet, Standing, Term, AssistanceUnit } from './rule-set.ts';

/** Where a statement of the document comes from; `about` is a JSON pointer to it, such as `/frequency`. */
export const Provenance = z.strictObject({
  about: z.string().regex(/^(\/[^/]+)+$/),
  status: Standing,
  source: written(300),
});
export type Provenance = z.infer<typeof Provenance>;

/** How often a benefit is paid or a contribution is due. */
export const Frequency = z.enum(['once', 'monthly', 'every_two_months', 'quarterly', 'half_yearly', 'yearly']);
export type Frequency = z.infer<typeof Frequency>;

/** The components of SDG 1.3.1 that a programme can count towards, by the UN's series code. */
export const SdgComponent = z.enum([
  'SI_COV_BENFTS',
  'SI_COV_CHLD',
  'SI_COV_MATNL',
  'SI_COV_DISAB',
  'SI_COV_UEMP',
  'SI_COV_WKINJRY',
  'SI_COV_PENSN',
  'SI_COV_VULN',
  'SI_COV_POOR',
]);
export type SdgComponent = z.infer<typeof SdgComponent>;

/** Added to the amount when its condition is met. While that is not known, neither is the amount. */
export const Supplement = z.strictObject({
  id: SnakeCode,
  title: LocalText,
  when: Condition,
  amountMinor: MinorAmount,
});
export type Supplement = z.infer<typeof Supplement>;

/**
 * What one payment comes to, in minor units of the programme's currency: the same for all, or by household size (the first
 * entry for one member, the last for that many and more), and what is added by circumstance.
 */
export const AmountRule = z.strictObject({
  base: z.union([
    z.strictObject({ fixed: MinorAmount }),
    z.strictObject({ byHouseholdSize: z.array(MinorAmount).min(1).max(50) }),
  ]),
  supplements: z.array(Supplement).max(20).default([]),
});
export type AmountRule = z.infer<typeof AmountRule>;

/** What a member of a contributory programme pays in: a share, in hundredths of a per cent, of a declared base. */
export const ContributionRule = z.strictObject({
  rateBasisPoints: z.int().min(0).max(10_000),
  base: LocalText,
  frequency: Frequency,
  dueDayOfNextMonth: z.int().min(1).max(28).optional(),
});
export type ContributionRule = z.infer<typeof ContributionRule>;

/**
 * How places are shared out when there are fewer than applicants: counted in areas of one level (0 country, 1 province, 2
 * district), and given in an order that anyone can recompute. Equals go by the date of application, then by its number.
 */
export const QuotaBasis = z.strictObject({
  areaLevel: z.int().min(0).max(5),
  places: z.record(z.string().max(20), z.int().min(0)),
  order: z.array(z.strictObject({ by: Term, first: z.enum(['highest', 'lowest']) })).max(5),
});
export type QuotaBasis = z.infer<typeof QuotaBasis>;

/** One published state of a programme's rules. It takes effect on `validFrom`. */
export const ProgrammeVersion = z.strictObject({
  version: z.int().min(1),
  title: LocalText,
  validFrom: PlainDate,
  ruleSet: RuleSet,
  amount: AmountRule.optional(),
  contribution: ContributionRule.optional(),
  provenance: z.array(Provenance),
});
export type ProgrammeVersion = z.infer<typeof ProgrammeVersion>;

/** A programme as a country writes it down: what stays, and its versions in the order in which they take effect. */
export const ProgrammeDefinition = z.strictObject({
  code: ProgrammeCode,
  names: LocalText,
  description: LocalText,
  ministry: z.strictObject({ code: written(20), name: LocalText }),
  legalReference: written(300),
  unit: AssistanceUnit,
  contributory: z.boolean(),
  sdgComponents: z
    .array(SdgComponent)
    .max(SdgComponent.options.length)
    .refine((all) => new Set(all).size === all.length, { error: 'names one twice', params: { code: 'listed_twice' } }),
  currency: Currency,
  frequency: Frequency,
  quota: QuotaBasis.optional(),
  versions: z.array(ProgrammeVersion).min(1),
  provenance: z.array(Provenance),
});
export type ProgrammeDefinition = z.infer<typeof ProgrammeDefinition>;
