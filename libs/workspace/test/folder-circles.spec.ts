import { globSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { folderCircles } from './folder-circles.ts';
import { workspaceRoot } from './sources.ts';

const projects = globSync('{libs,services,services/window,tools}/*/src', { cwd: workspaceRoot })
  .map((src) => dirname(src))
  .toSorted();

describe('the folders of a project', () => {
  it('are found', () => {
    expect(projects).toEqual(expect.arrayContaining(['services/payments', 'services/window/client', 'libs/messaging']));
  });

  it.each(projects)('never import each other in a circle: %s', (project) => {
    expect(folderCircles(join(workspaceRoot, project, 'src'))).toEqual([]);
  });
});

describe('a circle of folders', () => {
  let src: string;
  beforeEach(() => {
    src = mkdtempSync(join(tmpdir(), 'janela-folders-'));
  });
  afterEach(() => rmSync(src, { recursive: true, force: true }));

  const write = (path: string, text: string) => {
    mkdirSync(join(src, dirname(path)), { recursive: true });
    writeFileSync(join(src, path), text);
  };

  it('is found where no two files import each other', () => {
    write('cases/case.ts', "import { due } from '../deadlines/due.ts';\n");
    write('cases/state.ts', 'export const state = 1;\n');
    write('deadlines/due.ts', 'export const due = 1;\n');
    write('deadlines/clock.ts', "import type { state } from '../cases/state.ts';\n");
    expect(folderCircles(src)).toEqual([['cases', 'deadlines']]);
  });

  it('is found over several folders, below each other and by what is exported again', () => {
    write('a/deep/one.ts', "export {\n  two,\n} from '../../b/two.ts';\n");
    write('b/two.ts', "const three = await import('../c/three.ts');\n");
    write('c/three.ts', "import '../a/deep/one.ts';\n");
    write('d/four.ts', "import { two } from '../b/two.ts';\n");
    expect(folderCircles(src)).toEqual([['a', 'b', 'c']]);
  });

  it('is not seen where imports lead one way, through specs, or through the module that puts the folders together', () => {
    write('a/one.ts', "import { two } from '../b/two.ts';\nimport { errors } from '../service.errors.ts';\n");
    write('b/two.ts', "import { other } from './other.ts';\n");
    write('b/two.spec.ts', "import { one } from '../a/one.ts';\n");
    write('service.errors.ts', "import { two } from './b/two.ts';\n");
    expect(folderCircles(src)).toEqual([]);
  });
});
