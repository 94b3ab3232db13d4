import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import type { ProcessSupervisor } from './process-supervisor.ts';
import { UserError, userErrorOf } from './user-error.ts';

/** How to run one server: what to call, where its output goes, how to see that it is ready, how it likes to be stopped. */
export type Launch = {
  name: string;
  command: string;
  args: string[];
  env?: NodeJS.ProcessEnv;
  uid?: number;
  gid?: number;
  logFile: string;
  /** Asked again and again until it is true; it may also throw. */
  isReady: () => Promise<boolean>;
  stopSignal: NodeJS.Signals;
  /** What ends it as a power cut would, leaving nothing of it running. */
  crashSignal: NodeJS.Signals;
  /** Services stop before the servers that they need. */
  kind?: 'service' | 'server';
};

/** The slowest cold start that is still a start. */
const readyWithinMs = 120_000;

/** A server that we started as a process of our own, and may stop, kill, freeze and start again. */
export class ServerProcess {
  private readonly launch: Launch;
  private readonly supervisor: ProcessSupervisor;
  private child: ChildProcess | undefined;

  /** Called when the server ends without having been asked to. */
  onGone: (sentence: string) => void = () => undefined;

  constructor(launch: Launch, supervisor: ProcessSupervisor) {
    this.launch = launch;
    this.supervisor = supervisor;
  }

  get pid(): number | undefined {
    return this.child?.pid;
  }

  /** Starts it and waits until it answers. */
  async start(): Promise<void> {
    const { name, command, args, logFile, stopSignal, env, uid, gid } = this.launch;
    mkdirSync(dirname(logFile), { recursive: true });
    if (existsSync(logFile)) renameSync(logFile, `${logFile}.previous`);
    const log = openSync(logFile, 'w');
    // Output goes to a file, not to us: a server must not die of a broken pipe when we do. `/` is a folder all may enter.
    const child = spawn(command, args, {
      env: { ...process.env, ...env },
      uid,
      gid,
      cwd: '/',
      detached: true,
      stdio: ['ignore', log, log],
    });
    closeSync(log);
    const failed = once(child, 'error').then(([error]) => Promise.reject(error as Error));
    failed.catch(() => undefined);
    await Promise.race([once(child, 'spawn'), failed]);
    this.child = child;
    if (child.pid) this.supervisor.manage({ pid: child.pid, signal: stopSignal, kind: this.launch.kind ?? 'server' });
    child.once('exit', () => this.ended(child));
    await this.untilReady(child, name, logFile);
    child.unref();
  }

  /** Stops it, and waits until it has. */
  stop(): Promise<void> {
    return this.end(this.launch.stopSignal);
  }

  /** Ends it as a power cut would. */
  kill(): Promise<void> {
    return this.end(this.launch.crashSignal);
  }

  /** Freezes it: connections stay open and are not answered. */
  pause(): void {
    this.child?.kill('SIGSTOP');
  }

  /** Lets a frozen one go on. */
  resume(): void {
    this.child?.kill('SIGCONT');
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    const child = this.child;
    if (!child) return;
    this.child = undefined;
    child.ref();
    const gone = once(child, 'exit');
    child.kill(signal);
    child.kill('SIGCONT');
    await gone;
  }

  private ended(child: ChildProcess): void {
    if (child.pid) this.supervisor.release(child.pid);
    if (this.child !== child) return;
    this.child = undefined;
    if (this.supervisor.isEnding) return;
    this.onGone(`${this.launch.name} stopped unexpectedly: its last words are in ${this.launch.logFile}.`);
  }

  private async untilReady(child: ChildProcess, name: string, logFile: string): Promise<void> {
    const deadline = Date.now() + readyWithinMs;
    while (!(await this.launch.isReady().catch(() => false))) {
      if (this.child !== child) {
        throw userErrorOf(readFileSync(logFile, 'utf8'), `${name} did not start (see ${logFile})`, dirname(logFile));
      }
      if (Date.now() > deadline) {
        await this.kill();
        throw new UserError(
          `${name} did not answer within ${readyWithinMs / 1000} s: see ${logFile} for what holds it up.`,
        );
      }
      await sleep(50);
    }
  }
}
