import { globSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';

export const workspaceRoot = resolve(import.meta.dirname, '../../..');

const madeByTools = new Set(['node_modules', 'dist', '.git', '.nx', '.data', 'tmp', '_']);

/** Whether a person wrote it: neither installed, nor built, nor left behind by a run. */
export function isSource(path: string): boolean {
  return !madeByTools.has(basename(path));
}

/** Every file that a person wrote, by its path from the root. */
export function sourceFiles(): string[] {
  const entries = globSync('**/*', {
    cwd: workspaceRoot,
    exclude: (entry) => !isSource(entry.name),
    withFileTypes: true,
  });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(workspaceRoot.length + 1));
}

export function textOf(path: string): string {
  return readFileSync(join(workspaceRoot, path), 'utf8');
}

/** Every migration, of services and of libraries, by its path from the root. */
export function migrationFiles(): string[] {
  return globSync(['{services,libs}/*/src/migrations/*.ts', 'libs/*/src/**/*.migration.ts'], { cwd: workspaceRoot })
    .filter((path) => /\/\d{14}-[^/]+\.ts$|\.migration\.ts$/.test(path))
    .toSorted();
}
