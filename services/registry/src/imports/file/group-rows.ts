import type { Row } from './row.ts';

/** Rows of one household, which stand together in the file. */
export interface Group {
  ref: string;
  rows: Row[];
  /** Rows that are there besides those kept. */
  more: number;
}

/** Puts the rows together that share a reference, unless one begins another household. Rows beyond `keep` are counted and dropped, so that none fills the memory. */
export async function* groupsOf(
  rows: AsyncIterable<Row>,
  refOf: (row: Row) => string,
  keep: number,
  beginsAnother: (row: Row, group: Group) => boolean = () => false,
): AsyncGenerator<Group> {
  let group: Group | undefined;
  for await (const row of rows) {
    const ref = refOf(row);
    if (!group || ref === '' || ref !== group.ref || beginsAnother(row, group)) {
      if (group) yield group;
      group = { ref, rows: [], more: 0 };
    }
    if (group.rows.length < keep) group.rows.push(row);
    else group.more += 1;
  }
  if (group) yield group;
}
