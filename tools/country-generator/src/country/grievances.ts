import { z } from 'zod';

import { LocalText, provenance } from './provenance.ts';
import { repeated } from './questionnaire.ts';

const hours = z.int().min(1);

/** A kind of complaint: what must be named with it, who acts first, and how long each level has. */
export const CaseCategory = z.strictObject({
  code: z.string().regex(/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/),
  names: LocalText,
  sensitive: z.boolean(),
  needs: z.array(z.enum(['household', 'application', 'payment'])),
  startsAt: z.enum(['community', 'district', 'province', 'national']),
  acknowledgeWithinHours: hours,
  resolveWithinHours: hours,
  escalateWithinHours: hours,
  appealWithinHours: hours,
  ...provenance,
});
export type CaseCategory = z.infer<typeof CaseCategory>;

/** What people can complain about in a country. `says` is for readers of the file. */
export const Grievances = z.strictObject({
  says: z.string().min(1),
  categories: z.array(CaseCategory).min(1),
  ...provenance,
});
export type Grievances = z.infer<typeof Grievances>;

/** Sentences about what does not fit together in the list of complaints. */
export function grievanceProblems({ categories }: Grievances): string[] {
  const outOfOrder = categories.filter(
    ({ acknowledgeWithinHours, resolveWithinHours, escalateWithinHours }) =>
      acknowledgeWithinHours > resolveWithinHours || resolveWithinHours > escalateWithinHours,
  );
  // The person who is accused may sit in the community's own committee.
  const exposed = categories.filter(({ sensitive, startsAt }) => sensitive && startsAt === 'community');
  return [
    ...outOfOrder.map(({ code }) => `${code} has deadlines out of order`),
    ...exposed.map(({ code }) => `${code} is sensitive and goes to the community`),
    ...repeated(categories.map(({ code }) => code)).map((code) => `${code} is there twice`),
  ].map((problem) => `grievances.json: ${problem}`);
}
