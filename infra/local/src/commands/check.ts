import { spawnSync } from 'node:child_process';
import { line, runJest } from '../run-jest.ts';
import { sayAloud as say } from '../say.ts';
import { root } from '../servers.ts';

/** What everything must pass before it is merged, the quickest first. `.ci/run` is this, too. */
const steps = {
  format: () => run('prettier', '--check', '.'),
  lint: () => run('nx', 'run-many', '--targets=lint', '--output-style=static'),
  types: () => run('tsc', '--project', 'tsconfig.json'),
  test: async () => (tally = await runJest([])).ok,
  build: () => run('nx', 'run-many', '--targets=build', '--output-style=static'),
};

let tally = { passed: 0, failed: 0, ok: false };
const failures: string[] = [];
for (const [name, step] of Object.entries(steps)) {
  say(`\n— ${name} —`);
  if (!(await step())) failures.push(name);
}
say(failures.length > 0 ? `\nNot passed: ${failures.join(', ')}.` : '\nEverything passed.');
say(line(tally));
process.exit(failures.length > 0 ? 1 : 0);

function run(program: string, ...args: string[]): boolean {
  const env = { ...process.env, NX_DAEMON: 'false' };
  return spawnSync(program, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], env }).status === 0;
}
