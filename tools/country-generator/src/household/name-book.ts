import type { Random } from '@janela/random';

import type { Name } from '../country/names.ts';
import type { Sex } from './pyramid.ts';

/** Names by language and use, each drawn as often as it is met. */
export interface NameBook {
  /** Throws where the language has no name of that use. */
  draw(random: Random, language: string, use: Sex | 'family'): string;
}

interface Urn {
  names: string[];
  /** The weights added up so far, name by name. */
  sums: number[];
}

/** The book of a country's names. */
export function nameBookOf(names: readonly Name[]): NameBook {
  const urns = new Map<string, Urn>();
  for (const { language, use, name, weight } of names) {
    const urn = urns.get(`${language} ${use}`) ?? { names: [], sums: [] };
    urns.set(`${language} ${use}`, urn);
    urn.names.push(name);
    urn.sums.push((urn.sums.at(-1) ?? 0) + weight);
  }
  return {
    draw(random, language, use) {
      const urn = urns.get(`${language} ${use}`);
      if (!urn) throw new RangeError(`There are no names of use "${use}" in the language "${language}".`);
      const ticket = random.next() * (urn.sums.at(-1) ?? 0);
      return urn.names[firstAbove(urn.sums, ticket)] ?? '';
    },
  };
}

function firstAbove(sums: readonly number[], ticket: number): number {
  let [low, high] = [0, sums.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sums[middle] ?? 0) > ticket) high = middle;
    else low = middle + 1;
  }
  return low;
}
