import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';

const flags = ['--conditions=source', new URL('../src/start.ts', import.meta.url).pathname];

/** The servers of `npm start` as a process, on free ports, with a data folder of its own and nothing given by the environment. */
export class Start {
  output = '';
  readonly ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
  private readonly child: ChildProcess;

  constructor(data: string, env: Record<string, string> = {}) {
    const inherited = Object.entries(process.env).filter(
      ([name]) => !name.startsWith('JANELA_') && name !== 'NODE_OPTIONS',
    );
    this.child = spawn(process.execPath, [...flags, '--servers-only', '--free-ports', '--data', data], {
      env: { ...Object.fromEntries(inherited), SERVERS_FROM: 'processes', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.child.stdout, this.child.stderr])
      stream?.on('data', (data) => (this.output += String(data)));
    this.ended = once(this.child, 'close').then(([code, signal]) => ({ code, signal }) as Awaited<Start['ended']>);
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  /** Waits until it says this; fails when it ends without. */
  async says(pattern: RegExp): Promise<RegExpExecArray> {
    let ended = false;
    void this.ended.then(() => (ended = true));
    for (;;) {
      const found = pattern.exec(this.output);
      if (found) return found;
      if (ended) throw new Error(`It ended and said only: ${this.output}`);
      await sleep(20);
    }
  }

  /** Waits until everything is up; answers the address of Postgres. */
  async ready(): Promise<string> {
    await this.says(/Ready/);
    return (await this.says(/Postgres {2}(\S+)/))[1] ?? '';
  }

  async end(signal: NodeJS.Signals = 'SIGTERM'): Promise<{ code: number | null; signal: NodeJS.Signals | null }> {
    this.child.kill(signal);
    return this.ended;
  }
}

/** The processes that still work in this folder: it is in their command line, or where they are. */
export function processesOf(folder: string): { pid: number; command: string }[] {
  const traces = (pid: string) => {
    try {
      const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
      return { pid: Number(pid), command, place: readlinkSync(`/proc/${pid}/cwd`) };
    } catch {
      return undefined;
    }
  };
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(traces)
    .filter((found) => found !== undefined)
    .filter(({ command, place }) => command.includes(folder) || place.startsWith(folder));
}
