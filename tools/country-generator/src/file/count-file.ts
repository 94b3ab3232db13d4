import type { Country } from '../country/load-country.ts';
import { type Day, ageOn, dayOf } from '../household/calendar.ts';
import type { Column } from '../household/columns.ts';

/** A row of an import file. */
export type Row = Record<Column, string>;

type Counts = Record<string, number>;

/** What a file holds, and what of it an import is to take: every form but those with a mistake. */
export interface FileCounts {
  asOf: string;
  rows: number;
  forms: number;
  /** Forms with a mistake, which an import refuses whole. */
  wrong: { forms: number; people: number; byKind: Counts };
  /** Forms that register an earlier household again; an import takes them and warns. */
  duplicates: { forms: number; people: number };
  /** All of the following is of the forms that an import takes. */
  taken: { forms: number; people: number };
  formsByArea: Counts;
  peopleByArea: Counts;
  people: Counts;
  formsWith: Counts;
  work: Counts;
  channels: Counts;
  outcomes: Counts;
}

interface Label {
  label: string;
  what: string;
}

/** Counts a file with its labels, ages as on a day. One household is held at a time, and the labels. */
export async function countFile(
  country: Country,
  asOf: string,
  rows: AsyncIterable<Row>,
  labels: AsyncIterable<Record<string, string>>,
): Promise<FileCounts> {
  const odd = new Map<string, Label>();
  for await (const { household_ref = '', label = '', what = '' } of labels) odd.set(household_ref, { label, what });
  const counts: FileCounts = {
    asOf,
    rows: 0,
    forms: 0,
    wrong: { forms: 0, people: 0, byKind: {} },
    duplicates: { forms: 0, people: 0 },
    taken: { forms: 0, people: 0 },
    formsByArea: {},
    peopleByArea: {},
    people: {},
    formsWith: {},
    work: {},
    channels: {},
    outcomes: {},
  };
  for await (const people of householdsOf(rows))
    countHousehold(counts, people, odd.get(people[0].household_ref), { country, asOf: dayOf(asOf) });
  return sorted(counts);
}

/** The same counts with every list of them in the order of its keys, so that two countings can be compared line by line. */
function sorted(counts: FileCounts): FileCounts {
  const inOrder = (list: Counts): Counts =>
    Object.fromEntries(Object.entries(list).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  const { formsByArea, peopleByArea, people, formsWith, work, channels, outcomes } = counts;
  const lists = { formsByArea, peopleByArea, people, formsWith, work, channels, outcomes };
  return {
    ...counts,
    wrong: { ...counts.wrong, byKind: inOrder(counts.wrong.byKind) },
    ...(Object.fromEntries(Object.entries(lists).map(([name, list]) => [name, inOrder(list)])) as typeof lists),
  };
}

async function* householdsOf(rows: AsyncIterable<Row>): AsyncGenerator<[Row, ...Row[]]> {
  let people: [Row, ...Row[]] | undefined;
  for await (const row of rows) {
    if (people?.[0].household_ref === row.household_ref) {
      people.push(row);
      continue;
    }
    if (people) yield people;
    people = [row];
  }
  if (people) yield people;
}

function countHousehold(
  counts: FileCounts,
  people: [Row, ...Row[]],
  odd: Label | undefined,
  { country, asOf }: { country: Country; asOf: Day },
) {
  counts.rows += people.length;
  counts.forms += 1;
  if (odd?.label === 'wrong') {
    addForm(counts.wrong, people);
    add(counts.wrong.byKind, odd.what);
    return;
  }
  if (odd?.label === 'duplicate') addForm(counts.duplicates, people);
  addForm(counts.taken, people);
  const [first] = people;
  add(counts.formsByArea, first.area_code);
  add(counts.peopleByArea, first.area_code, people.length);
  add(counts.channels, first.channel);
  add(counts.outcomes, outcomeOf(country, first.account));
  const facts = people.flatMap((person) => factsOf(person, asOf));
  for (const fact of facts) add(counts.people, fact);
  for (const { work } of people) if (work !== '') add(counts.work, work);
  for (const fact of [...new Set(facts), ...residenceFacts(first), ...headFacts(people, asOf)])
    add(counts.formsWith, fact);
}

/** What is counted of a person. A difficulty is the worst of the six answers. */
function factsOf(person: Row, asOf: Day): string[] {
  const age = ageOn(dayOf(person.born_on), asOf);
  const { seeing, hearing, walking, remembering, self_care, communicating } = person;
  const worst = Math.max(...[seeing, hearing, walking, remembering, self_care, communicating].map(Number));
  const facts: Record<string, boolean> = {
    [person.sex]: true,
    under_5: age < 5,
    under_18: age < 18,
    from_18_to_64: age >= 18 && age < 65,
    from_65: age >= 65,
    from_65_female: age >= 65 && person.sex === 'female',
    from_65_male: age >= 65 && person.sex === 'male',
    identified: person.identifier_value !== '',
    a_lot_of_difficulty_or_cannot: worst >= 3,
    cannot: worst === 4,
    chronic_illness: person.chronic_illness === 'true',
    palliative_care: person.palliative_care === 'true',
    pregnant: person.pregnant === 'true',
    insured: person.insured === 'true',
  };
  return Object.keys(facts).filter((fact) => facts[fact]);
}

function residenceFacts({ residence_months, urban }: Row): string[] {
  const months =
    residence_months === '' ? [] : Number(residence_months) < 6 ? ['less_than_6_months'] : ['6_months_or_more'];
  return [...months, ...(urban === 'true' ? ['urban'] : ['rural'])];
}

function headFacts(people: readonly Row[], asOf: Day): string[] {
  const head = people.find(({ relationship }) => relationship === 'head');
  if (!head) return [];
  return [`${head.sex}_head`, ...(ageOn(dayOf(head.born_on), asOf) < 18 ? ['child_head'] : [])];
}

/** What the sandbox does with the account; what it does by default where there is none. */
function outcomeOf({ providers, recipe }: Country, account: string): string {
  const provider = providers.find(({ code }) => code === recipe.payment.provider);
  const behaviour = provider?.behaviours.find(({ accountEnding }) => account.endsWith(accountEnding));
  return behaviour?.outcome ?? provider?.otherwise ?? 'none';
}

function addForm(counts: { forms: number; people: number }, people: readonly Row[]): void {
  counts.forms += 1;
  counts.people += people.length;
}

function add(counts: Counts, key: string, by = 1): void {
  counts[key] = (counts[key] ?? 0) + by;
}
