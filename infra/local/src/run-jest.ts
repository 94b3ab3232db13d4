import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './servers.ts';

/** What Jest counted. `ok` is also false when Jest itself broke, whatever it had counted by then. */
export type Tally = { passed: number; failed: number; ok: boolean };

type Results = { numPassedTests: number; numFailedTests: number; numRuntimeErrorTestSuites: number };

/** The last line of a test run. */
export const line = ({ passed, failed }: Tally): string => `${passed} passed, ${failed} failed`;

/** Runs Jest, letting it print, and counts what it reports. It starts and stops the servers that the specs need. */
export async function runJest(args: string[]): Promise<Tally> {
  const folder = mkdtempSync(join(tmpdir(), 'janela-results-'));
  const file = join(folder, 'results.json');
  const flags = [
    '--experimental-vm-modules',
    '--disable-warning=ExperimentalWarning',
    '--disable-warning=TimeoutNegativeWarning',
  ];
  const jest = [join('node_modules', 'jest', 'bin', 'jest.js'), '--json', `--outputFile=${file}`, ...args];
  const child = spawn(process.execPath, [...flags, ...jest], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal));
  process.on('disconnect', () => child.kill('SIGTERM'));
  const [code] = (await once(child, 'exit')) as [number | null];
  const tally = count(file, code === 0);
  rmSync(folder, { recursive: true });
  return tally;
}

function count(file: string, ok: boolean): Tally {
  try {
    const results = JSON.parse(readFileSync(file, 'utf8')) as Results;
    // A spec file that does not even load has no tests to count, and is a failure all the same.
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    return { passed: results.numPassedTests, failed, ok: ok && failed === 0 };
  } catch {
    return { passed: 0, failed: 1, ok: false };
  }
}
