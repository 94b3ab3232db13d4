import { invariant } from '@janela/kernel';
import type { Tx } from '@janela/platform';
import type { QueryRunner } from 'typeorm';

import type { ProjectionMark } from '../subscriptions/on-event.ts';

/** The schema that holds the tables of one version of a projection. */
export function schemaOf({ name, version }: Pick<ProjectionMark, 'name' | 'version'>): string {
  invariant(/^[a-z][a-z0-9_]{0,50}$/.test(name), `a projection has a snake_case name, not ${name}`);
  return `${name}_v${version}`;
}

/**
 * For a migration: makes the tables of a new version, in a schema of their own. The statements name their tables without a
 * schema. The first version is what readers see from the start; a later one only once it has caught up.
 */
export async function createProjection(
  runner: QueryRunner,
  mark: Pick<ProjectionMark, 'name' | 'version'>,
  statements: readonly string[],
): Promise<void> {
  const schema = schemaOf(mark);
  await runner.query(`CREATE SCHEMA ${schema}`);
  const [path] = (await runner.query(`SELECT current_setting('search_path') AS before`)) as { before: string }[];
  await runner.query(setPath, [`${schema}, public`]);
  for (const statement of statements) await runner.query(statement);
  await runner.query(setPath, [path?.before]);
  await runner.query(
    `INSERT INTO projections (name, version, state, activated_at)
     SELECT $1, $2, CASE WHEN served THEN 'building' ELSE 'active' END, CASE WHEN served THEN NULL ELSE now() END
     FROM (SELECT EXISTS (SELECT FROM projections WHERE name = $1 AND state = 'active') AS served)`,
    [mark.name, mark.version],
  );
}

/** Undoes `createProjection`. */
export async function removeProjection(
  runner: QueryRunner,
  mark: Pick<ProjectionMark, 'name' | 'version'>,
): Promise<void> {
  await runner.query(`DROP SCHEMA IF EXISTS ${schemaOf(mark)} CASCADE`);
  await runner.query('DELETE FROM projections WHERE name = $1 AND version = $2', [mark.name, mark.version]);
}

/** For a reader: from here to the end of the transaction, tables of the projection are those of its active version, which it returns. */
export async function readProjection(tx: Tx, name: string): Promise<number> {
  const [row] = await tx.query<{ version: number }[]>(
    `SELECT version FROM projections WHERE name = $1 AND state = 'active'`,
    [name],
  );
  invariant(row, `the projection ${name} has an active version`);
  await tx.query(setPath, [`${schemaOf({ name, version: row.version })}, public`]);
  return row.version;
}

/** For a handler: from here on, tables of the projection are those of this version. */
export async function writeProjection(tx: Tx, mark: ProjectionMark): Promise<void> {
  await tx.query(setPath, [`${schemaOf(mark)}, public`]);
}

/** The projections of `marks` that no migration has created: the service must not start. */
export async function missingProjections(tx: Tx, marks: readonly ProjectionMark[]): Promise<ProjectionMark[]> {
  const rows = await tx.query<{ name: string; version: number }[]>('SELECT name, version FROM projections');
  return marks.filter(({ name, version }) => !rows.some((row) => row.name === name && row.version === version));
}

/** Drops the tables of a version that a newer one has replaced. The database refuses it for any other. */
export async function dropProjection(
  tx: Tx,
  { name, version }: Pick<ProjectionMark, 'name' | 'version'>,
): Promise<void> {
  await tx.query('SELECT drop_projection($1, $2)', [name, version]);
}

const setPath = `SELECT set_config('search_path', $1, true)`;
