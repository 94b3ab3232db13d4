import type { SdgRow, SdgTable } from '@janela/contracts';
import { type Cell, csv } from '@janela/platform';

const columns = [
  'series',
  'areaCode',
  'sex',
  'ageGroup',
  'numerator',
  'denominator',
  'value',
  'unit',
  'asOf',
  'basis',
  'denominatorSource',
  'note',
  'definition',
  'query',
] as const satisfies (keyof SdgRow)[];

/** Returns the table with everything that its JSON says, a row for each figure and the query in one line. */
export function sdgCsv({ items }: SdgTable): string {
  return csv([columns, ...items.map((row) => columns.map((column) => cellOf(row, column)))]);
}

function cellOf(row: SdgRow, column: (typeof columns)[number]): Cell {
  if (column === 'query') return oneLine(row.query);
  return row[column] ?? null;
}

/** A comment to the end of a line would comment out what follows. */
const oneLine = (sql: string): string => sql.replaceAll(/ *--[^\n]*/g, '').replaceAll(/\s+/g, ' ');
