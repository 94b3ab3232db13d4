import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type FreshDatabase, freshDatabase } from '@janela/testing';
import pg from 'pg';

import { migrations } from '../src/data-source.ts';
import { candidatesSql } from '../src/duplicates/candidates.sql.ts';
import { twinsSql } from '../src/duplicates/find-twins.ts';
import { samfya } from './country.ts';

interface Node {
  'Relation Name'?: string;
  'Index Cond'?: string;
  'Node Type': string;
  Plans?: Node[];
}

const person = '00000000-0000-7000-8000-000000000001';
const tables = ['people', 'households', 'identifiers', 'person_keys'];
let database: FreshDatabase;

/** Registers some hundred people, and has the planner count them while they are not committed yet: it takes the tables for empty. */
beforeAll(async () => {
  database = await freshDatabase(migrations);
  const [writer, counter] = [database.migratorUrl, database.migratorUrl].map(
    (connectionString) => new pg.Client({ connectionString }),
  );
  await Promise.all([writer?.connect(), counter?.connect()]);
  for (const table of tables) await counter?.query(`ALTER TABLE ${table} SET (autovacuum_enabled = false)`);
  await writer?.query(`BEGIN; SELECT set_config('janela.areas', '{""}', true)`);
  for (const sql of fill) await writer?.query(sql);
  await counter?.query('ANALYZE');
  await writer?.query('COMMIT');
  await Promise.all([writer?.end(), counter?.end()]);
});
afterAll(() => database.drop());

const fill = [
  `INSERT INTO households (id, number, area_code, state, version, source, registered_at, updated_at)
   SELECT md5('h' || n)::uuid, '${samfya}-' || n, '${samfya}', 'active', 1, 'import', now(), now() FROM generate_series(1, 400) n`,
  `INSERT INTO people (id, household_id, area_code, position, given_names, family_name, name_words, name_whole, sex, born_on, born_on_precision, relationship)
   SELECT md5('p' || n)::uuid, md5('h' || n)::uuid, '${samfya}', 0, 'Mary', 'Banda', '{banda,mary}', 'banda mary', 'female',
     date '1970-01-01' + n, 'day', 'head' FROM generate_series(1, 400) n`,
  `INSERT INTO identifiers (id, person_id, area_code, type, value_sealed, mark)
   SELECT md5('i' || n)::uuid, md5('p' || n)::uuid, '${samfya}', 'ZM-NRC', 'sealed', md5('m' || n) FROM generate_series(1, 400) n`,
];

/** How each table is read: the condition by which its index is asked, or none. */
async function readsOf(sql: string, binds: unknown[]): Promise<string[]> {
  const rows = await database.dataSource.transaction(async (tx) => {
    await tx.query(`SELECT set_config('janela.areas', '{""}', true)`);
    return tx.query<{ 'QUERY PLAN': [{ Plan: Node }] }[]>(`EXPLAIN (FORMAT JSON) ${sql}`, binds);
  });
  const flat = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(flat)];
  const nodes = rows.flatMap(({ 'QUERY PLAN': [{ Plan }] }) => flat(Plan));
  // The scan of a bitmap heap has its condition in the index scan below it.
  const conditionOf = (node: Node) => flat(node).find((each) => each['Index Cond'] !== undefined)?.['Index Cond'];
  return nodes
    .filter((node) => node['Relation Name'] !== undefined)
    .map(
      (node) => `${node['Relation Name'] ?? ''}: ${conditionOf(node) === undefined ? 'the whole table' : 'by its key'}`,
    );
}

describe('a look for people who may be registered twice', () => {
  it('is made where the planner takes a register for empty that has just been filled', async () => {
    const counted = await database.dataSource.query<{ name: string; tuples: number; pages: number }[]>(
      'SELECT relname AS name, reltuples AS tuples, relpages AS pages FROM pg_class WHERE relname = ANY ($1) AND relpages > 0',
      [tables],
    );
    expect(counted.map(({ name, tuples }) => `${name}: ${tuples}`).sort()).toEqual(
      tables.map((table) => `${table}: 0`).sort(),
    );
  });

  it('asks every table by its key all the same, for one person at the window', async () => {
    const binds = [[0], ['mark'], ['banda mary'], ['1970-06-01'], [null], samfya, 100, null, ['mary'], ['banda']];
    const reads = await readsOf(candidatesSql, binds);
    expect(new Set(reads)).toEqual(new Set(tables.map((table) => `${table}: by its key`)));
  });

  it('asks every table by its key all the same, for the people of a file', async () => {
    const reads = await readsOf(twinsSql, [[person]]);
    expect(new Set(reads)).toEqual(new Set(tables.map((table) => `${table}: by its key`)));
  });
});
