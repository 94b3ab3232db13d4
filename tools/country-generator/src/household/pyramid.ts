import type { Random } from '@janela/random';

import type { Denominator } from '../country/denominators.ts';
import { agesOf } from '../country/denominators.ts';

export type Sex = 'female' | 'male';

/** How many people there are of each sex at each completed year of age, from 0. */
export type Pyramid = Readonly<Record<Sex, readonly number[]>>;

const oldest = 104;

/** A country's pyramid of one year, five-year groups spread evenly over their years. Throws where the year is not there. */
export function pyramidOf(denominators: readonly Denominator[], areaCode: string, year: number): Pyramid {
  const pyramid = { female: new Array<number>(oldest + 1).fill(0), male: new Array<number>(oldest + 1).fill(0) };
  for (const row of denominators) {
    if (row.measure !== 'population' || row.area_code !== areaCode || row.year !== year) continue;
    if (row.sex === 'all' || row.age_group === 'all' || row.value === null) continue;
    const { from, to } = agesOf(row.age_group);
    const years = Math.min(to, oldest) - from + 1;
    for (let age = from; age < from + years; age += 1) pyramid[row.sex][age] = row.value / years;
  }
  if (pyramid.female[0] === 0) throw new RangeError(`There is no population by sex and age of ${areaCode} in ${year}.`);
  return pyramid;
}

/** An age between the two, as often as the pyramid has it. */
export function drawAge(
  { pyramid, random }: { pyramid: Pyramid; random: Random },
  sex: Sex,
  from: number,
  to: number,
): number {
  const counts = pyramid[sex];
  let total = 0;
  for (let age = from; age <= to; age += 1) total += counts[age] ?? 0;
  let left = random.next() * total;
  for (let age = from; age < to; age += 1) {
    left -= counts[age] ?? 0;
    if (left < 0) return age;
  }
  return to;
}
