import type { SandboxOutcome } from '../country/providers.ts';
import type { Country } from '../country/load-country.ts';
import type { Recipe } from '../country/recipe.ts';
import { type Day, dayOf } from './calendar.ts';
import { type NameBook, nameBookOf } from './name-book.ts';
import { type Pyramid, pyramidOf } from './pyramid.ts';

/** Where households live, and how many of them beside the other places. */
export interface Place {
  code: string;
  weight: number;
  /** Names of the wards within, for addresses; none where they are not known. */
  wards: readonly string[];
  manner: Recipe['areas'][number];
}

/** What can be asked for: the seed, the day on which the households are visited, where, and how payments will fare. */
export interface WorldOptions {
  seed: number;
  asOf: string;
  areas: readonly string[];
  /** The share of accounts that end in the digits of an outcome; all others are paid. */
  outcomes: Partial<Record<SandboxOutcome, number>>;
}

/** Everything that households are made from; the same options give the same households. */
export interface World {
  seed: number;
  asOf: Day;
  recipe: Recipe;
  pyramid: Pyramid;
  names: NameBook;
  places: readonly Place[];
  outcomes: readonly { share: number; ending: string }[];
  ordinaryEndings: readonly string[];
}

/** Prepares a country for making households. Throws `RangeError` for an area or outcome that the country does not have. */
export function worldOf(country: Country, options: WorldOptions): World {
  const { recipe } = country;
  const provider = country.providers.find(({ code }) => code === recipe.payment.provider);
  const endings = (provider?.behaviours ?? []).map(({ accountEnding }) => accountEnding);
  return {
    seed: options.seed,
    asOf: dayOf(options.asOf),
    recipe,
    pyramid: pyramidOf(country.denominators, country.profile.code, recipe.pyramidYear),
    names: nameBookOf(country.names),
    places: options.areas.map((code) => placeOf(country, code)),
    outcomes: Object.entries(options.outcomes).map(([outcome, share]) => {
      const behaviour = provider?.behaviours.find((candidate) => candidate.outcome === outcome);
      if (!behaviour) throw new RangeError(`${recipe.payment.provider} has no account ending for "${outcome}".`);
      return { share, ending: behaviour.accountEnding };
    }),
    ordinaryEndings: Array.from({ length: 100 }, (_, ending) => String(ending).padStart(2, '0')).filter(
      (ending) => !endings.includes(ending),
    ),
  };
}

function placeOf({ areas, denominators, recipe }: Country, code: string): Place {
  if (!areas.some((area) => area.code === code)) throw new RangeError(`There is no area ${code}.`);
  const known = denominators
    .filter((row) => row.measure === 'population' && row.area_code === code && row.sex === 'all' && row.value !== null)
    .toSorted((a, b) => b.year - a.year);
  const manner = recipe.areas
    .filter(({ within }) => code.startsWith(within))
    .toSorted((a, b) => b.within.length - a.within.length)[0];
  if (!manner) throw new RangeError(`recipe.json says nothing about ${code}.`);
  const wards = areas.filter(({ level, parent }) => level === 'ward' && parent === code).map(({ name }) => name);
  return { code, weight: known[0]?.value ?? usualDistrict, wards, manner };
}

/** What a district counts for whose population is not known. */
const usualDistrict = 100_000;
