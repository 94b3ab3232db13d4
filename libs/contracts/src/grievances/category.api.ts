import { z } from 'zod';

import { LocalText, SnakeCode } from '../eligibility/rule-set.ts';
import { CaseLevel } from './case.events.ts';

/** What a complaint can be about, and must name where its category says so. */
export const CaseSubject = z.enum(['household', 'application', 'payment']);
export type CaseSubject = z.infer<typeof CaseSubject>;

/** A year: no complaint may wait longer for anything. */
const maxHours = 8760;
const hours = z.int().min(1).max(maxHours);

const category = {
  code: SnakeCode,
  names: LocalText,
  sensitive: z.boolean().describe('For sensitive-case officers only; for others such a case does not exist.'),
  needs: z
    .array(CaseSubject)
    .max(CaseSubject.options.length)
    .refine((needs) => new Set(needs).size === needs.length, {
      error: 'names one twice',
      params: { code: 'listed_twice' },
    }),
  startsAt: CaseLevel.describe('The level that acts first.'),
  acknowledgeWithinHours: hours.describe('Until an officer has taken it on.'),
  resolveWithinHours: hours.describe('Until it is answered; each level has the whole of this time.'),
  escalateWithinHours: hours.describe('When the next level has to act, if there is no answer.'),
  appealWithinHours: hours.describe('How long after a decision an appeal against it can be filed.'),
};

/** A kind of complaint, as the country lists it: what must be named with it, and how long each level may take. */
export const CaseCategory = z.object(category);
export type CaseCategory = z.infer<typeof CaseCategory>;

/** One category of `PUT /v1/categories`. */
export const PublishCategory = z
  .strictObject(category)
  .refine((given) => given.acknowledgeWithinHours <= given.resolveWithinHours, {
    path: ['resolveWithinHours'],
    error: 'comes before it must be acknowledged',
    params: { code: 'deadlines_out_of_order' },
  })
  .refine((given) => given.resolveWithinHours <= given.escalateWithinHours, {
    path: ['escalateWithinHours'],
    error: 'comes before it must be resolved',
    params: { code: 'deadlines_out_of_order' },
  });
export type PublishCategory = z.infer<typeof PublishCategory>;

/** `PUT /v1/categories`: the country's whole list. What is not in it any more takes no new cases. The same again changes nothing. */
export const PublishCategories = z.strictObject({
  categories: z
    .array(PublishCategory)
    .min(1)
    .max(200)
    .refine((all) => new Set(all.map(({ code }) => code)).size === all.length, {
      error: 'names a category twice',
      params: { code: 'listed_twice' },
    }),
});
export type PublishCategories = z.infer<typeof PublishCategories>;

/** The answer to it: how many are new or different, how many were there exactly so, and how many take no new cases from now on. */
export const PublishedCategories = z.object({ published: z.int(), unchanged: z.int(), retired: z.int() });
export type PublishedCategories = z.infer<typeof PublishedCategories>;
