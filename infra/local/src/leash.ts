import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** A process to be stopped with everything else, and how it likes to be asked. Services stop before the servers. */
export type Held = { pid: number; signal: NodeJS.Signals; kind: 'service' | 'server' };

const keeper = fileURLToPath(new URL('leash-keeper.ts', import.meta.url));

/**
 * Holds every process we start, and stops them when we end: when asked to, and also when we are killed and can do
 * nothing any more. A second, tiny process keeps the list at the other end of a pipe; the pipe closing is its signal.
 */
export class Leash {
  private readonly keeper: ChildProcess;
  /** From now on whatever stops was asked to. */
  isEnding = false;

  constructor() {
    // Without the test runner's or the debugger's options, and out of reach of the terminal's Ctrl-C.
    const env = { ...process.env, NODE_OPTIONS: '' };
    this.keeper = spawn(process.execPath, [keeper], {
      env,
      cwd: '/',
      detached: true,
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    this.keeper.unref();
    this.keeper.stdin?.on('error', () => undefined);
    (this.keeper.stdin as unknown as { unref?: () => void } | null)?.unref?.();
  }

  /** The process id of the keeper: while it runs, something of ours may still run. */
  get pid(): number {
    return this.keeper.pid ?? 0;
  }

  /** From now on this process is stopped when we end. */
  hold(held: Held): void {
    this.tell({ hold: held });
  }

  /** The process is gone, or somebody else's matter. */
  release(pid: number): void {
    this.tell({ release: pid });
  }

  /** A command to run, in the folder given, once everything has stopped. */
  runAtEnd(command: string[], cwd: string): void {
    this.tell({ run: { command, cwd } });
  }

  /** A file or folder to delete once everything has stopped. */
  removeAtEnd(path: string): void {
    this.tell({ remove: path });
  }

  /** Leave it after all. */
  keep(path: string): void {
    this.tell({ keep: path });
  }

  /** Stops everything held and waits until it has. */
  async end(): Promise<void> {
    this.isEnding = true;
    if (this.keeper.exitCode !== null || this.keeper.signalCode !== null) return;
    this.keeper.ref();
    this.keeper.stdin?.end();
    await once(this.keeper, 'exit');
  }

  private tell(message: object): void {
    this.keeper.stdin?.write(`${JSON.stringify(message)}\n`);
  }
}
