import { join } from 'node:path';

import { type Addresses, freePort, requireFree, root } from '@janela/servers';
import { type ProcessSupervisor, UserError, runToEnd, type Log, ServerProcess } from '@janela/supervisor';

import { environmentOf, migrationEnvironmentOf } from './environment.ts';
import { services, type Service, type ServiceAddresses } from './services.ts';

export type StackOptions = {
  servers: Addresses;
  /** Where the services write their logs. */
  data: string;
  ports: 'fixed' | 'free';
  supervisor: ProcessSupervisor;
  log: Log;
  onGone: (sentence: string) => void;
  /** Where the files of a service are, laid out as in a built checkout, if not in this one. */
  rootOf?: (service: Service) => string;
};

/** The services, running. */
export type Stack = {
  at: ServiceAddresses;
  /** Each service as a process, to be killed and started again by a test of what happens then. */
  processes: ReadonlyMap<string, ServerProcess>;
};

/** How much memory a service may take, so that all of them fit on a small machine, and how it is collected; see the README. */
export const memoryFlags = [
  '--max-old-space-size=256',
  '--max-semi-space-size=8',
  '--no-parallel-scavenge',
  '--no-concurrent-sweeping',
  '--no-concurrent-array-buffer-sweeping',
];

/** Migrates every database and starts every service; returns when all of them are ready. */
export async function startStack(options: StackOptions): Promise<Stack> {
  const at = await addressesOf(options.ports);
  await migrateAll(options, at);
  const processes = new Map(services.map((service) => [service.name, processOf(service, options, at)]));
  // All at once: each waits for what it needs. The window says it is ready when its own part is.
  await Promise.all([...processes.values()].map((each) => each.start()));
  for (const each of processes.values()) each.onGone = options.onGone;
  return { at, processes };
}

async function addressesOf(ports: StackOptions['ports']): Promise<ServiceAddresses> {
  const at = new Map<string, string>();
  for (const { name, port } of services) {
    if (ports === 'fixed') await requireFree(port, name);
    at.set(name, `http://localhost:${ports === 'fixed' ? port : await freePort()}`);
  }
  return at;
}

async function migrateAll(options: StackOptions, at: ServiceAddresses): Promise<void> {
  const withDatabase = services.filter(({ needs }) => needs.includes('database'));
  // Two at a time: a migration is mostly the start of a Node process.
  for (let next = 0; next < withDatabase.length; next += 2)
    await Promise.all(withDatabase.slice(next, next + 2).map((service) => migrateOne(service, options, at)));
  options.log(`Databases are migrated.`);
}

async function migrateOne(service: Service, options: StackOptions, at: ServiceAddresses): Promise<void> {
  const file = join(rootOf(service, options), service.folder, 'dist', 'migrate.js');
  const env = { ...process.env, ...migrationEnvironmentOf(service, options.servers, at), ...compiledIn(options) };
  const { ok, said } = await runToEnd(process.execPath, [file], options.supervisor, { env });
  if (!ok) throw new UserError(`The database of ${service.name} could not be migrated: ${said.trim()}`);
}

/** Node keeps there what it has compiled: a fifth less work for a process that starts after another has ended. */
const compiledIn = ({ data }: StackOptions) => ({ NODE_COMPILE_CACHE: join(data, 'compiled') });

const rootOf = (service: Service, options: StackOptions): string => options.rootOf?.(service) ?? root;

function processOf(service: Service, options: StackOptions, at: ServiceAddresses): ServerProcess {
  const { servers, data, supervisor } = options;
  const from = rootOf(service, options);
  const ready = `${at.get(service.name)}/health/ready`;
  return new ServerProcess(
    {
      name: service.name,
      command: process.execPath,
      args: [
        ...memoryFlags,
        '--import',
        join(from, 'libs/platform/otel.mjs'),
        join(from, service.folder, 'dist', 'main.js'),
      ],
      env: { ...environmentOf(service, servers, at), ...compiledIn(options) },
      logFile: join(data, 'log', `${service.name}.log`),
      isReady: async () => (await fetch(ready, { signal: AbortSignal.timeout(2_000) })).ok,
      stopSignal: 'SIGTERM',
      crashSignal: 'SIGKILL',
      kind: 'service',
    },
    supervisor,
  );
}
