import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { projects } from '../boundaries.mjs';
import { isSource, workspaceRoot } from './sources.ts';

/** Root files, and of every library only what makes it a project; for rules that are tried without the sources of any project. */
export const skeleton = (path: string) =>
  /^[^/]*$/.test(path) ||
  /^(libs|infra|tools|\.husky)(\/[^/]+)?$/.test(path) ||
  /^(libs|tools)\/[^/]+\/(package|project|tsconfig)\.json$/.test(path) ||
  /^libs\/workspace\/[^/]+\.mjs$/.test(path);

export interface Outcome {
  code: number;
  output: string;
}

interface RunOptions {
  environment?: Record<string, string>;
  /** For Node. */
  flags?: string[];
}

/** Where Nx is, for `run`. */
export const nx = 'node_modules/nx/dist/bin/nx.js';

/** A copy of the workspace where a test may write what it likes; `remove()` it afterwards. Installed packages are shared. */
export class Scratch {
  private constructor(readonly root: string) {}

  /** Without `keep` every source is copied; with it only files that it accepts, by their path in the workspace. */
  static async copy(keep: (path: string) => boolean = () => true, { packages = true } = {}): Promise<Scratch> {
    const scratch = new Scratch(await mkdtemp(join(tmpdir(), 'janela-workspace-')));
    await cp(workspaceRoot, scratch.root, {
      recursive: true,
      filter: (source) => isSource(source) && keep(source.slice(workspaceRoot.length + 1)),
    });
    if (packages) await scratch.linkPackages();
    return scratch;
  }

  async write(path: string, text: string): Promise<void> {
    const file = join(this.root, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }

  /** Runs a script, of `node_modules` or of ours, here and with this Node, as a person would. */
  run(script: string, args: string[] = [], { environment = {}, flags = [] }: RunOptions = {}): Promise<Outcome> {
    return execute(process.execPath, [...flags, join(this.root, script), ...args], this.root, environment);
  }

  /** Runs git here, whose hooks find the same Node first. */
  git(...args: string[]): Promise<Outcome> {
    return execute('git', args, this.root);
  }

  /** Runs git as if at another time. */
  gitAt(time: string, ...args: string[]): Promise<Outcome> {
    return execute('git', args, this.root, { GIT_COMMITTER_DATE: time });
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

/** Nothing of what surrounds this test reaches the program: not Nx's own task, not Jest, not the commit in progress. */
function execute(
  program: string,
  args: string[],
  cwd: string,
  environment: Record<string, string> = {},
): Promise<Outcome> {
  const outside = Object.entries(process.env).filter(([name]) => !/^(NX|JEST|GIT|HUSKY|npm)_/.test(name));
  const env = {
    ...Object.fromEntries(outside),
    PATH: [dirname(process.execPath), join(cwd, 'node_modules/.bin'), process.env['PATH']].join(':'),
    NX_DAEMON: 'false',
    FORCE_COLOR: '0',
    CI: 'true',
    ...environment,
  };
  return new Promise((done) => {
    execFile(program, args, { cwd, env, maxBuffer: 64 * 1024 * 1024 }, (error, out, err) =>
      done({ code: error ? 1 : 0, output: out + err }),
    );
  });
}
