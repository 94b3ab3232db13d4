import { spawnSync } from 'node:child_process';

import { root } from '@janela/servers';
import { log } from '@janela/supervisor';

import { argumentsOf, type Lane } from './lanes.ts';
import { line, runJest, sum, type Tally } from './run-jest.ts';

/** What a change must pass before it is merged, in this order; every step runs, whatever became of those before. */
let tally: Tally = { passed: 0, failed: 0, ok: true };
const steps: Record<string, () => boolean | Promise<boolean>> = {
  format: () => script('format'),
  lint: () => script('lint'),
  types: () => script('typecheck'),
  // Before the tests: journeys use what is built.
  build: () => script('build'),
  tests: () => runTests('everyday'),
  endurance: () => runTests('endurance'),
};

const failures: string[] = [];
for (const [name, step] of Object.entries(steps)) {
  log(`\n— ${name} —`);
  if (!(await step())) failures.push(name);
}
log(failures.length > 0 ? `\nNot passed: ${failures.join(', ')}.` : '\nEverything passed.');
log(line(tally));
process.exit(failures.length > 0 ? 1 : 0);

/** Runs one lane of the tests and adds what it counted. */
async function runTests(lane: Lane): Promise<boolean> {
  const ran = await runJest(argumentsOf(lane));
  tally = sum(tally, ran);
  return ran.ok;
}

/** Runs a script of package.json. */
function script(name: string): boolean {
  const env = { ...process.env, NX_DAEMON: 'false' };
  const { status } = spawnSync('npm', ['run', '--silent', name], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env,
  });
  return status === 0;
}
