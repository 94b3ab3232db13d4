import { type ConsentPurpose, type ImportColumn, maxMembers } from '@janela/contracts';

import { readCell } from './read-cell.ts';
import { columnOf } from './column-places.ts';
import type { CellPlace, FileColumns } from './file-columns.ts';
import type { Row, RowError } from './row.ts';

/** What the person who signs the form agrees to; a file has no column for it. */
const purposesOfTheForm: readonly ConsentPurpose[] = ['eligibility', 'payment', 'statistics'];

interface Tree {
  [field: string]: unknown;
}

interface Issue {
  code?: string | undefined;
  message: string;
  path: readonly PropertyKey[];
  params?: { code?: string } | undefined;
}

/** Makes the body of a registration of the rows of one household, and collects what is wrong with them. */
export class RegistrationBody {
  readonly errors: RowError[] = [];
  readonly ref: string;

  constructor(
    private readonly columns: FileColumns,
    private readonly rows: readonly Row[],
  ) {
    this.ref = this.cell(0, 'household_ref');
    for (const [index, row] of rows.entries()) {
      const problem = row.problem ?? this.misplaced(row);
      if (problem !== undefined) this.fail(index, 'household_ref', problem, String(row.cells.length));
    }
  }

  /** Returns the body of a registration, checked for nothing but the form of its cells. */
  body(): Tree {
    const tree = this.tree(0, this.columns.household);
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
    const { width, nameless } = this.columns;
    const isFilled = (cell: string | undefined) => (cell ?? '').trim() !== '';
    if (cells.length < width || cells.slice(width).some(isFilled)) return 'wrong_number_of_cells';
    return nameless.some((index) => isFilled(cells[index])) ? 'cell_without_column' : undefined;
  }

  private member(index: number): Tree {
    const { identifier, ...member } = this.tree(index, this.columns.member);
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
    return row ? this.columns.cell(row, column) : '';
  }

  private fail(index: number, column: ImportColumn, code: string, value: string): void {
    this.errors.push({ line: this.rows[index]?.line ?? 0, column, code, value });
  }
}

function put(tree: Tree, [first = '', second]: readonly string[], value: unknown): void {
  if (second === undefined) tree[first] = value;
  else ((tree[first] ??= {}) as Tree)[second] = value;
}
