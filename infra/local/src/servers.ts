import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { addressesAt, fixedPorts, freePorts, givenAddresses, requireAnswers, type Addresses } from './addresses.ts';
import { makeDataFolder } from './data-folder.ts';
import { dockerAnswers, startByCompose, startByTestcontainers } from './docker.ts';
import { Leash } from './leash.ts';
import { lockDataFolder } from './lock.ts';
import { startProcesses } from './processes.ts';
import { sayAloud, type Say } from './say.ts';

/** The folder of this checkout. */
export const root = fileURLToPath(new URL('../../..', import.meta.url)).replace(/\/$/, '');

/** Where downloads are kept, once for every start of this checkout. */
export const downloads = join(root, '.data', 'downloads');

export type ServersOptions = {
  /** The folder that keeps their data over restarts; without one they get a temporary folder, which is deleted at the end. */
  data?: string;
  /** `fixed` are those in the README; `free` are some that nobody uses now. */
  ports: 'fixed' | 'free';
  /** Whether what is committed must survive a power cut. Tests say no and are quicker. */
  durable: boolean;
  say?: Say;
  /** Holds what is started, for whoever must be able to stop it half-way. */
  leash?: Leash;
  /** Called when a server ends that was not asked to. */
  onGone?: (sentence: string) => void;
};

export type Servers = Addresses & {
  /** Holds whatever else must stop with the servers, and before them. */
  leash: Leash;
  /** Stops what was started here, and only that. */
  stop: () => Promise<void>;
};

/**
 * Postgres, Redis and Kafka: those named in the environment, and for the rest Docker if an engine answers, else processes
 * of this machine. Says which. Throws a `Refusal` that says what to do, having stopped whatever it had already started.
 */
export async function startServers(options: ServersOptions): Promise<Servers> {
  const say = options.say ?? sayAloud;
  const given = givenAddresses(process.env);
  const wanted = (['postgresUrl', 'redisUrl', 'kafkaBrokers'] as const).filter((name) => !given[name]);
  const leash = options.leash ?? new Leash();
  try {
    if (options.data) await lockDataFolder(prepared(options.data), leash, say);
    await requireAnswers(given);
    if (wanted.length < 3) say(`Given by the environment: ${Object.keys(given).map(nameOf).join(', ')}.`);
    const started = wanted.length > 0 ? await startWanted(wanted, options, leash, say) : undefined;
    const stop = async () => {
      await started?.stop?.();
      await leash.end();
    };
    return { ...addressesAt(fixedPorts), ...started?.addresses, ...given, leash, stop };
  } catch (error) {
    await leash.end();
    throw error;
  }
}

type Started = { addresses: Addresses; stop?: () => Promise<unknown> };

async function startWanted(
  wanted: (keyof Addresses)[],
  options: ServersOptions,
  leash: Leash,
  say: Say,
): Promise<Started> {
  const names = wanted.map(nameOf).join(', ');
  const { durable } = options;
  const ports = options.ports === 'fixed' ? fixedPorts : await freePorts();
  const mayUseDocker = process.env['SERVERS_FROM'] !== 'processes';
  if (mayUseDocker && (await dockerAnswers())) {
    if (!options.data) {
      say(`Starting ${names} by Testcontainers: a Docker engine answers.`);
      return startByTestcontainers(wanted, { root, ports, durable });
    }
    say(`Starting ${names} by docker compose: a Docker engine answers.`);
    leash.runAtEnd(await startByCompose(wanted, { root, ports, durable }), root);
    return { addresses: addressesAt(ports) };
  }
  say(`Starting ${names} as local processes: ${mayUseDocker ? 'no Docker engine answers' : 'as SERVERS_FROM says'}.`);
  const data = options.data ?? temporaryFolder(leash);
  const servers = await startProcesses({ wanted, ports, data: prepared(data), durable, cache: downloads, leash, say });
  for (const server of servers) server.onGone = options.onGone ?? say;
  return { addresses: addressesAt(ports) };
}

function prepared(data: string): string {
  makeDataFolder(data);
  return data;
}

/** A new folder that everybody may enter (Postgres is another user), deleted when the leash ends. */
export function temporaryFolder(leash: Leash): string {
  const folder = mkdtempSync(join(tmpdir(), 'janela-'));
  chmodSync(folder, 0o755);
  leash.removeAtEnd(folder);
  return folder;
}

const nameOf = (address: string): string =>
  ({ postgresUrl: 'Postgres', redisUrl: 'Redis', kafkaBrokers: 'Kafka' })[address] ?? address;
