import { type ConsentPurpose, type ImportColumn, maxMembers, RegisterHousehold } from '@janela/contracts';

import { readCell } from './cells.ts';
import { columnOf, householdPlaces, memberPlaces, type Place } from './columns.ts';
import type { HeaderColumn } from './header.ts';

/** A row of a file: its cells, in the order of the header, and the line on which it begins. */
export interface Row {
  line: number;
  cells: readonly string[];
  /** The code of what keeps the row from being read; its cells are guesses then. */
  problem?: string;
}

/** One thing that is wrong with a file: where, what, and what the cell held. */
export interface RowError {
  line: number;
  column: ImportColumn;
  code: string;
  value: string;
  /** The district whose household with this number is meant, where there may be several. */
  district?: string;
}

export interface ReadHousehold {
  ref: string;
  /** As the first row says it, whatever that is. */
  areaCode: string;
  lines: number[];
  /** The registration that the rows amount to, unless something is wrong with them. */
  input: RegisterHousehold | undefined;
  errors: RowError[];
}

/** What the person who signs the form agrees to; a file has no column for it. */
const purposesOfTheForm: readonly ConsentPurpose[] = ['eligibility', 'payment', 'statistics'];

interface Tree {
  [field: string]: unknown;
}

/** Reads households from the rows of a file with this header. */
export class HouseholdReader {
  readonly width: number;
  /** Places of columns without a name. */
  readonly nameless: readonly number[];
  readonly household: readonly CellPlace[];
  readonly member: readonly CellPlace[];
  private readonly indexes: ReadonlyMap<ImportColumn, number>;

  constructor(header: readonly HeaderColumn[]) {
    this.width = header.length;
    this.nameless = header.flatMap((column, index) => (column === '' ? [index] : []));
    this.indexes = new Map(header.flatMap((column, index) => (column === '' ? [] : [[column, index] as const])));
    this.household = this.find(householdPlaces);
    this.member = this.find(memberPlaces);
  }

  /** Reads the rows of one household as if the window had sent them: the same contract decides what is right. */
  read(rows: readonly Row[]): ReadHousehold {
    const reading = new Reading(this, rows);
    const { errors } = reading;
    // Where the cells of a row are not where they belong, what they say is no further error.
    const parsed = errors.length > 0 ? undefined : RegisterHousehold.safeParse(reading.body());
    for (const issue of parsed?.error?.issues ?? []) reading.report(issue);
    return {
      ref: reading.ref,
      areaCode: rows[0] ? this.cell(rows[0], 'area_code') : '',
      lines: rows.map(({ line }) => line),
      input: parsed?.success && errors.length === 0 ? parsed.data : undefined,
      errors: errors.toSorted((a, b) => a.line - b.line),
    };
  }

  /** What a row says in a column; nothing where the file has no such column. */
  cell({ cells }: Row, column: ImportColumn): string {
    const index = this.indexes.get(column);
    return index === undefined ? '' : (cells[index] ?? '').trim();
  }

  private find(places: Readonly<Record<string, Place>>): CellPlace[] {
    return Object.entries(places).flatMap(([column, place]) => {
      const index = this.indexes.get(column as ImportColumn);
      return index === undefined ? [] : [{ ...place, column: column as ImportColumn, index }];
    });
  }
}

/** Where in the rows of this file a value stands, and where it belongs. */
interface CellPlace extends Place {
  column: ImportColumn;
  index: number;
}

interface Issue {
  code?: string | undefined;
  message: string;
  path: readonly PropertyKey[];
  params?: { code?: string } | undefined;
}

class Reading {
  readonly errors: RowError[] = [];
  readonly ref: string;

  constructor(
    private readonly reader: HouseholdReader,
    private readonly rows: readonly Row[],
  ) {
    this.ref = this.cell(0, 'household_ref');
    for (const [index, row] of rows.entries()) {
      const problem = row.problem ?? this.misplaced(row);
      if (problem !== undefined) this.fail(index, 'household_ref', problem, String(row.cells.length));
    }
  }

  /** The body of a registration, checked for nothing but the form of its cells. */
  body(): Tree {
    const tree = this.tree(0, this.reader.household);
    const members = this.rows.map((_, index) => this.member(index));
    const payee = this.payee(tree['payee'] as Tree | undefined);
    if (this.ref === '') this.fail(0, 'household_ref', 'required', '');
    if (members.length > maxMembers) this.fail(maxMembers, 'household_ref', 'too_many_members', this.ref);
    return Object.assign(tree, {
      externalReference: this.ref === '' ? 'none' : this.ref,
      members: members.slice(0, maxMembers),
      ...(payee && { payee }),
      ...(tree['consent'] !== undefined && { consent: { ...tree['consent'], purposes: purposesOfTheForm } }),
    });
  }

  /** Adds what the contract found, unless the cell is known to be unreadable: then that it is missing is no further error. */
  report({ code, message, path, params }: Issue): void {
    const column = columnOf(path);
    const index = path[0] === 'members' && typeof path[1] === 'number' ? path[1] : 0;
    const line = this.rows[index]?.line ?? 0;
    if (this.errors.some((error) => error.line === line && error.column === column)) return;
    const isMissing = code === 'invalid_type' && message.endsWith('received undefined');
    this.fail(index, column, isMissing ? 'required' : (params?.code ?? code ?? 'invalid'), this.cell(index, column));
  }

  /** Cells beyond the header, or under none of its names, are there only to be empty. */
  private misplaced({ cells }: Row): string | undefined {
    const { width, nameless } = this.reader;
    const isFilled = (cell: string | undefined) => (cell ?? '').trim() !== '';
    if (cells.length < width || cells.slice(width).some(isFilled)) return 'wrong_number_of_cells';
    return nameless.some((index) => isFilled(cells[index])) ? 'cell_without_column' : undefined;
  }

  private member(index: number): Tree {
    const { identifier, ...member } = this.tree(index, this.reader.member);
    if (identifier !== undefined) member['identifiers'] = [identifier];
    return member;
  }

  private tree(index: number, places: readonly CellPlace[]): Tree {
    const tree: Tree = {};
    const { cells } = this.rows[index] ?? { cells: [] };
    for (const { column, index: place, path, kind } of places) {
      const cell = (cells[place] ?? '').trim();
      if (cell === '') continue;
      const value = readCell(cell, kind);
      if (typeof value === 'object' && 'problem' in value) this.fail(index, column, value.problem, cell);
      else put(tree, path, value);
    }
    return tree;
  }

  /** Who collects stands beside the person; how it is paid, beside the household. */
  private payee(delivery: Tree | undefined): Tree | undefined {
    const roles = this.rows.map((_, index) => this.cell(index, 'payee'));
    const member = this.only(roles, 'yes', 'payee_twice');
    const deputy = this.only(roles, 'deputy', 'deputy_twice');
    for (const [index, role] of roles.entries())
      if (!['', 'yes', 'deputy'].includes(role)) this.fail(index, 'payee', 'payee_not_a_member', role);
    if (member === undefined) {
      const isMeant = delivery !== undefined || deputy !== undefined;
      if (isMeant && !this.errors.some(({ column }) => column === 'payee')) this.fail(0, 'payee', 'payee_missing', '');
      return undefined;
    }
    return { ...delivery, member, ...(deputy !== undefined && { deputy }) };
  }

  private only(roles: readonly string[], role: string, problem: string): number | undefined {
    const [first, ...others] = roles.flatMap((each, index) => (each === role ? [index] : []));
    for (const index of others) this.fail(index, 'payee', problem, role);
    return first;
  }

  private cell(index: number, column: ImportColumn): string {
    const row = this.rows[index];
    return row ? this.reader.cell(row, column) : '';
  }

  private fail(index: number, column: ImportColumn, code: string, value: string): void {
    this.errors.push({ line: this.rows[index]?.line ?? 0, column, code, value });
  }
}

function put(tree: Tree, [first = '', second]: readonly string[], value: unknown): void {
  if (second === undefined) tree[first] = value;
  else ((tree[first] ??= {}) as Tree)[second] = value;
}
