import { spawnSync } from 'node:child_process';

import { buildAll } from '@janela/stack';
import { log, UserError } from '@janela/supervisor';
import { root } from '@janela/servers';

import { jestCommand, line, runJest } from './run-jest.ts';

/** Which of Jest's projects are run by which command. */
const projects = { everyday: ['unit', 'files', 'service'], endurance: ['endurance'] };

export type Lane = keyof typeof projects;

/** Specs that start the services as they are built. */
const startsWhatIsBuilt = /\/services\/window\/e2e\//;

/** Jest's arguments for one lane. What was typed comes first: the list of projects would swallow it. */
export const argumentsOf = (lane: Lane, typed: string[] = []): string[] => [
  ...typed,
  '--selectProjects',
  ...projects[lane],
];

/** Runs the specs of a lane, or those of it that the arguments select, and ends the process with what came of it. */
export async function runLane(lane: Lane, typed: string[]): Promise<never> {
  const args = argumentsOf(lane, typed);
  try {
    if (typed.length === 0 || selects(startsWhatIsBuilt, args)) buildAll(log);
  } catch (error) {
    log(error instanceof UserError ? error.message : String((error as Error).stack));
    process.exit(1);
  }
  const tally = await runJest(args);
  log(line(tally));
  process.exit(tally.ok ? 0 : 1);
}

/** Whether Jest would run a spec with such a path. */
function selects(path: RegExp, args: string[]): boolean {
  const { stdout } = spawnSync(process.execPath, jestCommand(['--listTests', ...args]), {
    cwd: root,
    encoding: 'utf8',
  });
  return stdout.split('\n').some((file) => path.test(file));
}
