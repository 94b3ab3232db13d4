import { basename, dirname } from 'node:path';

import { describe, expect, it } from '@jest/globals';

import { lockProblems } from './migration-locks.ts';
import { type MigrationSql, sqlOf } from './migration-sql.ts';
import { migrationFiles, textOf } from './sources.ts';
import { statementsIn } from './sql-statements.ts';

/** Merged before locks were looked at, when no country had ten million rows. A merged migration never changes, so none may be added. */
const merged = [
  'services/eligibility/src/migrations/20261201140000-create-suspicions.ts',
  'services/identity/src/migrations/20261201160000-end-sessions-of-a-person.ts',
  'services/payments/src/migrations/20261201090000-ask-lists-again.ts',
  'services/payments/src/migrations/20261201100100-settlements-need-two.ts',
  'services/payments/src/migrations/20261201220000-mark-names.ts',
  'services/payments/src/migrations/20261201230000-compare-numbers-by-key.ts',
  'services/registry/src/migrations/20261201110100-find-people-by-words.ts',
  'services/registry/src/migrations/20261201120000-create-payee-changes.ts',
  'services/registry/src/migrations/20261201130000-scope-references.ts',
  'services/registry/src/migrations/20261201210000-waiting-needs-another.ts',
  'services/reporting/src/migrations/20261201140000-rebuild-coverage-with-consent.ts',
];

/** Tables that stay small in a country of any size, by service: they may be locked while all their rows are read. */
const small: Record<string, string[]> = {
  'services/eligibility': ['programmes', 'programme_versions'],
  'services/grievances': ['case_categories'],
  'services/payments': ['cycles', 'funds', 'programmes', 'providers'],
  'services/registry': ['areas', 'number_formats'],
};

const files = migrationFiles();
const projectOf = (path: string) => path.split('/').slice(0, 2).join('/');
const problemsOf = (path: string) => lockProblems(sqlOf(textOf(path)), small[projectOf(path)]);

describe('the migrations', () => {
  it('lock no large table for long, but for those that were merged before', () => {
    expect(files.length).toBeGreaterThan(50);
    expect(files.filter((path) => problemsOf(path).length > 0 && !merged.includes(path)).map(problemsOf)).toEqual([]);
    expect(merged.filter((path) => problemsOf(path).length === 0)).toEqual([]);
  });

  it('take away only what an earlier one of the same service has made needless', () => {
    const unfounded = files.filter((path) => {
      const { contractOf } = sqlOf(textOf(path));
      if (contractOf === undefined) return false;
      const siblings = files.filter((other) => dirname(other) === dirname(path)).map((other) => basename(other));
      return !siblings.some((other) => other.startsWith(contractOf) && other < basename(path));
    });

    expect(unfounded).toEqual([]);
  });

  it.each(Object.entries(small))('of %s have the tables that are said to stay small', (project, tables) => {
    const created = files
      .filter((path) => projectOf(path) === project)
      .flatMap((path) => sqlOf(textOf(path)).statements)
      .flatMap((statement) => /^CREATE TABLE (\w+)/.exec(statement)?.[1] ?? []);

    expect(created).toEqual(expect.arrayContaining(tables));
  });
});

const migration = (...texts: string[]): MigrationSql => ({
  statements: texts.flatMap(statementsIn),
  unread: [],
  isInTransaction: true,
});

describe('a statement that keeps others waiting', () => {
  it.each([
    ['CREATE INDEX payments_state ON payments (state)', 'creates an index while all writers wait'],
    ['CREATE UNIQUE INDEX payments_once ON payments USING btree (state)', 'creates an index while all writers wait'],
    ['ALTER TABLE payments ALTER COLUMN amount TYPE numeric', 'rewrites the table'],
    ['ALTER TABLE payments ALTER amount SET DATA TYPE bigint', 'rewrites the table'],
    ['ALTER TABLE payments ALTER COLUMN state SET NOT NULL', 'reads all rows under a lock'],
    ['ALTER TABLE payments ADD COLUMN kind text NOT NULL', 'must be filled'],
    ['ALTER TABLE payments ADD COLUMN note text, ADD COLUMN kind text NOT NULL', 'must be filled'],
    ['ALTER TABLE payments ADD COLUMN key uuid DEFAULT gen_random_uuid()', 'a value of its own'],
    ['ALTER TABLE payments ADD COLUMN at timestamptz NOT NULL DEFAULT clock_timestamp()', 'a value of its own'],
    ['ALTER TABLE payments ADD COLUMN number bigserial', 'a value of its own'],
    ['ALTER TABLE payments ADD double bigint GENERATED ALWAYS AS (amount * 2) STORED', 'a value of its own'],
    ["ALTER TABLE payments ADD COLUMN kind text CHECK (kind <> '')", 'add the constraint by itself'],
    ['ALTER TABLE payments ADD COLUMN batch uuid REFERENCES batches', 'add the constraint by itself'],
    ["ALTER TABLE payments ADD CONSTRAINT known CHECK (kind <> '')", 'add it NOT VALID'],
    ['ALTER TABLE payments ADD CONSTRAINT a CHECK (b) NOT VALID, ADD CONSTRAINT c CHECK (d)', 'add it NOT VALID'],
    ['ALTER TABLE payments ADD CONSTRAINT once UNIQUE (kind)', 'builds an index under a lock'],
    ['ALTER TABLE payments SET UNLOGGED', 'rewrites the table'],
    ['ALTER TABLE payments DROP COLUMN kind', 'Contract of'],
    ['ALTER TABLE payments RENAME COLUMN kind TO sort', 'Contract of'],
    ['ALTER TABLE payments RENAME TO payouts', 'Contract of'],
    ['DROP TABLE payments', 'Contract of'],
    ["UPDATE payments SET kind = ''", 'in batches, by a job'],
    ['DELETE FROM payments WHERE kind IS NULL', 'in batches, by a job'],
    ['LOCK TABLE payments', 'locks the whole table'],
    ['TRUNCATE payments', 'locks the whole table'],
    ['REINDEX TABLE payments', 'locks the whole table'],
    ['/* all of them */ UPDATE payments SET kind = 1', 'in batches, by a job'],
    ['WITH old AS (SELECT id FROM payments) UPDATE payments SET kind = 1 FROM old', 'in batches, by a job'],
    ['WITH RECURSIVE a (b) AS (SELECT 1), gone AS (DELETE FROM payments) SELECT (2)', 'in batches, by a job'],
    ["DO $$ BEGIN UPDATE payments SET kind = ''; END $$", 'in batches, by a job'],
    ['DO LANGUAGE plpgsql $do$ BEGIN IF a THEN DELETE FROM payments; END IF; END $do$', 'in batches, by a job'],
    ['DO $$ BEGIN FOR one IN UPDATE payments SET a = 1 RETURNING id LOOP END LOOP; END $$', 'in batches, by a job'],
    ['MERGE INTO payments USING batches ON true WHEN MATCHED THEN DELETE', 'in batches, by a job'],
    ['INSERT INTO states SELECT state FROM payments', 'copies all rows'],
    ['INSERT INTO states (id, state) (SELECT id, state FROM payments)', 'copies all rows'],
    ['INSERT INTO states WITH old AS (SELECT id FROM payments) SELECT id FROM old', 'copies all rows'],
    ['WITH old AS (SELECT id FROM payments) INSERT INTO states SELECT id FROM old', 'copies all rows'],
    ['INSERT INTO states SELECT 1 FROM unnest($1) JOIN payments ON true', 'copies all rows'],
    ['DO $$ BEGIN INSERT INTO a SELECT CASE WHEN b THEN 1 ELSE 2 END FROM payments; END $$', 'copies all rows'],
    ['CREATE TABLE states AS SELECT state FROM payments', 'create it empty'],
    ['CREATE UNLOGGED TABLE states (state) AS TABLE payments', 'create it empty'],
    ['CREATE MATERIALIZED VIEW states AS SELECT state FROM payments', 'create it empty'],
    ['ALTER TABLE all_payments ATTACH PARTITION payments FOR VALUES IN (1)', 'reads all rows under a lock'],
    ['REFRESH MATERIALIZED VIEW payments', 'keeps readers waiting'],
    ['DROP SCHEMA payments CASCADE', 'Contract of'],
    ['DROP SCHEMA IF EXISTS payments', 'Contract of'],
  ])('is found: %s', (statement, says) => {
    const [problem, ...others] = lockProblems(migration(statement));

    expect(problem).toContain(`payments: `);
    expect(problem).toContain(says);
    expect(others).toEqual([]);
    expect(lockProblems(migration('CREATE TABLE payments (id uuid)', statement))).toEqual([]);
    expect(lockProblems(migration(statement), ['payments'])).toEqual([]);
  });

  it('is found where a block runs what cannot be read', () => {
    const says = 'runs a statement that cannot be read here';

    expect(lockProblems(migration("DO $$ BEGIN EXECUTE 'UPDATE payments SET a = 1'; END $$"))).toEqual([
      expect.stringContaining(says),
    ]);
    expect(lockProblems(migration("DO 'BEGIN UPDATE payments SET a = 1; END'"))).toEqual([
      expect.stringContaining(says),
    ]);
  });

  it('is found where an index is created concurrently, which no transaction allows', () => {
    const concurrently = migration('CREATE INDEX CONCURRENTLY payments_state ON payments (state)');

    expect(lockProblems(concurrently)).toEqual(['CONCURRENTLY works outside a transaction: transaction = false']);
    expect(lockProblems({ ...concurrently, isInTransaction: false })).toEqual([]);
  });

  it('is found where a constraint is validated by the migration that adds it', () => {
    const add = 'ALTER TABLE payments ADD CONSTRAINT kind_there CHECK (kind IS NOT NULL) NOT VALID';
    const validate = 'ALTER TABLE payments VALIDATE CONSTRAINT kind_there';

    expect(lockProblems(migration(add, validate))).toEqual([expect.stringContaining('do it in the next migration')]);
    expect(lockProblems(migration(add))).toEqual([]);
    expect(lockProblems(migration(validate, 'ALTER TABLE payments ALTER COLUMN kind SET NOT NULL'))).toEqual([]);
  });

  it('is none where only the catalogue changes, or what is taken away is used no more', () => {
    const quick = [
      'ALTER TABLE payments ADD COLUMN kind text',
      'ALTER TABLE payments ADD COLUMN version integer NOT NULL DEFAULT 1',
      'ALTER TABLE payments ADD COLUMN added_at timestamptz NOT NULL DEFAULT now()',
      'ALTER TABLE payments ALTER COLUMN kind SET DEFAULT 1',
      'ALTER TABLE payments ADD CONSTRAINT once UNIQUE USING INDEX payments_once',
      'ALTER TABLE payments DROP CONSTRAINT once',
      'DROP INDEX payments_state',
      "INSERT INTO states VALUES ('open')",
      'INSERT INTO states SELECT state FROM unnest($1) AS state',
      'INSERT INTO states WITH known AS (SELECT 1 AS state) SELECT EXTRACT(year FROM now()) FROM known',
      'CREATE MATERIALIZED VIEW states AS SELECT state FROM payments WITH NO DATA',
      'CREATE VIEW states AS SELECT state FROM payments',
      'DO $$ BEGIN CREATE ROLE reader; EXCEPTION WHEN duplicate_object THEN NULL; END $$',
    ];
    const contract = migration('ALTER TABLE payments DROP COLUMN kind');

    expect(lockProblems(migration(...quick))).toEqual([]);
    expect(lockProblems({ ...contract, contractOf: '20261201090000' })).toEqual([]);
  });
});

describe('the statements of a migration', () => {
  it('are what it sends on its way up, without functions, comments and the way down', () => {
    const source = `
      // Contract of 20261201090000: the kind is not read any more.
      const table = 'payments';
      export class DropKind implements MigrationInterface {
        readonly transaction = false;
        async up(runner) {
          await runner.query(\`
            CREATE FUNCTION f() RETURNS trigger AS $$ BEGIN UPDATE payments SET kind = ''; END $$;
            ALTER TABLE \${table}
              DROP COLUMN kind; -- UPDATE payments
            \`);
          await this.more(runner);
        }
        async down(runner) { await runner.query('DROP TABLE payments'); }
        async more(runner) { await runner.query("COMMENT ON TABLE payments IS 'It''s; gone'"); }
      }`;

    expect(sqlOf(source)).toEqual({
      statements: [
        "CREATE FUNCTION f() RETURNS trigger AS ''",
        'ALTER TABLE _ DROP COLUMN kind',
        "COMMENT ON TABLE payments IS ''",
      ],
      unread: [],
      isInTransaction: false,
      contractOf: '20261201090000',
    });
  });

  it.each([
    ['a constant of another file', 'await runner.query(fillAll);', 'fillAll'],
    ['a part of another file', 'await runner.query(`SELECT ${fillAll}`);', '`SELECT ${fillAll}`'],
    ['what another file makes', 'await runner.query(makeFill(1));', 'makeFill(1)'],
    ['a list that has them', 'for (const sql of [...own, ...fills]) await runner.query(sql);', 'sql'],
    ['one of two', 'await runner.query(later ? own : fillAll);', 'later ? own : fillAll'],
    ['an environment', 'await runner.query(process.env.FILL);', 'process.env.FILL'],
    ['what is put together', "await runner.query('UPDATE ' + 'payments');", "'UPDATE ' + 'payments'"],
    ['what TypeORM makes', "await runner.dropColumn('payments', 'kind');", 'runner.dropColumn'],
  ])('are found not to be there: %s', (_, up, unread) => {
    const source = `
      import { fillAll, fills, makeFill } from '../fill.ts';
      const own = ['COMMENT ON TABLE payments IS NULL'];
      export class Fill implements MigrationInterface { async up(runner) { ${up} } }`;

    expect(sqlOf(source).unread).toEqual([unread]);
    expect(lockProblems({ ...sqlOf(source), statements: [] })).toEqual([
      `${unread}: what it sends cannot be read here: write the statement into the migration`,
    ]);
  });

  it.each([
    'for (const sql of [...own, first]) await runner.query(sql);',
    "for (const table of ['payments']) await runner.query(enableAreaPolicy(table));",
    'await runner.query(made(1), [fillAll]);',
    'await runner.query(byAnother);',
    'await runner.query(own.join());',
    'await this.send(runner, `SELECT 1`);',
  ])('are there where they come from the migration, another one, or a helper that is known: %s', (up) => {
    const source = `
      import { enableAreaPolicy } from '@janela/platform';
      import { fillAll } from '../fill.ts';
      import { byAnother } from './20261201090000-create-payments.ts';
      const own = ['COMMENT ON TABLE payments IS NULL'], first = \`SELECT 1\`;
      function made(number) { return \`SELECT \${number}\`; }
      export class Fill implements MigrationInterface {
        async up(runner) { ${up} }
        async down(runner) { await runner.query(fillAll); }
        async send(runner, sql) { await runner.query(sql); }
      }`;

    expect(sqlOf(source).unread).toEqual([]);
  });
});
