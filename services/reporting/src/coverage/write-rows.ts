import { invariant } from '@janela/kernel';
import type { Tx } from '@janela/platform';

type Row = Readonly<Record<string, unknown>>;

/** Adds statements of events; one that is there already was received before. */
export async function addStatements(tx: Tx, table: string, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.query(
    `INSERT INTO ${table} SELECT * FROM jsonb_populate_recordset(NULL::${table}, $1::jsonb) ON CONFLICT DO NOTHING`,
    [JSON.stringify(rows)],
  );
}

/** Keeps of each thing what its newest version says, in whatever order they arrive. The first column of a row is the thing’s id. */
export async function keepNewest(tx: Tx, table: string, rows: readonly (Row & { version: number })[]): Promise<void> {
  const [key, ...others] = Object.keys(rows[0] ?? {});
  if (key === undefined) return;
  const newest = new Map<unknown, Row & { version: number }>();
  for (const row of rows) {
    invariant(row[key] !== undefined, `a row of ${table} has a ${key}`);
    if (row.version > (newest.get(row[key])?.version ?? 0)) newest.set(row[key], row);
  }
  const columns = [key, ...others].join(', ');
  await tx.query(
    `INSERT INTO ${table} AS kept (${columns})
     SELECT ${columns} FROM jsonb_populate_recordset(NULL::${table}, $1::jsonb) ORDER BY ${key}
     ON CONFLICT (${key}) DO UPDATE SET (${others.join(', ')}) = ROW (${others.map((name) => `excluded.${name}`).join(', ')})
     WHERE excluded.version > kept.version`,
    [JSON.stringify([...newest.values()])],
  );
}

/** Stores the days on which there were events. */
export async function noteDays(tx: Tx, days: readonly string[]): Promise<void> {
  // Where its days are there already it takes no lock, so that consumers of different topics do not wait for each other.
  await tx.query(
    `INSERT INTO days_heard_of SELECT DISTINCT day FROM unnest($1::date[]) AS day
     WHERE NOT EXISTS (SELECT FROM days_heard_of known WHERE known.day = day.day) ORDER BY day ON CONFLICT DO NOTHING`,
    [days],
  );
}
