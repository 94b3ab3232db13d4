import { stringify } from 'csv-stringify/sync';

export type Cell = string | number | null;

/** Returns rows of a CSV file by RFC 4180; null is empty, and no text is one that a spreadsheet would run. */
export function csv(rows: readonly (readonly Cell[])[]): string {
  return stringify(
    rows.map((row) => [...row]),
    {
      escape_formulas: true,
      record_delimiter: 'windows',
      // Any line break, not only the one between rows: a reader takes each for the end of a row.
      quote_record_delimiter: true,
    },
  );
}
