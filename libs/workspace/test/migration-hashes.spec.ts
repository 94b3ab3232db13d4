import { describe, expect, it } from '@jest/globals';

import { currentHashes, migrationProblems, readHashes, withNew } from './migration-hashes.ts';
import { hashOf } from './migration-sql.ts';

describe('the migrations', () => {
  it('never change once they are merged, those of libraries neither', () => {
    const current = currentHashes();

    expect(Object.keys(current)).toEqual(
      expect.arrayContaining([
        'libs/jobs/src/create-due-work.migration.ts',
        'libs/messaging/src/create-mailboxes.migration.ts',
        'libs/platform/src/migrations/20261120110000-create-audit.ts',
        'services/payments/src/migrations/20261120090200-create-ledger.ts',
      ]),
    );
    expect(migrationProblems(current, readHashes())).toEqual([]);
  });
});

const source = `
  import type { MigrationInterface } from 'typeorm';
  export class CreateCases implements MigrationInterface {
    async up(runner) {
      await runner.query(\`CREATE TABLE cases (id uuid, state text CHECK (state IN ('open')))\`);
      await runner.query(\`CREATE FUNCTION close() RETURNS void AS $$ UPDATE cases SET state = 'open' $$\`);
      await runner.query('ALTER TABLE ' + \`\${table} ADD kind text\`);
    }
    async down(runner) { await runner.query('DROP TABLE cases'); }
  }
  export const caseMigrations = [CreateCases];`;
const changed = (from: string, to: string): string => {
  expect(source).toContain(from);
  return source.replace(from, to);
};

describe('the hash of a migration', () => {
  it.each([
    ['a type', 'id uuid', 'id text'],
    ['a literal', "IN ('open')", "IN ('open', 'closed')"],
    ['the body of a function', "SET state = 'open'", "SET state = 'closed'"],
    ['a statement around a value', 'ADD kind text', 'ADD sort text'],
    ['the way down', 'DROP TABLE cases', 'DROP TABLE IF EXISTS cases'],
    ['one statement more', 'async down', "async more(runner) { await runner.query('DROP TABLE people'); } async down"],
  ])('is another with another %s', (_, from, to) => {
    expect(hashOf(changed(from, to))).not.toBe(hashOf(source));
  });

  it.each([
    ['white space', 'TABLE cases (id', 'TABLE cases\n        (id'],
    ['quotes', "'DROP TABLE cases'", '`DROP TABLE cases`'],
    ['comments', 'async up', '/** Cases. */ async up'],
    ['types and imports', 'up(runner)', 'up(runner: QueryRunner): Promise<void>'],
    ['the list of a library', '[CreateCases]', '[CreateCases, KeepCases]'],
  ])('is the same with other %s', (_, from, to) => {
    expect(hashOf(changed(from, to))).toBe(hashOf(source));
  });
});

describe('a migration', () => {
  const written = { 'one.ts': 'a', 'two.ts': 'b' };

  it('is named where it has changed, where it is gone, and where it is new, with what to do', () => {
    expect(migrationProblems(written, written)).toEqual([]);
    expect(migrationProblems({ 'one.ts': 'A', 'three.ts': 'c' }, written)).toEqual([
      'one.ts says something else than when it was merged: put it back, and write another migration',
      'three.ts has no hash yet: run `npm run migrations` and commit the file',
      'two.ts is gone, and databases have run it: put it back',
    ]);
  });

  it('gets a hash when it is new, and never another one', () => {
    const current = { 'three.ts': 'c', 'one.ts': 'A' };

    expect(Object.entries(withNew(current, written))).toEqual([
      ['one.ts', 'a'],
      ['three.ts', 'c'],
      ['two.ts', 'b'],
    ]);
  });
});
