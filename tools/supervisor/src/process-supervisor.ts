import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** A process to be stopped with everything else, and how it likes to be asked. Services stop before the servers. */
export type ManagedProcess = { pid: number; signal: NodeJS.Signals; kind: 'service' | 'server' };

const watchdogFile = fileURLToPath(new URL('supervisor-watchdog.ts', import.meta.url));

/**
 * Stops every process that we start when we end: when asked to, and also when we are killed and can do nothing any more.
 * A second, tiny process, the watchdog, keeps the list at the other end of a pipe; the pipe closing is its signal.
 */
export class ProcessSupervisor {
  private readonly watchdog: ChildProcess;
  /** From now on whatever stops was asked to. */
  isEnding = false;

  constructor() {
    // Without the test runner's or the debugger's options, and out of reach of the terminal's Ctrl-C.
    const env = { ...process.env, NODE_OPTIONS: '' };
    this.watchdog = spawn(process.execPath, [watchdogFile], {
      env,
      cwd: '/',
      detached: true,
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    this.watchdog.unref();
    this.watchdog.stdin?.on('error', () => undefined);
    (this.watchdog.stdin as unknown as { unref?: () => void } | null)?.unref?.();
  }

  /** The process id of the watchdog: while it runs, something of ours may still run. */
  get pid(): number {
    return this.watchdog.pid ?? 0;
  }

  /** Stops this process when we end. */
  manage(managed: ManagedProcess): void {
    this.send({ manage: managed });
  }

  /** Forgets the process: it is gone, or no longer ours to stop. */
  release(pid: number): void {
    this.send({ release: pid });
  }

  /** A command to run, in the folder given, once everything has stopped. */
  runAtEnd(command: string[], cwd: string): void {
    this.send({ run: { command, cwd } });
  }

  /** A file or folder to delete once everything has stopped. */
  removeAtEnd(path: string): void {
    this.send({ remove: path });
  }

  /** Leaves it there after all. */
  keep(path: string): void {
    this.send({ keep: path });
  }

  /** Stops every managed process and waits until it has. */
  async end(): Promise<void> {
    this.isEnding = true;
    if (this.watchdog.exitCode !== null || this.watchdog.signalCode !== null) return;
    this.watchdog.ref();
    this.watchdog.stdin?.end();
    await once(this.watchdog, 'exit');
  }

  private send(message: object): void {
    this.watchdog.stdin?.write(`${JSON.stringify(message)}\n`);
  }
}
