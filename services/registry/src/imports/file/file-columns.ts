import type { ImportColumn } from '@janela/contracts';

import { householdPlaces, memberPlaces, type Place } from './column-places.ts';
import type { HeaderColumn } from './header.ts';
import type { Row } from './row.ts';

/** Where in the rows of this file a value stands, and where it belongs. */
export interface CellPlace extends Place {
  column: ImportColumn;
  index: number;
}

/** The columns of a file, by its header. */
export class FileColumns {
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

  /** Returns what a row says in a column; nothing where the file has no such column. */
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
