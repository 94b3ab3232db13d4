import { type ImportColumn, RegisterHousehold } from '@janela/contracts';

import { FileColumns } from './file-columns.ts';
import type { HeaderColumn } from './header.ts';
import { RegistrationBody } from './registration-body.ts';
import type { Row, RowError } from './row.ts';

export interface ReadHousehold {
  ref: string;
  /** As the first row says it, whatever that is. */
  areaCode: string;
  lines: number[];
  /** The registration that the rows amount to, unless something is wrong with them. */
  input: RegisterHousehold | undefined;
  errors: RowError[];
}

/** Reads households from the rows of a file with this header. */
export class HouseholdReader {
  private readonly columns: FileColumns;

  constructor(header: readonly HeaderColumn[]) {
    this.columns = new FileColumns(header);
  }

  /** Reads the rows of one household as if the window had sent them: the same contract decides what is right. */
  read(rows: readonly Row[]): ReadHousehold {
    const reading = new RegistrationBody(this.columns, rows);
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

  /** Returns what a row says in a column; nothing where the file has no such column. */
  cell(row: Row, column: ImportColumn): string {
    return this.columns.cell(row, column);
  }
}
