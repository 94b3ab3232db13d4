import type { HouseholdPart } from '@janela/contracts';
import { canonicalJson } from '@janela/platform';

import type { IdentifierEntity } from './identifier.entity.ts';
import type { PersonEntity } from './person.entity.ts';
import type { ConsentEntity } from './consent.entity.ts';
import type { HouseholdEntity } from './household.entity.ts';
import type { HouseholdRecord } from './household-record.ts';
import type { PayeeChangeEntity } from './payee-change.entity.ts';
import type { PayeeEntity } from './payee.entity.ts';

/** A row that is new, or differs from what it was. */
export interface RowChange<Row> {
  row: Row;
  /** What the columns that differ held; null when there was no row. */
  was: Partial<Row> | null;
}

/** What became of a household, row by row. Rows are never taken away: who leaves or dies stays, with a date. */
export interface RecordDiff {
  household: RowChange<HouseholdEntity>[];
  people: RowChange<PersonEntity>[];
  identifiers: RowChange<IdentifierEntity>[];
  payee: RowChange<PayeeEntity>[];
  payeeChanges: RowChange<PayeeChangeEntity>[];
  consents: RowChange<ConsentEntity>[];
}

/** Compares two states of a household. */
export function diffRecords(before: HouseholdRecord, after: HouseholdRecord): RecordDiff {
  return {
    household: diffRows([before.household], [after.household], ({ id }) => id),
    people: diffRows(before.people, after.people, ({ id }) => id),
    identifiers: diffRows(before.identifiers, after.identifiers, ({ id }) => id),
    payee: diffRows(listOf(before.payee), listOf(after.payee), ({ householdId }) => householdId),
    payeeChanges: diffRows(before.payeeChanges, after.payeeChanges, ({ id }) => id),
    consents: diffRows(before.consents, after.consents, ({ purpose }) => purpose),
  };
}

export function isEmpty(diff: RecordDiff): boolean {
  return Object.values(diff).every((changes: readonly unknown[]) => changes.length === 0);
}

/** The parts of a household that a change touched, in the words of events; `payee` and `state` besides, for its history. */
export function partsOf(diff: RecordDiff): Set<Part> {
  return new Set([
    ...diff.household.flatMap(({ was }) => Object.keys(was ?? {}).flatMap((column) => partOfColumn[column] ?? [])),
    ...diff.people.flatMap(partsOfPerson),
    ...diff.identifiers.map(() => 'members' as const),
    ...[...diff.payee, ...diff.payeeChanges].map(() => 'payee' as const),
    ...diff.consents.map(() => 'consent' as const),
  ]);
}

type Part = HouseholdPart | 'payee' | 'state';

function partsOfPerson({ row, was }: RowChange<PersonEntity>): Part[] {
  const isHead = (was === null || was.relationship !== undefined) && row.relationship === 'head';
  const headParts: Part[] = isHead || was?.relationship === 'head' ? ['head'] : [];
  if (was === null) return ['members', ...headParts];
  const columns = Object.keys(was);
  const contact = columns.filter((column) => contactColumns.includes(column));
  return [
    ...(contact.length > 0 ? ['contact' as const] : []),
    ...(columns.length > contact.length ? ['members' as const] : []),
    ...headParts,
  ];
}

const contactColumns = ['phoneSealed', 'phoneMark', 'phoneMasked'];

const partOfColumn: Record<string, Part> = {
  address: 'address',
  residentSince: 'residence',
  urban: 'residence',
  areaCode: 'residence',
  dwelling: 'dwelling',
  assets: 'assets',
  consumption: 'consumption',
  state: 'state',
};

/** What the rows held, as history keeps it: by table, then by key. */
export function beforeOf(diff: RecordDiff): Record<string, unknown> {
  const tables = {
    household: diff.household.map(({ was }) => ['was', was] as const),
    people: diff.people.map(({ row, was }) => [row.id, was] as const),
    identifiers: diff.identifiers.map(({ row, was }) => [row.id, was] as const),
    payee: diff.payee.map(({ was }) => ['was', was] as const),
    payeeChanges: diff.payeeChanges.map(({ row, was }) => [row.id, was] as const),
    consents: diff.consents.map(({ row, was }) => [row.purpose, was] as const),
  };
  return Object.fromEntries(
    Object.entries(tables)
      .filter(([, rows]) => rows.length > 0)
      .map(([table, rows]) => [table, Object.fromEntries(rows)]),
  );
}

function diffRows<Row extends object>(
  before: readonly Row[],
  after: readonly Row[],
  keyOf: (row: Row) => string,
): RowChange<Row>[] {
  const byKey = new Map(before.map((row) => [keyOf(row), row]));
  return after.flatMap((row): RowChange<Row>[] => {
    const old = byKey.get(keyOf(row));
    if (!old) return [{ row, was: null }];
    const columns = (Object.keys(row) as (keyof Row)[]).filter((column) => !isEqual(old[column], row[column]));
    if (columns.length === 0) return [];
    return [{ row, was: Object.fromEntries(columns.map((column) => [column, old[column]])) as Partial<Row> }];
  });
}

function isEqual(a: unknown, b: unknown): boolean {
  return a === b || canonicalJson(a) === canonicalJson(b);
}

function listOf<Row>(row: Row | null): Row[] {
  return row === null ? [] : [row];
}
