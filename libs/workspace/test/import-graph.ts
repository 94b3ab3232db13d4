import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import ts from 'typescript';

/** What imports what, types and what is exported again as well. */
export type Graph = ReadonlyMap<string, ReadonlySet<string>>;

/** Returns the graph of the files below a folder, specs apart, by their paths from there. Another project is entered by its index. */
export function importGraph(root: string, files = sourcesBelow(root)): Graph {
  const known = new Set(files);
  const entries = entriesOf(root);
  const imported = (file: string) =>
    ts
      .preProcessFile(readFileSync(join(root, file), 'utf8'))
      .importedFiles.map(({ fileName: name }) =>
        name.startsWith('.') ? join(dirname(file), name) : (entries.get(name) ?? ''),
      )
      .filter((path) => known.has(path) && path !== file);
  return new Map(files.map((file) => [file, new Set(imported(file))]));
}

/**
 * Returns the circles of a graph, each as its members in order: from each of them imports lead to every other. They are its strongly
 * connected components by Tarjan’s algorithm.
 */
export function circlesOf(graph: Graph): string[][] {
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const open: string[] = [];
  const circles: string[][] = [];
  const visit = (node: string): number => {
    const place = order.size;
    order.set(node, place);
    open.push(node);
    let low = place;
    for (const next of graph.get(node) ?? []) {
      if (!order.has(next)) low = Math.min(low, visit(next));
      else if (open.includes(next)) low = Math.min(low, lowest.get(next) ?? order.get(next) ?? low);
    }
    lowest.set(node, low);
    if (low === place) circles.push(open.splice(open.indexOf(node)));
    return low;
  };
  for (const node of graph.keys()) if (!order.has(node)) visit(node);
  return circles
    .filter((circle) => circle.length > 1)
    .map((circle) => circle.toSorted())
    .toSorted();
}

/**
 * Returns the circles of folders that lie side by side, at every depth. A file counts for all folders above it, up to the one that it
 * shares with what it imports; so files that lie directly in a folder put those below together, and do not count among them.
 */
export function folderCircles(graph: Graph): string[][] {
  const levels = new Map<string, Map<string, Set<string>>>();
  for (const [file, imported] of graph)
    for (const other of imported) {
      const apart = foldersApart(file, other);
      if (apart === undefined) continue;
      const level = levels.get(dirname(apart.from)) ?? new Map<string, Set<string>>();
      level.set(apart.from, (level.get(apart.from) ?? new Set()).add(apart.to));
      levels.set(dirname(apart.from), level);
    }
  return [...levels.values()].flatMap(circlesOf).toSorted();
}

/** The two folders, side by side, in which two files lie; nothing where one of the files lies beside them. */
function foldersApart(file: string, other: string): { from: string; to: string } | undefined {
  const [one, two] = [file.split('/'), other.split('/')];
  const shared = one.findIndex((part, index) => part !== two[index]);
  const to = (parts: string[]) => parts.slice(0, shared + 1).join('/');
  return shared < one.length - 1 && shared < two.length - 1 ? { from: to(one), to: to(two) } : undefined;
}

function sourcesBelow(root: string): string[] {
  return globSync('**/*.{ts,tsx,mjs}', { cwd: root, exclude: ['**/{node_modules,dist}/**'] })
    .filter((file) => !/\.spec\.tsx?$/.test(file))
    .toSorted();
}

/** The index of each project that can be imported, by its name. */
function entriesOf(root: string): Map<string, string> {
  const named = globSync('{libs,tools}/*/package.json', { cwd: root }).map((path) => {
    const { name } = JSON.parse(readFileSync(join(root, path), 'utf8')) as { name: string };
    return [name, join(dirname(path), 'src/index.ts')] as const;
  });
  return new Map(named);
}
