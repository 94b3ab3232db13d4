import type { ImportColumn } from '@janela/contracts';

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
