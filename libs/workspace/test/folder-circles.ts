import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

/** Which folders of one project's `src` import which others of it. Files directly in `src` put the folders together and do not count. */
type Graph = ReadonlyMap<string, ReadonlySet<string>>;

/** Returns the circles of folders below `src`, each as its folders in order: from each of them imports lead to every other. */
export function folderCircles(src: string): string[][] {
  const graph = graphOf(src);
  const reachable = new Map([...graph.keys()].map((folder) => [folder, reachableFrom(folder, graph)]));
  const circleOf = (folder: string) =>
    [...(reachable.get(folder) ?? [])].filter((other) => reachable.get(other)?.has(folder)).toSorted();
  const circles = [...graph.keys()].map(circleOf).filter((circle) => circle.length > 1);
  return [...new Map(circles.map((circle) => [circle.join(), circle])).values()].toSorted();
}

function graphOf(src: string): Graph {
  const graph = new Map<string, Set<string>>();
  const files = globSync('*/**/*.{ts,tsx}', { cwd: src }).filter((file) => !/\.spec\.tsx?$/.test(file));
  for (const file of files) {
    const from = folderOf(file);
    const imported = importsOf(readFileSync(join(src, file), 'utf8'))
      .map((path) => normalize(join(dirname(file), path)))
      .filter((path) => path.includes('/') && !path.startsWith('..'))
      .map(folderOf)
      .filter((folder) => folder !== from);
    graph.set(from, new Set([...(graph.get(from) ?? []), ...imported]));
  }
  return graph;
}

const folderOf = (file: string): string => file.split('/')[0] ?? '';

/** The relative paths that a source imports or re-exports, types as well. */
const importsOf = (source: string): string[] =>
  [...source.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*'(\.[^']+)'/g)].flatMap(([, path]) => path ?? []);

function reachableFrom(start: string, graph: Graph): Set<string> {
  const reached = new Set<string>();
  const next = [start];
  for (let folder = next.pop(); folder !== undefined; folder = next.pop())
    for (const other of graph.get(folder) ?? [])
      if (!reached.has(other)) {
        reached.add(other);
        next.push(other);
      }
  return reached;
}
