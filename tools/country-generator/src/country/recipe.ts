import { z } from 'zod';

import { provenance } from './provenance.ts';

const Share = z.number().min(0).max(1);

/** How often each code is met beside the others. */
export const Weights = z.record(z.string(), z.number().min(0));

/** Codes from what the poorest have to what the richest have, each with the welfare from which it is met. */
export const Ladder = z.record(z.string(), z.number());

/** Weights that hold between two ages. */
const ByAge = z.strictObject({ fromAge: z.int(), toAge: z.int(), urban: Weights, rural: Weights });

/**
 * `recipe.json`: what the generator needs to know to make households that a person from the country would take for real. Nothing in it
 * is a fact. Welfare is a hidden number with mean 0 and deviation 1; everything a household owns depends on it.
 */
export const Recipe = z.strictObject({
  ...provenance,
  pyramidYear: z.int(),
  /** The entry with the longest code that contains the area holds. */
  areas: z.array(z.strictObject({ within: z.string(), urban: Share, welfare: z.number(), languages: Weights })).min(1),
  shapes: Weights,
  shapeWelfare: z.record(z.string(), z.number()),
  shares: z.strictObject({
    christianName: Share,
    secondName: Share,
    identified: Share,
    januaryFirst: Share,
    roundedYear: Share,
    monthOnly: Share,
    chronicIllness: Share,
    palliativeCare: Share,
    pregnant: Share,
    phone: Share,
    neighbourPhone: Share,
    deputy: Share,
    newcomer: Share,
    consent: Share,
    unanswered: Share,
  }),
  /** How likely only the year of birth is known, and how likely a person has difficulties, from an age on. */
  yearOnly: z.array(z.strictObject({ fromAge: z.int(), share: Share })).min(1),
  functioning: z.array(z.strictObject({ fromAge: z.int(), some: Share, aLot: Share, cannot: Share })).min(1),
  school: z.array(ByAge.omit({ urban: true, rural: true }).extend({ share: Share, perWelfare: z.number() })).min(1),
  work: z.array(ByAge).min(1),
  workWelfare: z.record(z.string(), z.number()),
  /** How likely a person of that work pays into a social insurance, or is covered by one; no one else is. */
  insured: z.record(z.string(), Share),
  dwelling: z.record(z.string(), Ladder),
  /** An asset is met from a welfare on; some only where a dwelling question has one of the answers. */
  assets: z.record(
    z.string(),
    z.strictObject({ from: z.number(), needs: z.record(z.string(), z.array(z.string())).optional() }),
  ),
  /** The welfare from which there is milk on the table. */
  dairyFrom: z.number(),
  identifier: z.strictObject({ type: z.string(), form: z.string(), fromAge: z.int(), surelyFromAge: z.int() }),
  phone: z.strictObject({ beginnings: z.array(z.string()).min(1), digits: z.int().min(4).max(8) }),
  payment: z.strictObject({ provider: z.string(), accountChannel: z.string(), urban: Weights, rural: Weights }),
  consentMethods: Weights,
  landmarks: z.array(z.string()).min(1),
});
export type Recipe = z.infer<typeof Recipe>;
