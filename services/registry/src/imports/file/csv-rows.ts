import { linesOf, LineTooLong } from './read-lines.ts';
import { Lookahead } from './lookahead.ts';
import type { Row } from './row.ts';
import { guessCells, splitLine } from './split-line.ts';

/** Longer than every cell of a row may be together. */
const maxRowCharacters = 65_536;
/** More lines than this no cell has; a quote that stays open for longer was a slip of the finger. */
const maxLinesOfRow = 20;

/** The file is no CSV from some line on: a line does not end. */
export class CsvBroken extends Error {
  override readonly name = 'CsvBroken';

  constructor(readonly line: number) {
    super(`The file cannot be read from line ${line} on`);
  }
}

/**
 * The rows of a CSV file, header included, each with the line on which it begins. What spreadsheets add goes: a byte order mark, the
 * line that names the separator, rows and trailing columns without anything in them. A quote that is out of place breaks its own
 * row and no other. Throws `CsvBroken`.
 */
export async function* csvRows(bytes: AsyncIterable<Buffer>): AsyncGenerator<Row> {
  const lines = new Lookahead(linesOf(bytes, maxRowCharacters));
  let width = 0;
  try {
    for (let line = await lines.next(); line !== undefined; line = await lines.next()) {
      const number = lines.number;
      if (width === 0 && isSeparatorLine(line)) continue;
      const row = await readRow(lines, line, width);
      if (row.cells.every(isEmpty)) continue;
      width ||= row.cells.length;
      yield { ...row, line: number };
    }
  } catch (error) {
    if (error instanceof LineTooLong) throw new CsvBroken(error.line);
    throw error;
  }
}

/** `sep=,`: for Excel, which otherwise takes the separator of the country. */
export function isSeparatorLine(line: string): boolean {
  return /^"?sep=."?,*\s*$/i.test(line);
}

/** A cell with nothing to see in it; also the spaces that do not break. */
function isEmpty(cell: string): boolean {
  return cell.trim() === '';
}

/** A row that begins with this line. Where a cell goes on over several, none of those may be a row by itself. */
async function readRow(lines: Lookahead, first: string, width: number): Promise<Omit<Row, 'line'>> {
  let text = first;
  let split = splitLine(text);
  for (let more = 1; split.problem === 'open' && more < maxLinesOfRow; more += 1) {
    const next = await lines.peek(more);
    if (next === undefined || isRow(next, width) || text.length + next.length > maxRowCharacters) break;
    text = `${text}\n${next}`;
    split = splitLine(text);
    if (split.problem === undefined) lines.skip(more);
  }
  if (split.problem === undefined) return { cells: split.cells };
  return { cells: guessCells(first), problem: 'quote_out_of_place' };
}

function isRow(line: string, width: number): boolean {
  return width > 1 && guessCells(line).length >= width;
}
