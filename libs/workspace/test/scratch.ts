import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';

import { projects } from '../boundaries.mjs';

export const workspaceRoot = resolve(import.meta.dirname, '../../..');

const notSource = new Set(['node_modules', 'dist', '.git', '.nx', '.data', 'tmp', 'LICENSE']);

export interface Outcome {
  code: number;
  output: string;
}

/** A copy of the workspace where a test may write what it likes; `remove()` it afterwards. Installed packages are shared. */
export class Scratch {
  private constructor(readonly root: string) {}

  /** Without `keep` every source is copied; with it only files that it accepts, by their path in the workspace. */
  static async copy(keep: (path: string) => boolean = () => true): Promise<Scratch> {
    const scratch = new Scratch(await mkdtemp(join(tmpdir(), 'janela-workspace-')));
    await cp(workspaceRoot, scratch.root, {
      recursive: true,
      filter: (source) => !notSource.has(basename(source)) && keep(source.slice(workspaceRoot.length + 1)),
    });
    await scratch.linkPackages();
    return scratch;
  }

  async write(path: string, text: string): Promise<void> {
    const file = join(this.root, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }

  /** Runs a program of `node_modules` here with this Node, as a person would type it: never through Nx's own environment or cache. */
  run(program: string, ...args: string[]): Promise<Outcome> {
    const outside = Object.entries(process.env).filter(
      ([name]) => !name.startsWith('NX_') && !name.startsWith('JEST_'),
    );
    const env = {
      ...Object.fromEntries(outside),
      PATH: `${dirname(process.execPath)}:${join(this.root, 'node_modules/.bin')}:${process.env['PATH']}`,
      NX_DAEMON: 'false',
      FORCE_COLOR: '0',
      CI: 'true',
    };
    const options = { cwd: this.root, env, maxBuffer: 64 * 1024 * 1024 };
    return new Promise((done) => {
      execFile(process.execPath, [join(workspaceRoot, 'node_modules', program), ...args], options, (error, out, err) =>
        done({ code: error ? 1 : 0, output: out + err }),
      );
    });
  }

  remove(): Promise<void> {
    return rm(this.root, { recursive: true, force: true });
  }

  /** Packages from npm are those of the workspace; `@janela/*` are the copies. */
  private async linkPackages(): Promise<void> {
    const [from, to] = [join(workspaceRoot, 'node_modules'), join(this.root, 'node_modules')];
    await mkdir(join(to, '@janela'), { recursive: true });
    const installed = (await readdir(from)).filter((name) => name !== '@janela' && name !== '.cache');
    await Promise.all(installed.map((name) => symlink(join(from, name), join(to, name))));
    await Promise.all(
      projects(this.root).map(({ file, name }) => symlink(join(this.root, dirname(file)), join(to, '@janela', name))),
    );
  }
}
