import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export type ScriptOptions = {
  args?: string[];
  /** The only JANELA_… variables it gets; everything else is inherited. */
  env?: Record<string, string>;
};

/** Production is meant where nothing is said; what a spec starts is none. */
const mode = '@janela/workspace/development.mjs';
const orphanGuard = fileURLToPath(new URL('exit-with-parent.mjs', import.meta.url));

/** A TypeScript file that runs as a process of its own, decorators and all, so that it can be killed at any moment. */
export class ScriptProcess {
  private readonly lines: string[] = [];
  private readonly listeners = new Set<() => void>();
  /** Settles when it has ended, by itself or not. */
  readonly ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;

  private constructor(private readonly child: ChildProcess) {
    this.ended = once(child, 'exit').then(([code, signal]) => ({ code, signal }) as Awaited<ScriptProcess['ended']>);
    for (const stream of [child.stdout, child.stderr]) {
      if (stream) createInterface({ input: stream }).on('line', (line) => this.receive(line));
    }
    void this.ended.then(() => this.wakeListeners());
  }

  /** Starts the file; wait for a line that it prints to know how far it is. It ends when we do, however we end. */
  static start(file: string | URL, { args = [], env = {} }: ScriptOptions = {}): ScriptProcess {
    const path = file instanceof URL ? fileURLToPath(file) : file;
    const inherited = Object.entries(process.env).filter(
      ([name]) => !name.startsWith('JANELA_') && name !== 'NODE_OPTIONS',
    );
    const imports = [mode, '@janela/workspace/typescript.mjs', orphanGuard].flatMap((each) => ['--import', each]);
    const flags = ['--conditions=source', ...imports];
    const child = spawn(process.execPath, [...flags, path, ...args], {
      env: { ...Object.fromEntries(inherited), ...env },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    return new ScriptProcess(child);
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  /** Everything it has printed so far, a line each. */
  get output(): readonly string[] {
    return this.lines;
  }

  /** The next printed line that matches, or one that was printed before; fails if the process ends without it. */
  async line(pattern: RegExp): Promise<string> {
    for (let from = 0; ;) {
      const found = this.lines.slice(from).find((line) => pattern.test(line));
      if (found !== undefined) return found;
      if (this.child.exitCode !== null || this.child.signalCode !== null) {
        throw new Error(`The process ended before it printed ${String(pattern)}:\n${this.lines.join('\n')}`);
      }
      from = this.lines.length;
      await new Promise<void>((resolve) => this.listeners.add(resolve));
    }
  }

  /** Sends it a word, which it receives by `process.on('message')`. */
  send(word: string): void {
    this.child.send(word);
  }

  /** Ends it at once, whatever it was doing. */
  async kill(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.ended;
  }

  /** Ends it by SIGTERM, and waits until it has. */
  async stop(): Promise<void> {
    this.child.kill('SIGTERM');
    await this.ended;
  }

  /** Freezes it, as a long garbage collection or a suspended laptop does. */
  pause(): void {
    this.child.kill('SIGSTOP');
  }

  resume(): void {
    this.child.kill('SIGCONT');
  }

  private receive(line: string): void {
    this.lines.push(line);
    this.wakeListeners();
  }

  private wakeListeners(): void {
    for (const listener of this.listeners) listener();
    this.listeners.clear();
  }
}
