import type { CellKind } from './column-places.ts';

/** What is wrong with a cell before anything is known of what it means. */
export type CellProblem = 'formula' | 'not_a_number' | 'not_a_boolean';

export type CellValue = string | number | boolean | string[];

/** Spreadsheets take a cell that begins so for something to work out; a telephone number with its plus is none. */
const formula = /^(?:[=@\t\r]|[+-](?![\d ()./-]*$))/;
const listSeparator = '|';
/** A list that is known to be empty; an empty cell is a list that is not known. */
const emptyList = 'none';

/** A spreadsheet's mark that what follows is text and no number: `'0971…`. */
const textMark = /^'(?=[+\d])/;

/** Reads a cell that is not empty. Whether the value is a possible one is for the contract to say. */
export function readCell(written: string, kind: CellKind): CellValue | { problem: CellProblem } {
  const cell = written.replace(textMark, '');
  if (formula.test(cell)) return { problem: 'formula' };
  switch (kind) {
    case 'text':
      return cell;
    case 'integer':
      return /^-?\d{1,9}$/.test(cell) ? Number(cell) : { problem: 'not_a_number' };
    case 'boolean':
      return readBoolean(cell);
    case 'list':
      return cell === emptyList ? [] : cell.split(listSeparator).map((item) => item.trim());
  }
}

function readBoolean(cell: string): boolean | { problem: CellProblem } {
  const word = cell.toLowerCase();
  if (word === 'true' || word === 'false') return word === 'true';
  return { problem: 'not_a_boolean' };
}
