import { z } from 'zod';

/** As registers exchange it; `unknown` is an answer too. */
export const sexes = ['female', 'male', 'other', 'unknown'] as const;
export const Sex = z.enum(sexes);
export type Sex = z.infer<typeof Sex>;

/** How much of a birth date is known. What is not known stands as 01 in the date. */
export const datePrecisions = ['day', 'month', 'year'] as const;
export const DatePrecision = z.enum(datePrecisions);
export type DatePrecision = z.infer<typeof DatePrecision>;

/** What a member is to the head of the household. */
export const relationships = [
  'head',
  'spouse',
  'child',
  'stepchild',
  'foster_child',
  'child_in_law',
  'grandchild',
  'parent',
  'parent_in_law',
  'grandparent',
  'sibling',
  'niece_or_nephew',
  'other_relative',
  'non_relative',
] as const;
export const Relationship = z.enum(relationships);
export type Relationship = z.infer<typeof Relationship>;

export const maritalStatuses = [
  'never_married',
  'married',
  'consensual_union',
  'separated',
  'divorced',
  'widowed',
] as const;
export const MaritalStatus = z.enum(maritalStatuses);
export type MaritalStatus = z.infer<typeof MaritalStatus>;

/** What a person mostly does, also when it is not paid. */
export const works = [
  'own_farm',
  'own_business',
  'employee',
  'public_servant',
  'casual_labour',
  'unpaid_family_work',
  'looking_for_work',
  'home_care',
  'student',
  'retired',
  'unable_to_work',
  'not_working',
  'other',
] as const;
export const Work = z.enum(works);
export type Work = z.infer<typeof Work>;
