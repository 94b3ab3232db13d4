import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { ProcessSupervisor, type Log, log as toTerminal } from '@janela/supervisor';

import { addressesAt, fixedPorts, freePorts, givenAddresses, requireAnswers, type Addresses } from './addresses.ts';
import { makeDataFolder } from './data-folder.ts';
import { dockerAnswers, startByCompose, startByTestcontainers } from './docker.ts';
import { lockDataFolder } from './lock.ts';
import { startProcesses } from './processes.ts';

/** The folder of this checkout. */
export const root = fileURLToPath(new URL('../../..', import.meta.url)).replace(/\/$/, '');

/** Where downloads are kept, once for every start of this checkout. */
export const downloads = join(root, '.data', 'downloads');

export type ServersOptions = {
  /** The folder that keeps their data over restarts; without one they get a temporary folder, which is deleted at the end. */
  data?: string;
  /** `fixed` are those in the README; `free` are some that are not in use now. */
  ports: 'fixed' | 'free';
  /** Whether what is committed must survive a power cut. Tests say no and are quicker. */
  durable: boolean;
  log?: Log;
  /** Holds what is started, for a caller that must be able to stop it half-way. */
  supervisor?: ProcessSupervisor;
  /** Called when a server ends that was not asked to. */
  onGone?: (sentence: string) => void;
};

export type Servers = Addresses & {
  /** Holds whatever else must stop with the servers, and before them. */
  supervisor: ProcessSupervisor;
  /** Stops what was started here, and only that. */
  stop: () => Promise<void>;
};

/**
 * Postgres, Redis and Kafka: those named in the environment, and for the rest Docker if an engine answers, else processes
 * of this machine. Says which. Throws a `UserError` that says what to do, having stopped whatever it had already started.
 */
export async function startServers(options: ServersOptions): Promise<Servers> {
  const log = options.log ?? toTerminal;
  const given = givenAddresses(process.env);
  const wanted = (['postgresUrl', 'redisUrl', 'kafkaBrokers'] as const).filter((name) => !given[name]);
  const supervisor = options.supervisor ?? new ProcessSupervisor();
  try {
    if (options.data) await lockDataFolder(prepared(options.data), supervisor, log);
    await requireAnswers(given);
    if (wanted.length < 3) log(`Given by the environment: ${Object.keys(given).map(nameOf).join(', ')}.`);
    const started = wanted.length > 0 ? await startWanted(wanted, options, supervisor, log) : undefined;
    const stop = async () => {
      await started?.stop?.();
      await supervisor.end();
    };
    return { ...addressesAt(fixedPorts), ...started?.addresses, ...given, supervisor, stop };
  } catch (error) {
    await supervisor.end();
    throw error;
  }
}

type Started = { addresses: Addresses; stop?: () => Promise<unknown> };

async function startWanted(
  wanted: (keyof Addresses)[],
  options: ServersOptions,
  supervisor: ProcessSupervisor,
  log: Log,
): Promise<Started> {
  const names = wanted.map(nameOf).join(', ');
  const { durable } = options;
  const ports = options.ports === 'fixed' ? fixedPorts : await freePorts();
  const mayUseDocker = process.env['SERVERS_FROM'] !== 'processes';
  if (mayUseDocker && (await dockerAnswers())) {
    if (!options.data) {
      log(`Starting ${names} by Testcontainers: a Docker engine answers.`);
      return startByTestcontainers(wanted, { root, ports, durable });
    }
    log(`Starting ${names} by docker compose: a Docker engine answers.`);
    supervisor.runAtEnd(await startByCompose(wanted, { root, ports, durable }), root);
    return { addresses: addressesAt(ports) };
  }
  log(`Starting ${names} as local processes: ${mayUseDocker ? 'no Docker engine answers' : 'as SERVERS_FROM says'}.`);
  const data = options.data ?? temporaryFolder(supervisor);
  const servers = await startProcesses({
    wanted,
    ports,
    data: prepared(data),
    durable,
    cache: downloads,
    supervisor,
    log,
  });
  for (const server of servers) server.onGone = options.onGone ?? log;
  return { addresses: addressesAt(ports) };
}

function prepared(data: string): string {
  makeDataFolder(data);
  return data;
}

/** A new folder that everybody may enter (Postgres is another user), deleted when the supervisor ends. */
export function temporaryFolder(supervisor: ProcessSupervisor): string {
  const folder = newFolder();
  supervisor.removeAtEnd(folder);
  return folder;
}

/** Makes a new, empty folder that everybody may enter. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'janela-'));
  chmodSync(folder, 0o755);
  return folder;
}

const nameOf = (address: string): string =>
  ({ postgresUrl: 'Postgres', redisUrl: 'Redis', kafkaBrokers: 'Kafka' })[address] ?? address;
