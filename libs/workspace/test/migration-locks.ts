import type { MigrationSql } from './migration-sql.ts';
import { tablesRead } from './sql-statements.ts';

interface Rule {
  /** The table is its first group; where it has none, they are all that the rest of the statement reads. */
  pattern: RegExp;
  says: string;
  /** Where it is not the statement alone that matters. */
  unless?: (statement: string, migration: MigrationSql) => boolean;
}

const name = String.raw`(?:ONLY )?"?([a-z_][a-z0-9_.]*)"?`;
const alter = (what: string) => new RegExp(String.raw`^ALTER TABLE (?:IF EXISTS )?${name} .*?\b${what}`, 'i');
const constraint = /ADD CONSTRAINT "?\w+"? (?:CHECK|FOREIGN KEY|NOT NULL)\b(?:(?!, ADD ).)*/gi;
const volatile = String.raw`(?:gen_random_uuid|uuidv7|uuidv4|random|clock_timestamp|timeofday|nextval)\(`;

/** What holds a lock for as long as it takes to read or write all rows of a table, or breaks what still uses it. */
const rules: Rule[] = [
  {
    pattern: new RegExp(String.raw`^CREATE (?:UNIQUE )?INDEX (?!CONCURRENTLY).*?\bON ${name}`, 'i'),
    says: 'creates an index while all writers wait: use createIndexConcurrently',
  },
  {
    pattern: alter('ALTER (?:COLUMN )?"?\\w+"? (?:SET DATA )?TYPE\\b'),
    says: 'rewrites the table: add a column of the new type',
  },
  {
    pattern: alter('ALTER (?:COLUMN )?"?\\w+"? SET NOT NULL'),
    says: 'reads all rows under a lock: add a CHECK … NOT VALID in one migration, validate it in the next, before this',
    unless: (_, { statements }) => statements.some((one) => /VALIDATE CONSTRAINT/i.test(one)),
  },
  {
    pattern: alter('ADD CONSTRAINT'),
    says: 'reads all rows under a lock: add it NOT VALID, and validate it in the next migration',
    unless: (statement) => (statement.match(constraint) ?? []).every((one) => /NOT VALID/i.test(one)),
  },
  {
    pattern: alter('ADD CONSTRAINT "?\\w+"? (?:UNIQUE|PRIMARY KEY|EXCLUDE)(?! USING INDEX)'),
    says: 'builds an index under a lock: create it concurrently first, and add the constraint USING INDEX',
  },
  {
    pattern: alter(`ADD (?:COLUMN )?(?:(?!, ADD )[^;])*?DEFAULT [^,]*?${volatile}`),
    says: 'gives each row a value of its own, which rewrites the table: add it without a default and fill it in batches',
  },
  {
    pattern: alter('ADD (?:COLUMN )?(?:(?!, ADD )[^;])*?(?:GENERATED|(?:small|big)?serial)\\b'),
    says: 'gives each row a value of its own, which rewrites the table: add it without a default and fill it in batches',
  },
  {
    pattern: alter('ADD (?:COLUMN )?(?!CONSTRAINT)(?:(?!, ADD |DEFAULT)[^;])*?NOT NULL(?!(?:(?!, ADD )[^;])*DEFAULT)'),
    says: 'adds a column that must be filled, and rows have nothing in it: let it be empty first',
  },
  {
    pattern: alter('ADD (?:COLUMN )?(?!CONSTRAINT)(?:(?!, ADD )[^;])*?\\b(?:CHECK|REFERENCES|UNIQUE|PRIMARY KEY)\\b'),
    says: 'reads all rows under a lock: add the constraint by itself, NOT VALID',
  },
  { pattern: alter('SET (?:LOGGED|UNLOGGED|TABLESPACE|ACCESS METHOD)'), says: 'rewrites the table' },
  {
    pattern: alter('(?:DROP COLUMN|RENAME)\\b'),
    says: 'takes away what the version before still uses: say `Contract of <stamp>` of the migration that made it needless',
    unless: (_, { contractOf }) => contractOf !== undefined,
  },
  {
    pattern: new RegExp(`^DROP TABLE (?:IF EXISTS )?${name}`, 'i'),
    says: 'takes away what the version before still uses: say `Contract of <stamp>` of the migration that made it needless',
    unless: (_, { contractOf }) => contractOf !== undefined,
  },
  {
    pattern: new RegExp(`^(?:UPDATE|DELETE FROM|MERGE INTO) ${name}`, 'i'),
    says: 'changes all rows in one transaction: do it in batches, by a job',
  },
  {
    pattern:
      /^INSERT INTO (?:[\w."]+) (?:AS \w+ )?(?:\([^()]*\) )?(?:OVERRIDING \w+ VALUE )?(?=[(]|SELECT\b|WITH\b|TABLE\b)/i,
    says: 'copies all rows in one transaction: do it in batches, by a job',
  },
  {
    pattern: /^CREATE [A-Z ]*(?:TABLE|MATERIALIZED VIEW) .*? AS (?=[(]|SELECT\b|WITH\b|TABLE\b)(?!.* WITH NO DATA$)/i,
    says: 'copies all rows in one transaction: create it empty, and fill it in batches, by a job',
  },
  {
    pattern: new RegExp(String.raw`^ALTER TABLE (?:IF EXISTS )?[\w."]+ ATTACH PARTITION ${name}`, 'i'),
    says: 'reads all rows under a lock: add a CHECK of its bounds NOT VALID, validate it in the next migration, before this',
    unless: (_, { statements }) => statements.some((one) => /VALIDATE CONSTRAINT/i.test(one)),
  },
  {
    pattern: new RegExp(`^REFRESH MATERIALIZED VIEW (?!CONCURRENTLY)${name}`, 'i'),
    says: 'keeps readers waiting until it is filled: do it concurrently, by a job',
  },
  {
    pattern: new RegExp(`^DROP SCHEMA (?:IF EXISTS )?${name}`, 'i'),
    says: 'takes away what the version before still uses: say `Contract of <stamp>` of the migration that made it needless',
    unless: (_, { contractOf }) => contractOf !== undefined,
  },
  { pattern: /^(EXECUTE|DO) /i, says: 'runs a statement that cannot be read here: send it by itself' },
  {
    pattern: new RegExp(
      `^(?:LOCK(?: TABLE)?|TRUNCATE(?: TABLE)?|CLUSTER|VACUUM FULL|REINDEX(?: TABLE)?) (?!CONCURRENTLY)${name}`,
      'i',
    ),
    says: 'locks the whole table',
  },
];

/**
 * Returns what a migration does to a table with ten million rows that keeps others waiting, or breaks the version before, each with
 * what to do instead. Tables that it creates itself are empty; `small` names others that stay so.
 */
export function lockProblems(migration: MigrationSql, small: readonly string[] = []): string[] {
  const { statements, unread, isInTransaction } = migration;
  const created = statements.flatMap(
    (one) => /^CREATE (?:TABLE|SCHEMA) (?:IF NOT EXISTS )?"?([\w.]+)/i.exec(one)?.[1] ?? [],
  );
  const quiet = new Set([...created, ...small]);
  const problems = statements.flatMap((statement) =>
    rules.flatMap(({ pattern, says, unless }) => {
      const match = pattern.exec(statement);
      if (match === null || unless?.(statement, migration)) return [];
      const tables = match.length > 1 ? [match[1] ?? ''] : tablesRead(statement.slice(match[0].length));
      return tables.filter((table) => !quiet.has(table)).map((table) => `${table}: ${says}`);
    }),
  );
  const concurrent = statements.filter((one) => /\bCONCURRENTLY\b/i.test(one));
  return [
    ...new Set(problems),
    ...(isInTransaction && concurrent.length > 0
      ? ['CONCURRENTLY works outside a transaction: transaction = false']
      : []),
    ...validatedAtOnce(statements),
    ...unread.map((sent) => `${sent}: what it sends cannot be read here: write the statement into the migration`),
  ];
}

/** A constraint that is validated in the transaction that adds it keeps the lock of the first while it reads all rows. */
function validatedAtOnce(statements: string[]): string[] {
  const added = statements.flatMap((one) =>
    [...one.matchAll(/ADD CONSTRAINT "?(\w+)"?[^,]*NOT VALID/gi)].map(([, is]) => is),
  );
  const validated = statements.flatMap((one) =>
    [...one.matchAll(/VALIDATE CONSTRAINT "?(\w+)"?/gi)].map(([, is]) => is),
  );
  return validated
    .filter((constraint) => added.includes(constraint))
    .map((constraint) => `${constraint}: is validated under the lock of its adding: do it in the next migration`);
}
