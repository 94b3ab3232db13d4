// `npm run layout` writes what does not keep to the layout yet; feature-layout.spec.ts holds the services to what was written.
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

import { consumerProblems, layoutProblems, moduleProblems } from './feature-layout.ts';
import { workspaceRoot } from './sources.ts';

/** Sentences by service. */
export type LayoutProblems = Record<string, string[]>;

const baselineFile = join(workspaceRoot, 'libs/workspace/layout-baseline.json');

/** Returns what does not keep to the layout, by service; one that does is left out. */
export function findProblems(): LayoutProblems {
  const folders = globSync('services/{*,window/server}/src', { cwd: workspaceRoot }).toSorted();
  const aggregates = new Set(
    globSync('libs/contracts/src/**/*.events.ts', { cwd: workspaceRoot }).map((path) => basename(path, '.events.ts')),
  );
  const found = folders.map((src) => [src, problemsOf(src, aggregates)] as const);
  return Object.fromEntries(found.filter(([, problems]) => problems.length > 0));
}

export function readBaseline(): LayoutProblems {
  return JSON.parse(readFileSync(baselineFile, 'utf8')) as LayoutProblems;
}

/** Returns the problems that are not in the baseline. */
export function newProblems(problems: LayoutProblems, baseline: LayoutProblems): string[] {
  return Object.entries(problems).flatMap(([src, all]) =>
    all.filter((problem) => !baseline[src]?.includes(problem)).map((problem) => `${src}/${problem}`),
  );
}

function problemsOf(src: string, aggregates: ReadonlySet<string>): string[] {
  const files = globSync('**/*.ts', { cwd: join(workspaceRoot, src) }).map((path) => ({
    path,
    text: readFileSync(join(workspaceRoot, src, path), 'utf8'),
  }));
  return [
    ...moduleProblems(files),
    ...files.flatMap(({ path, text }) => [...layoutProblems(path, text), ...consumerProblems(path, text, aggregates)]),
  ].toSorted();
}

/** Writes what is left, which may only be less than before. */
function writeBaseline(): void {
  const added = newProblems(findProblems(), readBaseline());
  if (added.length > 0) {
    process.stderr.write(`Nothing was written: put this right first.\n${added.join('\n')}\n`);
    process.exitCode = 1;
    return;
  }
  writeFileSync(baselineFile, `${JSON.stringify(findProblems(), null, 2)}\n`);
}

if (import.meta.main) writeBaseline();
