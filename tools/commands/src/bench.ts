import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { globSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';

import { asEnvironment, root, startServers } from '@janela/servers';
import { interruption, ProcessSupervisor, UserError } from '@janela/supervisor';

/** `npm run bench -- events`: measures one thing, with its floor in the same run, and prints one JSON object. */
async function bench(name: string | undefined): Promise<void> {
  const servers = await startServers({ ports: 'free', durable: true, supervisor, log });
  const measured = await measure(fileOf(name), asEnvironment(servers));
  const { version: node, platform } = process;
  const machine = { cpus: cpus().length, memoryGb: Math.round(totalmem() / 2 ** 30), node, platform };
  const report = { name, ...(JSON.parse(measured) as object), machine, command: `npm run bench -- ${name}` };
  process.stdout.write(`${JSON.stringify(report, undefined, 2)}\n`);
}

/** The file `<project>/bench/<name>.bench.ts`, which exports `bench(servers)`. */
function fileOf(name: string | undefined): string {
  const files = globSync(
    ['libs', 'services', 'services/window'].map((group) => `${group}/*/bench/*.bench.ts`),
    { cwd: root },
  );
  const file = files.find((path) => path.endsWith(`/bench/${name}.bench.ts`));
  if (file) return join(root, file);
  const names = files.map((path) => /([^/]+)\.bench\.ts$/.exec(path)?.[1]).sort();
  throw new UserError(`There is no bench ${name ?? 'without a name'}: npm run bench -- ${names.join(' | ')}.`);
}

/** Runs the bench as a process of its own, because sources with decorators need a loader; answers the JSON it ends with. */
async function measure(file: string, env: Record<string, string>): Promise<string> {
  const loader = [
    '--conditions=source',
    '--import',
    '@janela/workspace/typescript.mjs',
    '--disable-warning=TimeoutNegativeWarning',
  ];
  const script = join(root, 'tools', 'commands', 'src', 'run-bench.ts');
  const stdio = ['ignore', process.stderr, process.stderr, 'ipc'] as const;
  const child = spawn(process.execPath, [...loader, script, file], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: [...stdio],
  });
  if (child.pid) supervisor.manage({ pid: child.pid, signal: 'SIGTERM', kind: 'service' });
  let measured: string | undefined;
  child.once('message', (message) => (measured = String(message)));
  await once(child, 'close');
  if (measured === undefined) throw new UserError('The bench ended without a result; what it said is above.');
  return measured;
}

function log(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
}

const supervisor = new ProcessSupervisor();
try {
  fileOf(process.argv[2]);
  await Promise.race([bench(process.argv[2]), interruption()]);
} catch (error) {
  process.exitCode = 1;
  log(error instanceof UserError ? error.message : String((error as Error).stack));
}
await supervisor.end();
process.exit();
