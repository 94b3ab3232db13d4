import { Readable } from 'node:stream';

import { CsvError, parse } from 'csv-parse';

import type { Row } from './read-household.ts';

/** Longer than every cell of a row may be together; what is longer has lost a closing quote. */
const maxRowCharacters = 65_536;

/** The file is no CSV from some line on: a quote is not closed. */
export class CsvBroken extends Error {
  override readonly name = 'CsvBroken';

  constructor(readonly line: number) {
    super(`The file cannot be read from line ${line} on`);
  }
}

/** The rows of a CSV file, header included, each with the line on which it begins. Throws `CsvBroken`. */
export async function* csvRows(bytes: AsyncIterable<Buffer>): AsyncGenerator<Row> {
  const parser = parse({
    bom: true,
    relax_column_count: true,
    record_delimiter: ['\r\n', '\n', '\r'],
    skip_empty_lines: true,
    max_record_size: maxRowCharacters,
    // A record may be nothing but its cells, so the line travels as one more.
    on_record: (cells, { lines }) => [...cells, String(lines)],
  });
  const source = Readable.from(bytes, { objectMode: false });
  source.on('error', (error) => parser.destroy(error)).pipe(parser);
  try {
    let before = 0;
    for await (const cells of parser as AsyncIterable<string[]>) {
      const lastLine = Number(cells.pop());
      // Only where lines are left over does a cell hold some of them, or were some empty.
      const line = lastLine - before === 1 ? lastLine : lastLine - breaksIn(cells);
      before = lastLine;
      yield { cells, line };
    }
  } catch (error) {
    if (error instanceof CsvError) throw new CsvBroken(parser.info.lines);
    throw error;
  } finally {
    source.destroy();
  }
}

function breaksIn(cells: readonly string[]): number {
  return cells.reduce((sum, cell) => sum + (cell.match(/\r\n|\n|\r/g)?.length ?? 0), 0);
}

/** Rows of one household, which stand together in the file. */
export interface Group {
  ref: string;
  rows: Row[];
  /** Rows that are there besides those kept. */
  more: number;
}

/** Puts the rows together that share a reference. Rows beyond `keep` are counted and dropped, so that none fills the memory. */
export async function* groupsOf(
  rows: AsyncIterable<Row>,
  refOf: (row: Row) => string,
  keep: number,
): AsyncGenerator<Group> {
  let group: Group | undefined;
  for await (const row of rows) {
    const ref = refOf(row);
    if (!group || ref === '' || ref !== group.ref) {
      if (group) yield group;
      group = { ref, rows: [], more: 0 };
    }
    if (group.rows.length < keep) group.rows.push(row);
    else group.more += 1;
  }
  if (group) yield group;
}
