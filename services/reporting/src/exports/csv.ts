import { stringify } from 'csv-stringify/sync';

export type Cell = string | number | null;

/** Returns a CSV file by RFC 4180, with a first line of heads; null is empty, and no text is one that a spreadsheet would run. */
export function csv(heads: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return stringify([[...heads], ...rows.map((row) => [...row])], {
    escape_formulas: true,
    record_delimiter: 'windows',
    // Any line break, not only the one between rows: a reader takes each for the end of a row.
    quote_record_delimiter: true,
  });
}
