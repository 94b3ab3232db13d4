/** What an import file says once of a household: on the household's first row. */
export const householdColumns = [
  'area_code',
  'address',
  'residence_months',
  'urban',
  'floor',
  'walls',
  'roof',
  'toilet',
  'water',
  'lighting',
  'cooking',
  'rooms',
  'assets',
  'channel',
  'provider',
  'account',
  'consent_given_on',
  'consent_method',
  'dairy_in_two_weeks',
] as const;
export type HouseholdColumn = (typeof householdColumns)[number];

/** Every column of an import file, in the order of its header. */
export const columns = [
  'household_ref',
  'area_code',
  'address',
  'residence_months',
  'urban',
  'given_names',
  'family_name',
  'sex',
  'born_on',
  'born_on_precision',
  'relationship',
  'identifier_type',
  'identifier_value',
  'phone',
  'marital_status',
  'seeing',
  'hearing',
  'walking',
  'remembering',
  'self_care',
  'communicating',
  'chronic_illness',
  'palliative_care',
  'pregnant',
  'attends_school',
  'work',
  'floor',
  'walls',
  'roof',
  'toilet',
  'water',
  'lighting',
  'cooking',
  'rooms',
  'assets',
  'payee',
  'channel',
  'provider',
  'account',
  'consent_given_on',
  'consent_method',
  'insured',
  'dairy_in_two_weeks',
] as const;
export type Column = (typeof columns)[number];

/** What it says of each person, on the person's own row. */
export type PersonColumn = Exclude<Column, HouseholdColumn | 'household_ref'>;

export type HouseholdAnswers = Record<HouseholdColumn, string>;
export type PersonAnswers = Record<PersonColumn, string>;

/** A household as it goes into a file: every answer as text, an empty one where nothing is known. */
export interface Household {
  ref: string;
  answers: HouseholdAnswers;
  people: PersonAnswers[];
}
