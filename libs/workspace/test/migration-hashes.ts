// `npm run migrations` adds the hashes of new migrations; migration-hashes.spec.ts holds those that have one to it.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { hashOf } from './migration-sql.ts';
import { migrationFiles, textOf, workspaceRoot } from './sources.ts';

/** Hashes of statements by the paths of migrations. */
export type MigrationHashes = Readonly<Record<string, string>>;

const hashesFile = join(workspaceRoot, 'libs/workspace/migrations.json');

/** Returns the hashes of the migrations as they are now. */
export function currentHashes(): MigrationHashes {
  return Object.fromEntries(migrationFiles().map((path) => [path, hashOf(textOf(path))]));
}

export function readHashes(): MigrationHashes {
  return JSON.parse(readFileSync(hashesFile, 'utf8')) as MigrationHashes;
}

/** Returns what is wrong with the migrations as they are now, each with what to do. */
export function migrationProblems(current: MigrationHashes, written: MigrationHashes): string[] {
  const paths = [...new Set([...Object.keys(current), ...Object.keys(written)])].toSorted();
  return paths.flatMap((path) => {
    if (written[path] === undefined) return [`${path} has no hash yet: run \`npm run migrations\` and commit the file`];
    if (current[path] === undefined) return [`${path} is gone, and databases have run it: put it back`];
    if (current[path] === written[path]) return [];
    return [`${path} says something else than when it was merged: put it back, and write another migration`];
  });
}

/** Returns the hashes with those of new migrations added; those that are written stay as they are. */
export function withNew(current: MigrationHashes, written: MigrationHashes): MigrationHashes {
  const all = Object.entries({ ...current, ...written });
  return Object.fromEntries(all.toSorted(([one], [two]) => (one < two ? -1 : 1)));
}

/** Adds what is new, and says what else is wrong. */
function writeHashes(): void {
  const current = currentHashes();
  const hashes = withNew(current, readHashes());
  writeFileSync(hashesFile, `${JSON.stringify(hashes, null, 2)}\n`);
  const problems = migrationProblems(current, hashes);
  if (problems.length === 0) return;
  process.stderr.write(`${problems.join('\n')}\n`);
  process.exitCode = 1;
}

if (import.meta.main) writeHashes();
