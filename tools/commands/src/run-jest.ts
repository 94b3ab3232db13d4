import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { root } from '@janela/servers';
import { log } from '@janela/supervisor';

/** What Jest counted. `ok` is also false when Jest itself broke, whatever it had counted by then. */
export type Tally = { passed: number; failed: number; ok: boolean };

type Results = {
  numPassedTests: number;
  numFailedTests: number;
  numRuntimeErrorTestSuites: number;
  testResults: { name: string; startTime: number; endTime: number }[];
};

/** Stopping the servers takes some seconds; who needs longer than this after the last test waits for something left open. */
const endsWithinMs = 30_000;

/** How many of the slowest files are named after a run. */
const shownAsSlow = 20;

/** The last line of a test run. */
export const line = ({ passed, failed }: Tally): string => `${passed} passed, ${failed} failed`;

/** What Node is given to run Jest with these arguments. */
export const jestCommand = (args: string[]): string[] => [
  '--experimental-vm-modules',
  '--disable-warning=ExperimentalWarning',
  '--disable-warning=TimeoutNegativeWarning',
  join('node_modules', 'jest', 'bin', 'jest.js'),
  ...args,
];

/** The sum of two runs; it is well only when both are. */
export const sum = (one: Tally, other: Tally): Tally => ({
  passed: one.passed + other.passed,
  failed: one.failed + other.failed,
  ok: one.ok && other.ok,
});

/** Runs Jest, letting it print, and counts what it reports. It starts and stops the servers that the specs need. */
export async function runJest(args: string[]): Promise<Tally> {
  const folder = mkdtempSync(join(tmpdir(), 'janela-results-'));
  const file = join(folder, 'results.json');
  const command = jestCommand(['--json', `--outputFile=${file}`, ...args]);
  const child = spawn(process.execPath, command, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal));
  process.on('disconnect', () => child.kill('SIGTERM'));
  const code = await codeOf(child, file);
  const tally = count(file, code === 0);
  rmSync(folder, { recursive: true });
  return tally;
}

/** Waits for its end. A run that has its results and does not end is ended: it may fail, but never hang. */
async function codeOf(child: ChildProcess, file: string): Promise<number | null> {
  let deadline = Number.POSITIVE_INFINITY;
  const ended = once(child, 'exit');
  while (child.exitCode === null && child.signalCode === null) {
    await Promise.race([ended, sleep(1_000, undefined, { ref: false })]);
    if (deadline === Number.POSITIVE_INFINITY && existsSync(file)) deadline = Date.now() + endsWithinMs;
    if (Date.now() < deadline) continue;
    log('Jest does not end: a spec has left something open that keeps it alive.');
    child.kill('SIGKILL');
    deadline = Number.POSITIVE_INFINITY;
  }
  return child.exitCode;
}

function count(file: string, ok: boolean): Tally {
  try {
    const results = JSON.parse(readFileSync(file, 'utf8')) as Results;
    for (const each of slowest(results)) log(each);
    // A spec file that does not even load has no tests to count, and is a failure all the same.
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    return { passed: results.numPassedTests, failed, ok: ok && failed === 0 };
  } catch {
    return { passed: 0, failed: 1, ok: false };
  }
}

/** The files that took longest, a line each, when so many were run that it matters. */
function slowest({ testResults }: Results): string[] {
  if (testResults.length <= shownAsSlow) return [];
  const files = testResults.map(({ name, startTime, endTime }) => ({ name, seconds: (endTime - startTime) / 1000 }));
  const longest = files.toSorted((a, b) => b.seconds - a.seconds).slice(0, shownAsSlow);
  const lines = longest.map(({ name, seconds }) => `${seconds.toFixed(1).padStart(7)} s  ${relative(root, name)}`);
  return ['', `The ${shownAsSlow} slowest of ${files.length} files:`, ...lines, ''];
}
