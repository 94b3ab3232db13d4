import { chmodSync, chownSync, copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import pg from 'pg';

import { type ProcessSupervisor, UserError, userErrorOf, runToEnd, ServerProcess } from '@janela/supervisor';

import { superuser } from './addresses.ts';
import { serverFolder } from './data-folder.ts';
import { findBinaries, runnerFor, type Binaries, type Runner } from './postgres-binaries.ts';

export type PostgresOptions = {
  data: string;
  port: number;
  durable: boolean;
  supervisor: ProcessSupervisor;
  /** For a server that speaks TLS: the files of its certificate and key. */
  tls?: { certificate: string; key: string };
};

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

const asArguments = (values: Record<string, string>) =>
  Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`]);

/** The arguments of every server we start; the same are in docker-compose.yml. */
export const postgresArguments = asArguments(settings);

/** What is added for a server that may forget what it commits. */
export const forgetfulArguments = asArguments(forgetful);

/** Postgres 18 from the npm package, with its folder made the first time, ready to be started. */
export async function preparePostgres({
  data,
  port,
  durable,
  supervisor,
  tls,
}: PostgresOptions): Promise<ServerProcess> {
  const binaries = await findBinaries();
  const runner = runnerFor(binaries.initdb, data);
  const initialise = (at: string) => initdb(at, binaries, runner, supervisor);
  const folder = await serverFolder({ data, name: 'postgres', proof: 'global/pg_control', initialise }, supervisor);
  refuseOtherVersion(folder);
  const own = tls ? tlsArguments(folder, tls, runner) : [];
  const [command = '', ...args] = [...runner.prefix, binaries.postgres, '-D', folder, '-p', String(port)];
  const local = ['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='];
  return new ServerProcess(
    {
      name: 'Postgres',
      command,
      args: [...args, ...local, ...postgresArguments, ...(durable ? [] : forgetfulArguments), ...own],
      uid: runner.uid,
      gid: runner.gid,
      logFile: join(data, 'log', 'postgres.log'),
      isReady: () => accepts(port),
      stopSignal: 'SIGINT',
      crashSignal: 'SIGQUIT',
    },
    supervisor,
  );
}

/** The server's user must own the key, and no other may read it. */
function tlsArguments(folder: string, { certificate, key }: { certificate: string; key: string }, { owner }: Runner) {
  const [certificateFile, keyFile] = [`${folder}.crt`, `${folder}.key`];
  copyFileSync(certificate, certificateFile);
  copyFileSync(key, keyFile);
  for (const path of [certificateFile, keyFile]) {
    chmodSync(path, 0o600);
    if (owner !== undefined) chownSync(path, owner, -1);
  }
  return asArguments({ ssl: 'on', ssl_cert_file: certificateFile, ssl_key_file: keyFile });
}

async function accepts(port: number): Promise<boolean> {
  const client = new pg.Client({ host: '127.0.0.1', port, user: superuser, password: superuser, database: 'postgres' });
  await client.connect();
  await client.end();
  return true;
}

async function initdb(
  folder: string,
  binaries: Binaries,
  runner: Runner,
  supervisor: ProcessSupervisor,
): Promise<void> {
  const { prefix, uid, gid, owner } = runner;
  const passwordFile = `${folder}.password`;
  supervisor.removeAtEnd(passwordFile);
  writeFileSync(passwordFile, superuser, { mode: 0o600 });
  if (owner !== undefined) for (const path of [folder, passwordFile]) chownSync(path, owner, -1);
  const [command = '', ...args] = [...prefix, binaries.initdb, '-D', folder, '-U', superuser, ...initdbFlags];
  const secured = ['--auth=scram-sha-256', `--pwfile=${passwordFile}`];
  const { ok, said } = await runToEnd(command, [...args, ...secured], supervisor, { uid, gid });
  rmSync(passwordFile, { force: true });
  if (!ok) throw userErrorOf(said, `Postgres could not make its folder ${folder}`, folder);
}

function refuseOtherVersion(folder: string): void {
  const version = readFileSync(join(folder, 'PG_VERSION'), 'utf8').trim();
  if (version === '18') return;
  throw new UserError(
    `The data in ${folder} is of Postgres ${version}, and this is 18: move the folder away, or use pg_upgrade, and start again.`,
  );
}
