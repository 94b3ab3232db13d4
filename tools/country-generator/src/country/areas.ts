import { z } from 'zod';

import { provenance } from './provenance.ts';

/** A row of `areas.csv`: a place with its P-code. The codes nest: a place's code begins with its parent's. */
export const Area = z.strictObject({
  code: z.string().regex(/^[A-Z]{2}[0-9A-Z]*$/, 'is not a P-code'),
  level: z.string().min(1),
  name: z.string().min(1).max(80),
  parent: z.string(),
  valid_from: z.iso.date(),
  valid_to: z.union([z.literal(''), z.iso.date()]),
  ...provenance,
});
export type Area = z.infer<typeof Area>;

/** Sentences about what is wrong with a list of areas, given the levels from the country down. */
export function areaProblems(areas: readonly Area[], levels: readonly string[]): string[] {
  const known = new Map(areas.map((area) => [area.code, area]));
  const problems = known.size === areas.length ? [] : ['areas.csv: a code is listed twice'];
  for (const area of areas) {
    const depth = levels.indexOf(area.level);
    const parent = known.get(area.parent);
    const wrong = (what: string): number => problems.push(`areas.csv: ${area.code} ${area.name} ${what}`);
    if (depth === -1) wrong(`is of an unknown level "${area.level}"`);
    else if (depth === 0 && area.parent !== '') wrong('is the country and has a parent');
    else if (depth > 0 && !parent) wrong(`has an unknown parent "${area.parent}"`);
    else if (parent && parent.level !== levels[depth - 1]) wrong(`hangs below a ${parent.level}`);
    else if (parent && !(area.code.startsWith(parent.code) && area.code.length > parent.code.length))
      wrong(`does not begin with its parent's code ${parent.code}`);
  }
  return problems;
}
