import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const workspace = fileURLToPath(new URL('../../..', import.meta.url));
const project = fileURLToPath(new URL('..', import.meta.url));
const output = 'dist/measured';
/** Builds what the processes run: memory and speed are those of the built code, not of a compiler inside the process. */
export function buildProcesses(): void {
  const run = (command: string, args: string[], cwd: string) => execFileSync(command, args, { cwd, stdio: 'pipe' });
  run('nx', ['run-many', '-t', 'build', '-p', 'kernel,contracts,platform'], workspace);
  run('swc', ['src', 'bench', '-d', output, '--config-file', '../../.swcrc', '--quiet'], project);
}

/** A built process of the bench, which talks by lines and listens by words. */
export class BuiltProcess {
  private readonly lines: string[] = [];
  private wake: () => void = () => undefined;

  private constructor(private readonly child: ChildProcess) {
    if (child.stdout) createInterface({ input: child.stdout }).on('line', (line) => this.receive(line));
    child.on('exit', () => this.receive('ended'));
  }

  static start(name: string, args: string[], nodeFlags: string[] = []): BuiltProcess {
    const flags = [
      ...nodeFlags,
      '--disable-warning=TimeoutNegativeWarning',
      `${project}${output}/bench/${name}.process.js`,
    ];
    return new BuiltProcess(
      spawn(process.execPath, [...flags, ...args], { stdio: ['ignore', 'pipe', 'inherit', 'ipc'] }),
    );
  }

  /** The first line that begins so, of those that have not been asked for. */
  async line(beginning: string): Promise<string> {
    for (;;) {
      const at = this.lines.findIndex((line) => line.startsWith(beginning));
      if (at >= 0) return this.lines.splice(0, at + 1).at(-1) ?? '';
      if (this.lines.includes('ended')) throw new Error(`The process ended before it said ${beginning}`);
      await new Promise<void>((resolve) => (this.wake = resolve));
    }
  }

  send(word: string): void {
    this.child.send(word);
  }

  /** The most memory it has had, in megabytes. */
  peakMb(): number {
    const [, kb] = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${this.child.pid}/status`, 'utf8')) ?? [];
    return Math.round(Number(kb) / 1024);
  }

  /** The processor time that it has used so far, in microseconds; the kernel counts in hundredths of a second. */
  cpuMicros(): number {
    const [, after = ''] = readFileSync(`/proc/${this.child.pid}/stat`, 'utf8').split(') ');
    const fields = after.split(' ').map(Number);
    return ((fields[11] ?? 0) + (fields[12] ?? 0)) * 10_000;
  }

  async kill(): Promise<void> {
    if (this.child.exitCode !== null) return;
    this.child.kill('SIGKILL');
    await once(this.child, 'exit');
  }

  private receive(line: string): void {
    this.lines.push(line);
    this.wake();
  }
}
