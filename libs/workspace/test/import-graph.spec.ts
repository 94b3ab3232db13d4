import { globSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { circlesOf, folderCircles, importGraph } from './import-graph.ts';
import { sourceFiles, workspaceRoot } from './sources.ts';

/** A condition of a rule may ask for a term, and a term for a condition: what walks through them calls itself over several files. */
const recursions = [
  ['check/check-condition.ts', 'check/check-term.ts'],
  ['compile/compile-condition.ts', 'compile/compile-scorecard.ts', 'compile/compile-term.ts'],
].map((files) => files.map((file) => `services/eligibility/src/rules/${file}`));

describe('the sources', () => {
  const sources = sourceFiles().filter((path) => /\.(?:ts|tsx|mjs)$/.test(path) && !/\.spec\.tsx?$/.test(path));
  const graph = importGraph(workspaceRoot, sources);
  const projects = globSync('{libs,services,services/window,tools}/*/project.json', { cwd: workspaceRoot }).map(
    (path) => `${dirname(path)}/`,
  );

  it('are read as a whole, from one project to another as well', () => {
    expect(graph.size).toBeGreaterThan(1000);
    expect(graph.get('services/payments/src/payments.errors.ts')).toContain('libs/platform/src/index.ts');
    expect(graph.get('libs/platform/src/index.ts')).toContain('libs/platform/src/database/database.ts');
    expect(projects).toEqual(expect.arrayContaining(['services/payments/', 'services/window/client/']));
  });

  it('never import each other in a circle, but for mutual recursion that is named here', () => {
    expect(circlesOf(graph)).toEqual(recursions);
  });

  it('never lie in folders of a project that import each other in a circle, however deep', () => {
    // Circles of projects are found by lint, which knows those of tests.
    const inProjects = folderCircles(graph).filter(([folder = '']) => projects.some((path) => folder.startsWith(path)));

    expect(inProjects).toEqual([]);
  });
});

describe('a circle', () => {
  let src: string;
  beforeEach(() => {
    src = mkdtempSync(join(tmpdir(), 'janela-circles-'));
  });
  afterEach(() => rmSync(src, { recursive: true, force: true }));

  const write = (path: string, text: string) => {
    mkdirSync(join(src, dirname(path)), { recursive: true });
    writeFileSync(join(src, path), text);
  };
  const found = () => ({ files: circlesOf(importGraph(src)), folders: folderCircles(importGraph(src)) });

  it('of files is found, by types and over several of them', () => {
    write('cases/case.ts', "import type { due } from './due.ts';\n");
    write('cases/due.ts', "export * from './clock.ts';\n");
    write('cases/clock.ts', "const { state } = await import('./case.ts');\n");
    write('cases/first.ts', "import { due } from './due.ts';\nimport './last.ts';\n");
    write('cases/last.ts', "import { clock } from './clock.ts';\n");
    expect(found()).toEqual({ files: [['cases/case.ts', 'cases/clock.ts', 'cases/due.ts']], folders: [] });
  });

  it('of files is found apart from another that it leads to', () => {
    write('one.ts', "import './two.ts';\n");
    write('two.ts', "import './one.ts';\nimport './three.ts';\n");
    write('three.ts', "import './four.ts';\n");
    write('four.ts', "import './three.ts';\n");
    expect(found().files).toEqual([
      ['four.ts', 'three.ts'],
      ['one.ts', 'two.ts'],
    ]);
  });

  it('of files is found from one project to another', () => {
    write('libs/kernel/package.json', '{ "name": "@janela/kernel" }');
    write('libs/kernel/src/index.ts', "export { money } from './money.ts';\n");
    write('libs/kernel/src/money.ts', "import { money } from '@janela/kernel';\n");
    expect(found().files).toEqual([['libs/kernel/src/index.ts', 'libs/kernel/src/money.ts']]);
  });

  it('of folders is found where no two files import each other', () => {
    write('cases/case.ts', "import { due } from '../deadlines/due.ts';\n");
    write('cases/state.ts', 'export const state = 1;\n');
    write('deadlines/due.ts', 'export const due = 1;\n');
    write('deadlines/clock.ts', "import type { state } from '../cases/state.ts';\n");
    expect(found()).toEqual({ files: [], folders: [['cases', 'deadlines']] });
  });

  it('of folders is found in a folder of a folder', () => {
    write('rules/check/term.ts', "import { compile } from '../compile/compile.ts';\n");
    write('rules/check/check.ts', 'export const check = 1;\n');
    write('rules/compile/compile.ts', 'export const compile = 1;\n');
    write('rules/compile/deep/term.ts', "import { check } from '../../check/check.ts';\n");
    expect(found()).toEqual({ files: [], folders: [['rules/check', 'rules/compile']] });
  });

  it('of folders is found over several, below each other and by what is exported again', () => {
    write('a/deep/one.ts', "export {\n  two,\n} from '../../b/two.ts';\n");
    write('b/two.ts', "const three = await import('../c/three.ts');\n");
    write('c/three.ts', "import '../a/deep/other.ts';\n");
    write('a/deep/other.ts', 'export const other = 1;\n');
    write('d/four.ts', "import { two } from '../b/two.ts';\n");
    expect(found()).toEqual({ files: [], folders: [['a', 'b', 'c']] });
  });

  it('is not seen where imports lead one way, through specs, or through the module that puts the folders together', () => {
    write('a/one.ts', "import { two } from '../b/two.ts';\nimport { errors } from '../service.errors.ts';\n");
    write('b/two.ts', "import { other } from './other.ts';\n");
    write('b/two.spec.ts', "import { one } from '../a/one.ts';\n");
    write('b/other.ts', "// import '../a/one.ts'\nexport const other = \"import '../a/one.ts'\";\n");
    write('service.errors.ts', "import { other } from './b/other.ts';\n");
    expect(found()).toEqual({ files: [], folders: [] });
  });
});
