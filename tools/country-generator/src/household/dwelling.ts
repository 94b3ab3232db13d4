import type { Random } from '@janela/random';

import type { Recipe } from '../country/recipe.ts';

const dwellingColumns = ['floor', 'walls', 'roof', 'toilet', 'water', 'lighting', 'cooking'] as const;

/** How far an answer may stray from what the household's welfare alone would give it. */
const stray = 0.45;

/** What a dwelling is made of, what is in it and on its table, the better the higher the welfare. */
export function dwellingOf(random: Random, recipe: Recipe, welfare: number, size: number) {
  const answers = { floor: '', walls: '', roof: '', toilet: '', water: '', lighting: '', cooking: '' };
  for (const column of dwellingColumns)
    answers[column] = rungAt(recipe.dwelling[column] ?? {}, welfare + stray * random.normal());
  const rooms = Math.round(1 + size / 4 + 0.6 * welfare + 0.6 * random.normal());
  const assets = Object.entries(recipe.assets)
    .filter(([, { from }]) => welfare + stray * random.normal() >= from)
    .filter(([, { needs }]) => fits(answers, needs ?? {}))
    .map(([asset]) => asset);
  const dairy = welfare + stray * random.normal() >= recipe.dairyFrom;
  return {
    ...answers,
    rooms: String(Math.min(8, Math.max(1, rooms))),
    assets: assets.join('|'),
    dairy_in_two_weeks: dairy ? 'true' : 'false',
  };
}

/** The best code of a ladder that such a welfare reaches. */
function rungAt(ladder: Readonly<Record<string, number>>, welfare: number): string {
  return Object.entries(ladder).findLast(([, from]) => welfare >= from)?.[0] ?? '';
}

function fits(answers: Readonly<Record<string, string>>, needs: Readonly<Record<string, readonly string[]>>): boolean {
  return Object.entries(needs).every(([column, codes]) => codes.includes(answers[column] ?? ''));
}
